import type { QueryRunner } from 'typeorm';

/** The few words in which SQLite and PostgreSQL differ here. */
export interface Dialect {
  make: 'sqlite' | 'postgres';
  blob: string;
}

/** Runs each statement with the words of the database in use; blanks are collapsed, so that both keep the same text. */
export async function define(
  runner: QueryRunner,
  statements: (dialect: Dialect) => readonly string[],
): Promise<void> {
  const make = runner.connection.options.type === 'postgres' ? 'postgres' : 'sqlite';
  const dialect: Dialect = { make, blob: make === 'postgres' ? 'bytea' : 'blob' };
  for (const statement of statements(dialect)) await runner.query(statement.replace(/\s+/g, ' ').trim());
}
