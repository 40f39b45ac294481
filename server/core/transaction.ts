import { Inject, Injectable } from '@nestjs/common';
import { Authority } from './authority.js';
import type { Connection, Database, Writer } from './connection.js';
import { logError } from './log.js';
import { DATABASE } from './tokens.js';

/** What holds the door open for one transaction. Only code that was handed one can write. */
export class Tx implements Connection {
  private readonly before: (() => Promise<void>)[] = [];
  private readonly after: (() => void)[] = [];
  private whose: string[] | null | undefined;
  private savepoints = 0;
  private over = false;
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(
    private readonly writer: Writer,
    readonly make: 'sqlite' | 'postgres',
  ) {}

  query<T>(sql: string, params?: readonly unknown[]): Promise<T[]> {
    if (this.over) throw new Error('This transaction is over');
    return this.under(this.writer.query<T>(sql, params));
  }

  run(sql: string, params?: readonly unknown[]): Promise<void> {
    if (this.over) throw new Error('This transaction is over');
    return this.under(this.writer.run(sql, params));
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

  /** Last writes, in the transaction. */
  beforeCommit(work: () => Promise<void>): void {
    this.before.push(work);
  }

  /** Once it is on disk: acknowledge, then tell others. Never awaited, must not fail. */
  afterCommit(work: () => void): void {
    this.after.push(work);
  }

  /** Run by the door alone. */
  async settle(authority: Authority): Promise<() => void> {
    for (let i = 0; i < this.before.length; i++) await this.before[i]!();
    const { whose } = this;
    if (whose !== undefined) {
      const [row] = await this.query<{ version: number }>(
        'UPDATE authority SET version = version + 1 WHERE id = 1 RETURNING version',
      );
      this.after.unshift(() => authority.risen(row!.version, whose));
    }
    return () => {
      for (const work of this.after) {
        try {
          work();
        } catch (error) {
          // It is on disk: nobody may be told otherwise, and whoever else waits is still told.
          logError('after a commit', error);
        }
      }
    };
  }

  end(): void {
    this.over = true;
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
    let tell: () => void;
    let result: T;
    try {
      await writer.run(this.database.make === 'sqlite' ? 'BEGIN IMMEDIATE' : 'BEGIN');
      result = await work(tx);
      tell = await tx.settle(this.authority);
      await tx.quiet();
      await writer.run('COMMIT');
    } catch (error) {
      tx.end();
      await tx.quiet();
      // After a failed commit there may be nothing left to roll back.
      await writer.run('ROLLBACK').catch(() => {
        broken = true;
      });
      throw error;
    } finally {
      tx.end();
      writer.release(broken);
    }
    tell();
    return result;
  }
}
