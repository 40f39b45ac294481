import type { Entry } from '../../shared/live/change.js';
import { beginning } from './chain.js';
import { type AnyLog, definitionOf } from './definitions.js';

// So many entries stay in memory: for the page that was away a moment, and for a change that is sent again.
const remembered = 300;

/** A log as it was last committed. Replaced, never changed, but for what it remembers of its newest entries. */
export interface LiveLog {
  readonly logId: string;
  readonly definition: AnyLog;
  readonly seq: number;
  readonly hash: string;
  /** Folded from every entry: unredacted, never sent as it is. */
  readonly state: unknown;
  /** Up to where the state was last stored. */
  readonly storedSeq: number;
  readonly recent: Recent;
}

export function emptyLog(logId: string): LiveLog {
  const definition = definitionOf(logId);
  const base = { logId, definition, seq: 0, hash: beginning, state: definition.empty, storedSeq: 0 };
  return { ...base, recent: new Recent() };
}

/** An entry with the keyed hash of what was asked, where that is not what was recorded. */
export interface Kept {
  entry: Entry;
  asked: string | null;
}

/** The newest entries of a log, by place and by id. */
export class Recent {
  private readonly byId = new Map<string, Kept>();

  add(kept: Kept): void {
    this.byId.set(kept.entry.id, kept);
    if (this.byId.size > remembered) this.byId.delete(this.byId.keys().next().value as string);
  }

  find(id: string): Kept | undefined {
    return this.byId.get(id);
  }

  /** The entries after `since`, in order, or nothing when they are not all remembered. */
  since(since: number, upTo: number): Entry[] | undefined {
    const entries: Entry[] = [];
    for (const { entry } of this.byId.values())
      if (entry.seq > since && entry.seq <= upTo) entries.push(entry);
    return entries.length === upTo - since ? entries : undefined;
  }
}

/**
 * The logs in use. On SQLite what stands here is the truth; on PostgreSQL it is held against the head, under its lock.
 * Kept in two halves: a full one becomes the older, and what nobody asked for since goes with it when the next is full.
 */
export class LogCache {
  private logs = new Map<string, LiveLog>();
  private older = new Map<string, LiveLog>();

  constructor(private readonly most = 2000) {}

  get(logId: string): LiveLog | undefined {
    const log = this.logs.get(logId);
    if (log) return log;
    const old = this.older.get(logId);
    if (old) this.keep(old);
    return old;
  }

  drop(logId: string): void {
    this.logs.delete(logId);
    this.older.delete(logId);
  }

  /** Takes the newer of two: after two commits on PostgreSQL, the second may come to tell first. */
  put(log: LiveLog): void {
    const known = this.get(log.logId);
    if (!known || known.seq <= log.seq) this.keep(log);
  }

  private keep(log: LiveLog): void {
    this.older.delete(log.logId);
    this.logs.set(log.logId, log);
    if (this.logs.size < this.most / 2) return;
    this.older = this.logs;
    this.logs = new Map();
  }
}
