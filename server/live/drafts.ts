import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Entry } from '../../shared/live/change.js';
import { complete } from '../../shared/live/log.js';
import { Authority } from '../core/authority.js';
import { Clock } from '../core/clock.js';
import type { Connection } from '../core/connection.js';
import type { Tx } from '../core/transaction.js';
import { canonical } from './chain.js';
import { Draft, type News } from './draft.js';
import { type LiveLog, LogCache } from './live-log.js';
import { LogStore } from './log-store.js';

/** Which draft belongs to which transaction, what is remembered of logs, and who is told of commits. */
@Injectable()
export class Drafts {
  private readonly cache = new LogCache();
  private readonly listeners: ((news: readonly News[]) => void)[] = [];

  constructor(
    private readonly store: LogStore,
    private readonly clock: Clock,
    private readonly authority: Authority,
  ) {}

  /** The draft of this transaction: written just before it commits, remembered as it has, told just after. */
  of(tx: Tx): Draft {
    return tx.own(this, () => this.begin(tx));
  }

  private begin(tx: Tx): Draft {
    const draft = new Draft(
      tx,
      this.cache,
      this.store,
      () => this.clock.at(),
      (version) => this.authority.risen(version, null),
    );
    tx.beforeCommit(() => {
      draft.write();
      tx.whenCommitted(() => {
        const news = draft.commit();
        // Last of all, so that whoever asked has their answer before the others are told.
        tx.afterCommit(() => this.tell(news));
      });
    });
    return draft;
  }

  /** Records what the product itself does to a log, which begins with it if there is none. */
  async append(tx: Tx, logId: string, kind: string, payload: unknown, by: string | null): Promise<Entry> {
    const draft = this.of(tx);
    await draft.open([logId]);
    const log = draft.get(logId) ?? draft.begin(logId);
    const whole = complete(log.base.definition, log.state, kind, payload, by);
    if (!Object.hasOwn(log.base.definition.kinds, kind)) throw new Error(`There is no kind ${kind}`);
    const text = canonical(whole);
    return draft.add(log, { id: randomUUID(), kind, payload: whole, text, by, asked: null, origin: null });
  }

  /** Which kinds a log holds, what this transaction adds included. Nobody adds to it before the transaction is over. */
  async kindsIn(tx: Tx, logId: string): Promise<string[]> {
    const draft = this.of(tx);
    await draft.open([logId]);
    const kept = await tx.query<{ kind: string }>('SELECT DISTINCT kind FROM entry WHERE log_id = $1', [
      logId,
    ]);
    return [...kept, ...(draft.get(logId)?.added ?? []).map(({ entry }) => entry)].map(({ kind }) => kind);
  }

  /** The state of a log that is there, with what this transaction adds. */
  async stateIn(tx: Tx, logId: string): Promise<unknown> {
    const draft = this.of(tx);
    await draft.open([logId]);
    return draft.get(logId)?.state;
  }

  /** The log as committed now, or nothing. On SQLite this process alone writes; otherwise the head is asked. */
  async read(at: Connection, logId: string, shared: boolean): Promise<LiveLog | null> {
    const before = this.cache.get(logId);
    if (!shared) return before ?? this.keep(await this.store.load(at, logId));
    // In one look with the authority: whoever another server let out before these entries is let out here before them too.
    const [head] = await at.query<{ head: number; hash: string; version: number }>(
      'SELECT head, hash, (SELECT version FROM authority WHERE id = 1) AS version FROM log WHERE id = $1',
      [logId],
    );
    if (head) this.authority.risen(head.version, null);
    const known = this.cache.get(logId);
    if (!head || !known || head.head < known.seq) return this.keep(await this.store.load(at, logId));
    if (head.head === known.seq) return known;
    return this.keep(
      this.store.follow(known, await this.store.kept(at, logId, known.seq, head.head), head.hash),
    );
  }

  /** What is remembered of these does not go with the tables: they are read anew before anything is added. */
  forget(logIds: readonly string[]): void {
    for (const logId of logIds) this.cache.drop(logId);
  }

  seqNow(logId: string): number {
    return this.cache.get(logId)?.seq ?? 0;
  }

  /** Entries after `since` up to `upTo`, where they are remembered; else none: who lacks them asks. */
  between(logId: string, since: number, upTo: number): readonly Entry[] {
    return (since < upTo && this.cache.get(logId)?.recent.since(since, upTo)) || [];
  }

  whenCommitted(tell: (news: readonly News[]) => void): void {
    this.listeners.push(tell);
  }

  private keep(log: LiveLog | null): LiveLog | null {
    if (!log) return null;
    this.cache.put(log);
    // A commit may have put a newer one there while this was read.
    return this.cache.get(log.logId) ?? log;
  }

  private tell(news: readonly News[]): void {
    if (news.length) for (const tell of this.listeners) tell(news);
  }
}
