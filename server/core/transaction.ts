import { Inject, Injectable } from '@nestjs/common';
import { Authority } from './authority.js';
import type { Connection, Database, Writer } from './connection.js';
import { logError } from './log.js';
import { DATABASE } from './tokens.js';

/** A statement left for the end. `holds` looks at the rows it gave, and throws where it wrote nothing because of it. */
interface Last {
  sql: string;
  params: readonly unknown[];
  holds: ((rows: readonly unknown[]) => void) | undefined;
}

/** What holds the door open for one transaction. Only code that was handed one can write. */
export class Tx implements Connection {
  private readonly before: (() => void)[] = [];
  private readonly caughtUp: (() => void)[] = [];
  private readonly after: (() => void)[] = [];
  private readonly last: Last[] = [];
  private readonly owned = new Map<object, unknown>();
  private whose: string[] | null | undefined;
  private raisedTo: number | undefined;
  private savepoints = 0;
  private begun: Promise<void> | undefined;
  private over = false;
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(
    private readonly writer: Writer,
    readonly make: 'sqlite' | 'postgres',
  ) {}

  query<T>(sql: string, params?: readonly unknown[]): Promise<T[]> {
    return this.under(this.begin().then(() => this.writer.query<T>(sql, params)));
  }

  run(sql: string, params?: readonly unknown[]): Promise<void> {
    return this.under(this.begin().then(() => this.writer.run(sql, params)));
  }

  /**
   * A statement that can wait for the very end. One that turns out to be all there is goes without BEGIN and COMMIT: a
   * statement is a transaction by itself, and on the way of every change each trip to the database counts.
   */
  lastly(sql: string, params: readonly unknown[], holds?: Last['holds']): void {
    this.notOver();
    this.last.push({ sql, params, holds });
  }

  /** What belongs to this transaction alone, made when first asked for, and gone with it. */
  own<T>(whose: object, make: () => T): T {
    // Not a WeakMap of the asker's: what one holds outlives every quick collection, with all that hangs on it.
    if (!this.owned.has(whose)) this.owned.set(whose, make());
    return this.owned.get(whose) as T;
  }

  // By the first statement, not before: work that reads nothing and leaves one statement for the end never needs it.
  private begin(): Promise<void> {
    this.notOver();
    this.begun ??= this.writer.run(this.make === 'sqlite' ? 'BEGIN IMMEDIATE' : 'BEGIN');
    return this.begun;
  }

  private notOver(): void {
    if (this.over) throw new Error('This transaction is over');
  }

  private under<T>(statement: Promise<T>): Promise<T> {
    this.underWay.add(statement);
    const done = (): void => void this.underWay.delete(statement);
    statement.then(done, done);
    return statement;
  }

  /**
   * Waits for what was started and not awaited: one of several at once may have failed while another still runs, and
   * after a rollback that one would write on its own, outside of any transaction.
   */
  async quiet(): Promise<void> {
    while (this.underWay.size) await Promise.allSettled(this.underWay);
  }

  /** Work whose failure is its own: what it wrote is taken back, and the rest of the transaction goes on. */
  async savepoint<T>(work: () => Promise<T>): Promise<T> {
    const name = `s${++this.savepoints}`;
    await this.run(`SAVEPOINT ${name}`);
    try {
      const result = await work();
      await this.run(`RELEASE SAVEPOINT ${name}`);
      return result;
    } catch (error) {
      await this.quiet();
      await this.run(`ROLLBACK TO SAVEPOINT ${name}`);
      await this.run(`RELEASE SAVEPOINT ${name}`);
      throw error;
    }
  }

  /**
   * Must be called by whatever changes people, roles, posts, allocations, sessions, guests or sign-ins. Naming the
   * people whose standing changes keeps everybody else's from being read again.
   */
  touchAuthority(whose?: readonly string[]): void {
    if (!whose || this.whose === null) this.whose = null;
    else this.whose = [...(this.whose ?? []), ...whose];
  }

  /** Whether somebody's standing changed here: then nothing remembered holds, and nothing read here may be remembered. */
  get touched(): boolean {
    return this.whose !== undefined;
  }

