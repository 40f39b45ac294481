import sqlite3 from 'sqlite3';

/** A row as its table names its columns. */
export type Row = Readonly<Record<string, string | number | null>>;

const rowsAtOnce = 1_000;

/**
 * Fills tables of a database file by thousands of rows at once, as fast as SQLite takes them: nothing is flushed, and
 * nothing is looked up. What it is given must be right.
 */
export class Loader {
  private readonly waiting = new Map<string, { columns: string[]; rows: unknown[][] }>();
  private writing: Promise<void> = Promise.resolve();
  rows = 0;

  private constructor(private readonly database: sqlite3.Database) {}

  static async open(file: string): Promise<Loader> {
    const database = await new Promise<sqlite3.Database>((done, fail) => {
      const opened = new sqlite3.Database(file, (error) => (error ? fail(error) : done(opened)));
    });
    const loader = new Loader(database);
    await loader.exec(
      'PRAGMA journal_mode = off; PRAGMA synchronous = off; PRAGMA foreign_keys = off; PRAGMA cache_size = -800000; BEGIN',
    );
    return loader;
  }

  add(table: string, row: Row): void {
    let batch = this.waiting.get(table);
    if (!batch) {
      batch = { columns: Object.keys(row), rows: [] };
      this.waiting.set(table, batch);
    }
    batch.rows.push(Object.values(row));
    this.rows += 1;
    if (batch.rows.length >= rowsAtOnce) this.flush(table);
  }

  /** Resolves when what was handed over so far is written: whoever makes rows faster waits here. */
  room(): Promise<void> {
    return this.writing;
  }

  async close(): Promise<void> {
    for (const table of this.waiting.keys()) this.flush(table);
    await this.writing;
    await this.exec('COMMIT; PRAGMA journal_mode = wal');
    await new Promise<void>((done, fail) => this.database.close((error) => (error ? fail(error) : done())));
  }

  private flush(table: string): void {
    const batch = this.waiting.get(table);
    if (!batch?.rows.length) return;
    const { columns, rows } = batch;
    const text = JSON.stringify(rows);
    batch.rows = [];
    const values = columns.map((_, i) => `value ->> ${i}`).join(', ');
    const sql = `INSERT INTO ${table} (${columns.map((c) => `"${c}"`).join(', ')}) SELECT ${values} FROM json_each(?)`;
    this.writing = this.writing.then(
      () =>
        new Promise((done, fail) =>
          this.database.run(sql, [text], (error) => (error ? fail(error) : done())),
        ),
    );
    // A failure is met where it is waited for.
    this.writing.catch(() => undefined);
  }

  private exec(sql: string): Promise<void> {
    return new Promise((done, fail) => this.database.exec(sql, (error) => (error ? fail(error) : done())));
  }
}
