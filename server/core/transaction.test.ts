import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Config, readConfig } from '../config.js';
import { Authority } from './authority.js';
import type { Database, Writer } from './connection.js';
import { openSqlite } from './sqlite.js';
import { Transactions } from './transaction.js';

describe('the one door', () => {
  let dataDir: string;
  let config: Config;
  let database: Database;
  let transactions: Transactions;
  const authority = new Authority();

  beforeAll(async () => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'door-'));
    config = readConfig({ DATA_DIR: dataDir });
    database = await openSqlite(config);
    transactions = new Transactions(database, authority);
  });
  afterAll(async () => {
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const addTeam = (name: string) =>
    transactions.run((tx) =>
      tx.run('INSERT INTO team (id, name, hub) VALUES ($1, $2, $3)', [`id-${name}`, name, 'Wrenshire']),
    );
  const teams = async (like: string): Promise<string[]> =>
    (
      await database.reader.query<{ name: string }>(
        'SELECT name FROM team WHERE name LIKE $1 ORDER BY name',
        [like],
      )
    ).map((row) => row.name);

  it('four hundred people write at once, forty in vain: the others’ words are all there, and theirs are not', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 400 }, (_, i) =>
        transactions.run(async (tx) => {
          await tx.run('INSERT INTO team (id, name, hub) VALUES ($1, $2, $3)', [
            `many-${i}`,
            `many ${i}`,
            'Wrenshire',
          ]);
          await new Promise((later) => setImmediate(later));
          if (i % 10 === 0) throw new Error('refused');
        }),
      ),
    );
    expect(results.filter((r) => r.status === 'rejected')).toHaveLength(40);
    const there = await teams('many %');
    expect(there).toHaveLength(360);
    expect(there.filter((name) => Number(name.split(' ')[1]) % 10 === 0)).toEqual([]);
  });

  it('what somebody is still writing is not there for a reader', async () => {
    let look: string[] = [];
    await transactions.run(async (tx) => {
      await tx.run('INSERT INTO team (id, name, hub) VALUES ($1, $2, $3)', [
        'half',
        'half written',
        'Wrenshire',
      ]);
      look = await teams('half written');
    });
    expect(look).toEqual([]);
    expect(await teams('half written')).toEqual(['half written']);
  });

  it('a reader cannot write', async () => {
    await expect(database.reader.run("UPDATE team SET hub = 'x'")).rejects.toThrow(/readonly/);
  });

  it('a part that fails takes back only itself', async () => {
    await transactions.run(async (tx) => {
      await tx.run('INSERT INTO team (id, name, hub) VALUES ($1, $2, $3)', ['a', 'part one', 'Wrenshire']);
      await tx
        .savepoint(async () => {
          await tx.run('INSERT INTO team (id, name, hub) VALUES ($1, $2, $3)', [
            'b',
            'part two',
            'Wrenshire',
          ]);
          throw new Error('no');
        })
        .catch(() => undefined);
    });
    expect(await teams('part %')).toEqual(['part one']);
  });

  it('of two things written at once one fails: the other, still under way, is not there on its own', async () => {
    const add = 'INSERT INTO team (id, name, hub) VALUES ($1, $2, $3)';
    await addTeam('taken');
    for (let i = 0; i < 50; i++)
      await expect(
        transactions.run((tx) =>
          Promise.all([
            tx.run(add, ['id-taken', 'x', 'y']),
            tx.run(`${add} `, [`once-${i}`, `once ${i}`, 'y']),
          ]),
        ),
      ).rejects.toThrow(/UNIQUE/);
    expect(await teams('once %')).toEqual([]);
  });

  it('somebody who leaves one statement for the end makes one trip; whoever does more has all of it in a transaction', async () => {
    const heard: string[] = [];
    const listened: Database = Object.create(database, {
      writer: {
        value: async (): Promise<Writer> => {
          const writer = await database.writer();
          const run = (sql: string, params?: readonly unknown[]): Promise<void> => {
            heard.push(sql.split(' ')[0] as string);
            return writer.run(sql, params);
          };
          return { ...writer, run };
        },
      },
    });
    const door = new Transactions(listened, authority);
    const add = 'INSERT INTO team (id, name, hub) VALUES ($1, $2, $3)';
    await door.run(async (tx) => tx.lastly(add, ['lone', 'lone', 'Wrenshire']));
    expect(heard.splice(0)).toEqual(['INSERT']);
    await door.run(async (tx) => {
      tx.lastly(add, ['pair-2', 'pair 2', 'Wrenshire']);
      await tx.run(add, ['pair-1', 'pair 1', 'Wrenshire']);
    });
    expect(heard.splice(0)).toEqual(['BEGIN', 'INSERT', 'INSERT', 'COMMIT']);
    await door.run(async () => undefined);
    expect(heard.splice(0)).toEqual([]);
    const again = door.run(async (tx) => {
      tx.lastly(add, ['pair-3', 'pair 3', 'Wrenshire']);
      tx.lastly(add, ['lone', 'lone again', 'Wrenshire']);
    });
    await expect(again).rejects.toThrow(/UNIQUE/);
    expect([...(await teams('lone%')), ...(await teams('pair %'))]).toEqual(['lone', 'pair 1', 'pair 2']);
  });

  it('what is remembered has caught up before the next is let in, and whoever is told is told after', async () => {
    const order: string[] = [];
    const one = (name: string) =>
      transactions.run(async (tx) => {
        order.push(`${name} let in`);
        tx.lastly('UPDATE team SET hub = $1 WHERE id = $1', [name]);
        tx.whenCommitted(() => order.push(`${name} remembered`));
        tx.afterCommit(() => order.push(`${name} told`));
      });
    await Promise.all([one('first'), one('second')]);
    await new Promise((later) => setImmediate(later));
    expect(order).toEqual([
      ...['first let in', 'first remembered', 'second let in', 'first told'],
      ...['second remembered', 'second told'],
    ]);
  });

  it('nobody can go on writing with a transaction that is over', async () => {
    let kept: { run(sql: string): Promise<void> } | undefined;
    await transactions.run(async (tx) => {
      kept = tx;
    });
    expect(() => kept?.run("UPDATE team SET hub = 'later'")).toThrow('over');
  });

  it('the authority rises once for each transaction that touched it, after it committed, and not when it failed', async () => {
    const heard: (readonly string[] | null)[] = [];
    authority.risen(1, null);
    authority.whenRisen((whose) => heard.push(whose));
    await transactions.run(async (tx) => {
      tx.touchAuthority(['amina']);
      tx.touchAuthority(['claire']);
    });
    await transactions
      .run(async (tx) => {
        tx.touchAuthority();
        throw new Error('no');
      })
      .catch(() => undefined);
    expect(heard).toEqual([['amina', 'claire']]);
    expect(authority.version).toBe(2);
  });

  it('a second server on the same data directory is told, in a sentence that names it', async () => {
    await expect(openSqlite(config)).rejects.toThrow(`DATA_DIR ${dataDir} is in use by another server`);
    await addTeam('still writing');
    expect(await teams('still writing')).toEqual(['still writing']);
  });
});