  /** Last writes, in the transaction: statements for the end. */
  beforeCommit(work: () => void): void {
    this.before.push(work);
  }

  /** Once it is on disk and before anybody else is let in: what is remembered catches up. Must not fail. */
  whenCommitted(work: () => void): void {
    this.caughtUp.push(work);
  }

  /** Once it is on disk: acknowledge, then tell others. Never awaited, must not fail. */
  afterCommit(work: () => void): void {
    this.after.push(work);
  }

  /** Run by the door alone. */
  async commit(): Promise<void> {
    for (let i = 0; i < this.before.length; i++) this.before[i]!();
    if (this.whose !== undefined) {
      const [row] = await this.query<{ version: number }>(
        'UPDATE authority SET version = version + 1 WHERE id = 1 RETURNING version',
      );
      this.raisedTo = row!.version;
    }
    const [only, ...more] = this.last;
    if (!this.begun && only && !more.length) {
      await this.write(only, this.writer);
      return;
    }
    for (const one of this.last) await this.write(one, this);
    await this.quiet();
    if (this.begun) await this.writer.run('COMMIT');
  }

  private async write({ sql, params, holds }: Last, to: Connection): Promise<void> {
    if (holds) holds(await to.query(sql, params));
    else await to.run(sql, params);
  }

  /** Run by the door alone. Whether it is undone; after a failed commit there may be nothing left to undo. */
  async rollback(): Promise<boolean> {
    this.end();
    await this.quiet();
    if (!this.begun) return true;
    return this.writer.run('ROLLBACK').then(
      () => true,
      () => false,
    );
  }

  /** Run by the door alone, in the turn in which it is known to be on disk. */
  committed(authority: Authority): void {
    const { raisedTo, whose } = this;
    if (raisedTo !== undefined && whose !== undefined) authority.risen(raisedTo, whose);
    all(this.caughtUp);
    // In the next tick: by then the next commit is under way, and the disk works while this one is told.
    if (this.after.length) process.nextTick(all, this.after);
  }

  end(): void {
    this.over = true;
  }
}

/** It is on disk: nobody may be told otherwise, and whoever else waits is still told. */
function all(works: readonly (() => void)[]): void {
  for (const work of works) {
    try {
      work();
    } catch (error) {
      logError('after a commit', error);
    }
  }
}

const tries = 5;

/**
 * THE ONE DOOR. On SQLite all of TypeORM shares one connection, and two transactions at once were measured to lose
 * acknowledged rows; so there they enter one by one, each when the one before has gone. On PostgreSQL each has its
 * own connection, and one that met another's lock is tried again, so `work` must be fit to run twice.
 * Guarded by transaction.test: "four hundred people write at once, forty in vain".
 */
@Injectable()
export class Transactions {
  private last: Promise<unknown> = Promise.resolve();
  private readonly running = new Set<Promise<unknown>>();
  private shut = false;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly authority: Authority,
  ) {}

  run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    if (this.shut) return Promise.reject(new Error('The door is shut: this server is leaving'));
    const running = this.enter(work);
    this.running.add(running);
    const done = (): void => void this.running.delete(running);
    running.then(done, done);
    return running;
  }

  /** Lets nobody in any more, and waits for those who are. */
  async shutDoor(): Promise<void> {
    this.shut = true;
    await Promise.allSettled(this.running);
  }

  private enter<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    if (this.database.make === 'postgres') return this.again(work, tries);
    const turn = this.last.then(() => this.once(work));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async again<T>(work: (tx: Tx) => Promise<T>, left: number): Promise<T> {
    try {
      return await this.once(work);
    } catch (error) {
      if (left <= 1 || !this.database.mayRetry(error)) throw error;
      return this.again(work, left - 1);
    }
  }

  private async once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const writer = await this.database.writer();
    const tx = new Tx(writer, this.database.make);
    let broken = false;
    let result: T;
    try {
      result = await work(tx);
      await tx.commit();
    } catch (error) {
      broken = !(await tx.rollback());
      throw error;
    } finally {
      tx.end();
      writer.release(broken);
    }
    tx.committed(this.authority);
    return result;
  }
}
