import pg from 'pg';
import { grouped, type Store } from './group.js';

const tables = `
  create table entry (seq bigint generated always as identity primary key, change_id text not null unique,
    discussion text not null, kind text not null, body text not null, at bigint not null);
  create table review (discussion text not null, family text not null, discipline text not null, body text not null,
    seq bigint not null, primary key (discussion, family, discipline))`;

// One trip and one commit for a whole group. A statement may upsert each review once only, so the newest wins here.
const addAll = `
  with given as (
    select place, change->>'id' as id, change->>'discussion' as discussion, change->>'family' as family,
      change->>'discipline' as discipline, change->>'kind' as kind, change->>'text' as text, change::text as body
    from json_array_elements($1::json) with ordinality as list(change, place)
  ), added as (
    insert into entry (change_id, discussion, kind, body, at)
    select id, discussion, kind, body, $2 from given order by place returning seq, change_id
  ), written as (
    insert into review (discussion, family, discipline, body, seq)
    select distinct on (discussion, family, discipline) discussion, family, discipline, text, seq
    from given join added on added.change_id = given.id order by discussion, family, discipline, place desc
    on conflict (discussion, family, discipline) do update set body = excluded.body, seq = excluded.seq
  )
  select seq from added order by seq`;

/** The least that durable storage in PostgreSQL can cost. */
export async function openPostgres(url: string): Promise<Store> {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  await pool.query(tables);
  return grouped(async (changes) => {
    const added = await pool.query<{ seq: string }>({
      name: 'add-all',
      text: addAll,
      values: [JSON.stringify(changes), Date.now()],
    });
    return added.rows.map((row) => Number(row.seq));
  });
}
