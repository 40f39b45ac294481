import type { Database as Handle, Statement } from 'sqlite3';
import type { Connection } from './connection.js';

/**
 * The driver's own connection with its statements prepared once. Order is kept only by waiting: this driver starts a
 * prepared statement at once on a free thread, so begin, the writes, and commit are each awaited.
 */
export class SqliteConnection implements Connection {
  private readonly statements = new Map<string, Promise<Statement>>();

  constructor(private readonly handle: Handle) {}

  async query<T>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    const statement = await this.statement(sql);
    return new Promise((done, fail) => {
      statement.all(params.map(bound), (error: Error | null, rows: T[]) =>
        error ? fail(error) : done(rows),
      );
    });
  }

  async run(sql: string, params: readonly unknown[] = []): Promise<void> {
    const statement = await this.statement(sql);
    return new Promise((done, fail) => {
      statement.run(params.map(bound), (error: Error | null) => (error ? fail(error) : done()));
    });
  }

  /** Statements must be finalized before the connection can close. */
  async finalize(): Promise<void> {
    const all = await Promise.allSettled(this.statements.values());
    this.statements.clear();
    for (const one of all)
      if (one.status === 'fulfilled') await new Promise<void>((done) => one.value.finalize(() => done()));
  }

  private statement(sql: string): Promise<Statement> {
    const known = this.statements.get(sql);
    if (known) return known;
    const made = new Promise<Statement>((done, fail) => {
      // ?1 rather than $1: a named parameter would take its number from where it first stands, not from its name.
      const statement = this.handle.prepare(sql.replace(/\$(\d+)/g, '?$1'), (error: Error | null) => {
        if (error) {
          this.statements.delete(sql);
          fail(error);
        } else done(statement);
      });
    });
    this.statements.set(sql, made);
    return made;
  }
}

function bound(value: unknown): unknown {
  if (value === undefined) return null;
  return typeof value === 'boolean' ? Number(value) : value;
}
