import type { Change, Entry, LogDefinition } from '../../shared/live/change.js';
import { fold, judge, type Verdict } from '../../shared/live/log.js';
import type { End } from '../../shared/live/wire.js';
import type { Actor } from '../../shared/people.js';
import { refusal } from '../../shared/refusals.js';

/** A change made here that the server has not been seen to record yet. `at` is only for showing it meanwhile. */
export interface Pending extends Change {
  at: string;
  /** The place the server gave it, when it has said yes but entries before it have not arrived. */
  acked?: number;
}

/** What an arrival did: which of one's own changes are now confirmed, and whether entries are missing in between. */
export interface Taken {
  confirmed: Entry[];
  gap: boolean;
  /** The change that was acknowledged stood in what was confirmed already, and was pending all the same. */
  stood?: boolean;
}

/** Before the server has said who one is in a log, one may do nothing in it. */
export const nobody: Actor = {
  personId: '',
  name: '',
  discipline: 'business-support',
  relations: [],
  confirmed: false,
};

/**
 * One log as this device knows it: what the server has confirmed, strictly in order, and one's own pending changes on
 * top, judged and applied by the server's own functions. Knows nothing of sockets, storage or clocks.
 */
export class Engine<S> {
  #confirmed: S;
  #seq = 0;
  #end: End | undefined;
  #you: Actor = nobody;
  #pending: Pending[] = [];
  // Entries that arrived before the ones they follow, by seq.
  readonly #ahead = new Map<number, Entry>();
  #shown: S | undefined;

  constructor(readonly log: LogDefinition<S>) {
    this.#confirmed = log.empty;
  }

  get confirmed(): S {
    return this.#confirmed;
  }

  get seq(): number {
    return this.#seq;
  }

  /** The entry at `seq`, by which the server tells whether its log is still this one. */
  get end(): End | undefined {
    return this.#end;
  }

  get you(): Actor {
    return this.#you;
  }

  get pending(): readonly Pending[] {
    return this.#pending;
  }

  /** Whether entries are held that others must come before. */
  get isBehind(): boolean {
    return this.#ahead.size > 0;
  }

  /** The confirmed state with what is pending applied on top. A change that would be refused now is left out, not dropped. */
  get state(): S {
    this.#shown ??= this.#pending.reduce(
      (state, change, i) => this.#onTop(state, change, i),
      this.#confirmed,
    );
    return this.#shown;
  }

  /** Judges a change against what is shown. */
  judge(change: Change): Verdict {
    const kind = this.log.kinds[change.kind];
    if (kind?.reads && readSeqOf(change.payload) !== this.#seq) return { refusal: refusal('moved-on') };
    return this.#judgeOn(this.state, change);
  }

  /** Puts a change on top of what is confirmed. */
  add(change: Change, at: string): void {
    const pending = { ...change, at };
    // Only this one is new: two hundred that wait already need not be judged again for each letter typed offline.
    this.#shown = this.#onTop(this.state, pending, this.#pending.length);
    this.#pending = [...this.#pending, pending];
  }

  /** Takes a pending change away: it was refused, or is given up. */
  remove(id: string): Pending | undefined {
    const found = this.#pending.find((p) => p.id === id);
    if (found) {
      this.#pending = this.#pending.filter((p) => p !== found);
      this.#shown = undefined;
    }
    return found;
  }

  /** Who the server says one is here. */
  becomes(you: Actor): void {
    this.#you = you;
    this.#shown = undefined;
  }

  /**
   * A whole state at `seq`, which ends with `end`. An older one than what is known here is passed over, unless the server
   * was `restored` from a copy: what it has forgotten is so, and what it said yes to may be forgotten, and is asked again.
   */
  restart(state: S, seq: number, end?: End, restored = false): void {
    if (seq < this.#seq && !restored) return;
    if (restored) {
      this.#ahead.clear();
      this.#pending = this.#pending.map(({ acked: _, ...change }) => change);
    }
    this.#confirmed = state;
    this.#seq = seq;
    this.#end = end;
    for (const known of [...this.#ahead.keys()]) if (known <= seq) this.#ahead.delete(known);
    this.#pending = this.#pending.filter((p) => p.acked === undefined || p.acked > seq);
    this.#shown = undefined;
  }

  /** Entries in any order and any number of times: lower or equal is known, the next is applied, a higher one waits. */
  take(entries: readonly Entry[]): Taken {
    for (const entry of entries) if (entry.seq > this.#seq) this.#ahead.set(entry.seq, entry);
    const confirmed: Entry[] = [];
    for (;;) {
      const next = this.#ahead.get(this.#seq + 1);
      if (!next) break;
      this.#ahead.delete(next.seq);
      this.#confirmed = fold(this.log, this.#confirmed, next);
      this.#seq = next.seq;
      this.#end = { id: next.id, at: next.at };
      if (this.remove(next.id)) confirmed.push(next);
      this.#shown = undefined;
    }
    return { confirmed, gap: this.#ahead.size > 0 };
  }

  /** The server's yes to one change. It may have been applied before, or have to wait for the entries before it. */
  acknowledge(entry: Entry): Taken {
    if (entry.seq <= this.#seq) {
      const stood = this.remove(entry.id) !== undefined;
      return { confirmed: [entry], gap: false, stood };
    }
    this.#pending = this.#pending.map((p) => (p.id === entry.id ? { ...p, acked: entry.seq } : p));
    return this.take([entry]);
  }

  /** Forgets all of it. */
  forget(): void {
    this.#confirmed = this.log.empty;
    this.#seq = 0;
    this.#end = undefined;
    this.#you = nobody;
    this.#pending = [];
    this.#ahead.clear();
    this.#shown = undefined;
  }

  #onTop(state: S, change: Pending, place: number): S {
    const verdict = this.#judgeOn(state, change);
    if ('refusal' in verdict) return state;
    const { id, kind, at } = change;
    const stamp = { seq: this.#seq + 1 + place, at, by: this.#you.personId };
    return fold(this.log, state, { id, kind, payload: verdict.payload, ...stamp });
  }

  #judgeOn(state: S, change: Change): Verdict {
    return judge(this.log, state, this.#you, change);
  }
}

function readSeqOf(payload: unknown): unknown {
  return typeof payload === 'object' && payload !== null && 'readSeq' in payload
    ? payload.readSeq
    : undefined;
}
