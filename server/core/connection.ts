import type { Config } from '../config.js';

/** A connection as the product speaks to it: SQL with $1, $2… that runs on SQLite and on PostgreSQL alike. */
export interface Connection {
  query<T>(sql: string, params?: readonly unknown[]): Promise<T[]>;
  /** As `query`, for what gives no rows. */
  run(sql: string, params?: readonly unknown[]): Promise<void>;
}

/** The connection of one transaction. Given back when done; a broken one is thrown away. */
export interface Writer extends Connection {
  release(broken: boolean): void;
}

/** A database of either make. Everything that knows which one stays in this folder. */
export interface Database {
  readonly make: 'sqlite' | 'postgres';
  /** Whether this process alone writes, so that what it remembers is how it is. */
  readonly alone: boolean;
  /** For reading what is committed, never for writing. */
  readonly reader: Connection;
  writer(): Promise<Writer>;
  /** Whether this error says that a row with this key is there already. */
  isTaken(error: unknown): boolean;
  /** Whether the same transaction may work when tried again: somebody else's lock was in the way. */
  mayRetry(error: unknown): boolean;
  close(): Promise<void>;
}

export type OpenDatabase = (config: Config) => Promise<Database>;
