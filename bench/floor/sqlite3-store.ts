import sqlite3 from 'sqlite3';
import { type FloorChange, grouped, type Store } from './group.js';

const tables = `
  create table entry (seq integer primary key autoincrement, change_id text not null unique, discussion text not null,
    kind text not null, body text not null, at integer not null);
  create table review (discussion text not null, family text not null, discipline text not null, body text not null,
    seq integer not null, primary key (discussion, family, discipline))`;

type Runs = { run(values: unknown[], done: (this: sqlite3.RunResult, error: Error | null) => void): unknown };

const run = (statement: Runs, values: unknown[]): Promise<number> =>
  new Promise((done, fail) => {
    statement.run(values, function (error) {
      if (error) fail(error);
      else done(this.lastID);
    });
  });

/** The least that durable storage through sqlite3 can cost: one entry and one review a change, commits grouped. */
export async function openSqlite3(file: string): Promise<Store> {
  const database = await new Promise<sqlite3.Database>((done, fail) => {
    const opened = new sqlite3.Database(file, (error) => (error ? fail(error) : done(opened)));
  });
  const exec = (sql: string): Promise<void> =>
    new Promise((done, fail) => database.exec(sql, (error) => (error ? fail(error) : done())));
  await exec(
    'pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on; pragma busy_timeout=5000',
  );
  await exec(tables);
  const addEntry = database.prepare(
    'insert into entry (change_id, discussion, kind, body, at) values (?, ?, ?, ?, ?)',
  );
  const setReview = database.prepare(
    `insert into review (discussion, family, discipline, body, seq) values (?, ?, ?, ?, ?)
     on conflict (discussion, family, discipline) do update set body = excluded.body, seq = excluded.seq`,
  );
  const one = async (change: FloorChange): Promise<number> => {
    const seq = await run(addEntry, [
      change.id,
      change.discussion,
      change.kind,
      JSON.stringify(change),
      Date.now(),
    ]);
    await run(setReview, [change.discussion, change.family, change.discipline, change.text, seq]);
    return seq;
  };
  return grouped(async (changes) => {
    await exec('begin immediate');
    const numbers = await Promise.all(changes.map(one));
    await exec('commit');
    return numbers;
  });
}
