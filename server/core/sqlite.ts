import { mkdirSync } from 'node:fs';
import path from 'node:path';
import sqlite3, { type Database as Handle } from 'sqlite3';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { BadConfig, type Config } from '../config.js';
import type { Connection, Database, Writer } from './connection.js';
import { type Lock, takeLock } from './lock.js';
import { migrations } from './migrations/list.js';
import { SqliteConnection } from './sqlite-connection.js';

/** Set on each open, because SQLite keeps none of them in the file but the journal mode; then asserted. */
const pragmas = {
  journal_mode: 'wal',
  // FULL: with less, a power cut was measured to take back what had been acknowledged.
  synchronous: 2,
  foreign_keys: 1,
  busy_timeout: 5000,
  // What is deleted is overwritten.
  secure_delete: 1,
  trusted_schema: 0,
  // Pages of the write-ahead log before it is brought into the file, which holds up the commit that does it by three
  // flushes. The usual thousand are written many times a second, mostly the same few hundred pages over and over.
  wal_autocheckpoint: 8000,
} as const;

/**
 * Two data sources on one file. The writer is used by one transaction at a time (core/transaction is the one door);
 * the reader can only read, so it never shows a row that is not committed.
 */
export async function openSqlite(config: Config): Promise<Database> {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const lock = await takeLock(config.dataDir);
  if (!lock)
    throw new BadConfig(`DATA_DIR ${config.dataDir} is in use by another server. Stop that one first.`);
  try {
    const file = path.join(config.dataDir, 'supervision.sqlite');
    const writing = await new DataSource(options(file, true)).initialize();
    const write = await connectionOf(writing, pragmas);
    await writing.runMigrations({ transaction: 'each' });
    const reading = await new DataSource(options(file, false)).initialize();
    const read = await connectionOf(reading, { ...pragmas, query_only: 1 });
    return new Sqlite(lock, writing, write, reading, read);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Questions that are asked together are answered side by side, each on a connection of its own. */
const readersAtOnce = 3;
/** A page of the audit reads much more than a page of a meeting: what it has read it keeps, up to so many KiB. */
const readingPragmas = { ...pragmas, query_only: 1, cache_size: -16_384 };

/** For a process beside the one that writes, which has made and migrated the file and holds its lock. */
export async function openSqliteForReading(config: Config): Promise<Database> {
  const file = path.join(config.dataDir, 'supervision.sqlite');
  const sources = await Promise.all(
    Array.from({ length: readersAtOnce }, () => new DataSource(options(file, false)).initialize()),
  );
  const connections = await Promise.all(sources.map((source) => connectionOf(source, readingPragmas)));
  return new ReadSqlite(sources, connections);
}

function options(file: string, writes: boolean): DataSourceOptions {
  return {
    type: 'sqlite',
    database: file,
    enableWAL: true,
    // TypeORM asks the driver for its long stack traces: they put every parameter, people's words too, into an error's
    // text, and cost more than the statements themselves.
    driver: { verbose: () => sqlite3 },
    busyTimeout: 5000,
    // Without it a search for something undefined would match every row.
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    migrations: writes ? migrations : [],
  };
}

async function connectionOf(
  source: DataSource,
  wanted: Readonly<Record<string, string | number>>,
): Promise<SqliteConnection> {
  const connection = new SqliteConnection((await source.createQueryRunner().connect()) as Handle);
  for (const [name, value] of Object.entries(wanted)) {
    await source.query(`PRAGMA ${name} = ${value}`);
    const [row] = (await source.query(`PRAGMA ${name}`)) as Record<string, unknown>[];
    const found = Object.values(row ?? {})[0];
    if (found !== value) throw new Error(`SQLite says ${name} is ${String(found)}; it must be ${value}`);
  }
  return connection;
}

class Sqlite implements Database {
  readonly make = 'sqlite';
  readonly alone = true;

  constructor(
    private readonly lock: Lock,
    private readonly writing: DataSource,
    private readonly write: SqliteConnection,
    private readonly reading: DataSource,
    private readonly read: SqliteConnection,
  ) {}

  get reader(): Connection {
    return this.read;
  }

  async writer(): Promise<Writer> {
    const { write } = this;
    return {
      query: (sql, params) => write.query(sql, params),
      run: (sql, params) => write.run(sql, params),
      release: () => undefined,
    };
  }

  isTaken(error: unknown): boolean {
    return /UNIQUE constraint failed/.test(String((error as Error).message));
  }

  mayRetry(): boolean {
    return false;
  }

  async close(): Promise<void> {
    await this.read.finalize();
    await this.reading.destroy();
    await this.write.run('PRAGMA wal_checkpoint(TRUNCATE)').catch(() => undefined);
    await this.write.finalize();
    await this.writing.destroy();
    await this.lock.release();
  }
}

class ReadSqlite implements Database {
  readonly make = 'sqlite';
  readonly alone = false;
  readonly reader: Connection;

  constructor(
    private readonly sources: readonly DataSource[],
    private readonly connections: readonly SqliteConnection[],
  ) {
    const busy = connections.map(() => 0);
    const on = async <T>(ask: (connection: SqliteConnection) => Promise<T>): Promise<T> => {
      const nth = busy.indexOf(Math.min(...busy));
      busy[nth]! += 1;
      return ask(connections[nth]!).finally(() => {
        busy[nth]! -= 1;
      });
    };
    this.reader = {
      query: (sql, params) => on((connection) => connection.query(sql, params)),
      run: (sql, params) => on((connection) => connection.run(sql, params)),
    };
  }

  writer(): Promise<Writer> {
    return Promise.reject(new Error('This process only reads'));
  }

  isTaken(): boolean {
    return false;
  }

  mayRetry(): boolean {
    return false;
  }

  async close(): Promise<void> {
    for (const connection of this.connections) await connection.finalize();
    for (const source of this.sources) await source.destroy();
  }
}
