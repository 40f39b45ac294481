import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import type { Connection, Database, Writer } from './connection.js';
import { migrations } from './migrations/list.js';

// Any number will do, so long as every server of the product takes the same.
const migrationLock = 7_252_026;

/** PostgreSQL: any number of servers, each with a pool; order is kept by locking the head row of a log. */
export async function openPostgres(config: Config): Promise<Database> {
  const source = sourceOf(config, 10, {
    // All off in PostgreSQL unless set: without them one stuck client stops a whole session.
    ...{ statement_timeout: 5000, lock_timeout: 2000, idle_in_transaction_session_timeout: 10_000 },
  });
  await source.initialize();
  try {
    await assertDurable(source);
    await migrate(source);
  } catch (error) {
    await source.destroy();
    throw error;
  }
  return new Postgres(source);
}

/** For a process that only counts what others write: few connections, each of which may take its time and cannot write. */
export async function openPostgresForReading(config: Config): Promise<Database> {
  const options = '-c default_transaction_read_only=on';
  const source = sourceOf(config, 4, { statement_timeout: 60_000, options });
  await source.initialize();
  return new Postgres(source);
}

function sourceOf(config: Config, poolSize: number, extra: object): DataSource {
  return new DataSource({
    type: 'postgres',
    url: config.databaseUrl as string,
    installExtensions: false,
    poolSize,
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    migrations,
    extra,
    // A connection that breaks while idle is replaced at the next use; without this it would end the process.
    poolErrorHandler: () => undefined,
  });
}

async function assertDurable(source: DataSource): Promise<void> {
  for (const name of ['fsync', 'full_page_writes', 'synchronous_commit']) {
    const [row] = (await source.query(`SHOW ${name}`)) as Record<string, string>[];
    if (row?.[name] === 'off')
      throw new Error(`PostgreSQL says ${name} is off; acknowledged words could be lost`);
  }
}

/** Servers that start together on one empty database take turns. */
async function migrate(source: DataSource): Promise<void> {
  const turn = source.createQueryRunner();
  try {
    await turn.query('SET lock_timeout = 0; SET statement_timeout = 0');
    await turn.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await turn.query('SELECT pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    await turn.query('SET lock_timeout = 2000; SET statement_timeout = 5000').catch(() => undefined);
    await turn.release();
  }
}

class Postgres implements Database {
  readonly make = 'postgres';
  readonly alone = false;
  readonly reader: Connection;

  constructor(private readonly source: DataSource) {
    const query = async <T>(sql: string, params: readonly unknown[] = []): Promise<T[]> =>
      (await this.source.query(sql, params.map(bound))) as T[];
    this.reader = { query, run: async (sql, params) => void (await query(sql, params)) };
  }

  async writer(): Promise<Writer> {
    const runner = this.source.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    // The server names a prepared statement; the same text gets the same name, so it is parsed once a connection.
    const query = async <T>(sql: string, params: readonly unknown[] = []): Promise<T[]> => {
      const name = params.length ? { name: nameOf(sql) } : {};
      const answer = await client.query({ ...name, text: sql, values: params.map(bound) });
      return answer.rows as T[];
    };
    return {
      query,
      run: async (sql, params) => void (await query(sql, params)),
      release: (broken) => {
        // The pool is told by the error event of a connection that has ended; ending it here makes it so.
        if (broken) void (client as unknown as { end(): Promise<void> }).end?.().catch(() => undefined);
        void runner.release();
      },
    };
  }

  isTaken(error: unknown): boolean {
    return (error as { code?: string }).code === '23505';
  }

  mayRetry(error: unknown): boolean {
    return ['40001', '40P01', '55P03'].includes((error as { code?: string }).code ?? '');
  }

  close(): Promise<void> {
    return this.source.destroy();
  }
}

const names = new Map<string, string>();
function nameOf(sql: string): string {
  const name = names.get(sql) ?? `s${names.size}`;
  names.set(sql, name);
  return name;
}

function bound(value: unknown): unknown {
  if (value === undefined) return null;
  return typeof value === 'boolean' ? Number(value) : value;
}
