import path from 'node:path';
import pg from 'pg';
import sqlite3 from 'sqlite3';
import type { Config } from '../../../server/config.js';
import type { Connection } from '../../../server/core/connection.js';
import { SqliteConnection } from '../../../server/core/sqlite-connection.js';

/** The tables as they are, read past the product, which may be running or dead. */
export interface Raw extends Connection {
  /** What the database itself says of its file; nothing when it finds no fault. */
  faults(): Promise<string[]>;
  close(): Promise<void>;
}

export function openRaw(config: Config): Promise<Raw> {
  return config.databaseUrl ? openPostgres(config.databaseUrl) : openSqlite(config.dataDir);
}

async function openSqlite(dataDir: string): Promise<Raw> {
  const handle = await new Promise<sqlite3.Database>((done, fail) => {
    const file = path.join(dataDir, 'supervision.sqlite');
    const opened = new sqlite3.Database(file, sqlite3.OPEN_READONLY, (error) =>
      error ? fail(error) : done(opened),
    );
  });
  handle.configure('busyTimeout', 10_000);
  const connection = new SqliteConnection(handle);
  return {
    query: (sql, params) => connection.query(sql, params),
    run: (sql, params) => connection.run(sql, params),
    async faults() {
      const rows = await connection.query<{ integrity_check: string }>('PRAGMA integrity_check');
      return rows.map((row) => row.integrity_check).filter((says) => says !== 'ok');
    },
    async close() {
      await connection.finalize();
      await new Promise<void>((done, fail) => handle.close((error) => (error ? fail(error) : done())));
    },
  };
}

async function openPostgres(url: string): Promise<Raw> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const query = async <T>(sql: string, params: readonly unknown[] = []): Promise<T[]> =>
    (await client.query(sql, [...params])).rows as T[];
  return {
    query,
    run: async (sql, params) => void (await query(sql, params)),
    // PostgreSQL itself was not killed; its own check is a program beside it, and not for here.
    faults: () => Promise.resolve([]),
    close: () => client.end(),
  };
}
