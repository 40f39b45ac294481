import type { Entry } from '../../shared/live/change.js';
import { fold } from '../../shared/live/log.js';
import type { Tx } from '../core/transaction.js';
import { type EntryRow, hashOf } from './chain.js';
import { emptyLog, type Kept, type LiveLog, type LogCache } from './live-log.js';
import type { LogStore } from './log-store.js';

// The folded state is stored about so often: a log is opened by folding no more than this.
const storeStateEvery = 200;

/** What one commit added to one log, with the state after all of it, by which readers' shares are cut. */
export interface News {
  logId: string;
  entries: readonly Entry[];
  state: unknown;
  /** The connection that asked for all of it, if only one did: it has its answer already. */
  origin: string | null;
}

/** A log as a transaction sees it: the committed one and what was added since, all of which may yet come to nothing. */
export interface Working {
  readonly base: LiveLog;
  seq: number;
  hash: string;
  state: unknown;
  added: Kept[];
  origins: (string | null)[];
}

/** An entry to be: everything but what the log itself gives it. */
export interface Drafted {
  id: string;
  kind: string;
  payload: unknown;
  /** The payload as canonical JSON. */
  text: string;
  by: string | null;
  asked: string | null;
  origin: string | null;
}

interface Head {
  id: string;
  head: number;
  hash: string;
}

/** A point to come back to when a change's consequences fail. */
export interface Mark {
  rows: number;
  logs: Map<string, Omit<Working, 'base'>>;
}

/**
 * Everything one transaction adds to logs, kept in memory until just before the commit and then written in one
 * statement.
 */
export class Draft {
  private readonly logs = new Map<string, Working>();
  private rows: EntryRow[] = [];
  /** The authority version under which logs were taken as remembered, or null where their heads are locked. */
  private asRemembered: number | null = null;

  constructor(
    private readonly tx: Tx,
    private readonly cache: LogCache,
    private readonly store: LogStore,
    private readonly at: () => string,
    /** Told the authority version as read in this transaction. */
    private readonly heard: (version: number) => void,
  ) {}

  /**
   * Opens these logs as they are remembered, if all are, without asking the database. On PostgreSQL another server may
   * have been there since: what is written then holds only if the heads are still these and the authority `version`.
   */
  openRemembered(logIds: readonly string[], version: number): boolean {
    const logs = logIds.map((logId) => this.cache.get(logId));
    if (logs.includes(undefined)) return false;
    for (const log of logs) if (log && !this.logs.has(log.logId)) this.take(log);
    this.asRemembered = version;
    return true;
  }

  /** Opens these logs for writing. On PostgreSQL their heads are locked, in the order of their ids so that no two servers wait for each other. */
  async open(logIds: readonly string[]): Promise<void> {
    const wanted = [...new Set(logIds)].filter((logId) => !this.logs.has(logId)).sort();
    if (this.tx.make === 'sqlite') {
      for (const logId of wanted)
        this.take(this.cache.get(logId) ?? this.known(await this.store.load(this.tx, logId)));
      return;
    }
    if (!wanted.length) return;
    const places = wanted.map((_, i) => `$${i + 1}`).join(', ');
    const sql = `SELECT id, head, hash, (SELECT version FROM authority WHERE id = 1) AS version
      FROM log WHERE id IN (${places}) ORDER BY id FOR UPDATE`;
    const heads = await this.tx.query<Head & { version: number }>(sql, wanted);
    if (heads[0]) this.heard(heads[0].version);
    for (const head of heads) this.take(await this.upTo(head));
  }

  /** How many entries it adds. */
  get size(): number {
    return this.rows.length;
  }

  /** The log, when there is one. Must have been opened. */
  get(logId: string): Working | undefined {
    return this.logs.get(logId);
  }

  /** A log that begins with its first entry. */
  begin(logId: string): Working {
    return this.take(emptyLog(logId)) as Working;
  }

  find(log: Working, id: string): Kept | undefined {
    return log.added.find((one) => one.entry.id === id) ?? log.base.recent.find(id);
  }

  /** Stamps, chains and folds one entry. */
  add(log: Working, change: Drafted): Entry {
    const { logId, definition } = log.base;
    const { id, kind, text, by, asked, origin } = change;
    const entry: Entry = { seq: log.seq + 1, id, kind, payload: change.payload, by, at: this.at() };
    const sealed = definition.kinds[kind]?.sealed ?? false;
    const payload = sealed ? this.store.sealed(text, logId, entry.seq) : text;
    const row = { logId, seq: entry.seq, id, kind, payload, sealed, by, at: entry.at, asked };
    // Folded before anything is kept of it: a kind that cannot apply its payload leaves nothing behind.
    const state = fold(definition, log.state, entry);
    const hash = hashOf(log.hash, row);
    this.rows.push({ ...row, hash });
    log.seq = entry.seq;
    log.hash = hash;
    log.state = state;
    log.added.push({ entry, asked });
    log.origins.push(origin);
    return entry;
  }

  mark(): Mark {
    const logs = new Map<string, Omit<Working, 'base'>>();
    for (const [logId, { seq, hash, state, added, origins }] of this.logs)
      logs.set(logId, { seq, hash, state, added: [...added], origins: [...origins] });
    return { rows: this.rows.length, logs };
  }

  back(mark: Mark): void {
    this.rows.length = mark.rows;
    for (const [logId, log] of this.logs) {
      const before = mark.logs.get(logId);
      // A log opened since is forgotten; on PostgreSQL its lock went with the savepoint.
      if (before) Object.assign(log, before);
      else this.logs.delete(logId);
    }
  }

  /** The last writes of the transaction. */
  write(): void {
    if (!this.rows.length) return;
    const heads = this.changed().map(({ base, seq, hash }) => ({
      logId: base.logId,
      was: base.seq,
      seq,
      hash,
    }));
    this.store.write(this.tx, this.rows, heads, this.asRemembered);
    for (const log of this.changed())
      if (log.seq - log.base.storedSeq >= storeStateEvery)
        this.store.storeState(this.tx, log.base.logId, log.seq, log.state);
  }

  /** After the commit: what was drafted is what is. */
  commit(): News[] {
    return this.changed().map((log) => {
      const { base, seq, hash, state, added, origins } = log;
      for (const one of added) base.recent.add(one);
      const storedSeq = seq - base.storedSeq >= storeStateEvery ? seq : base.storedSeq;
      this.cache.put({ ...base, seq, hash, state, storedSeq });
      const [origin = null] = origins;
      const entries = added.map((one) => one.entry);
      return {
        logId: base.logId,
        entries,
        state,
        origin: origins.every((one) => one === origin) ? origin : null,
      };
    });
  }

  private changed(): Working[] {
    return [...this.logs.values()].filter((log) => log.added.length);
  }

  private take(log: LiveLog | null): Working | null {
    if (!log) return null;
    const working = { base: log, seq: log.seq, hash: log.hash, state: log.state, added: [], origins: [] };
    this.logs.set(log.logId, working);
    return working;
  }

  /** The remembered log brought up to its locked head, or opened from the tables. */
  private async upTo(head: Head): Promise<LiveLog | null> {
    const known = this.cache.get(head.id);
    if (!known || known.seq > head.head) return this.known(await this.store.load(this.tx, head.id));
    if (known.seq === head.head) return known;
    const since = await this.store.kept(this.tx, head.id, known.seq, head.head);
    return this.known(this.store.follow(known, since, head.hash));
  }

  /** What was read under the lock is committed, whatever becomes of this transaction. */
  private known(log: LiveLog | null): LiveLog | null {
    if (log) this.cache.put(log);
    return log;
  }
}
