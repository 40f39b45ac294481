import { discussionLog } from '../../shared/discussion/log.js';
import type { DiscussionState } from '../../shared/discussion/state.js';
import type { Entry, LogDefinition } from '../../shared/live/change.js';
import { complete, fold, judge, redact } from '../../shared/live/log.js';
import { updateFrom } from '../../shared/live/prose.js';
import type { Actor } from '../../shared/people.js';
import type { RefusalCode } from '../../shared/refusals.js';
import { hartley, tuesday } from './hartley.js';

/** Freezes a value all the way down: whoever then changes what it was given fails. */
export function frozen<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}

/** One log as the server keeps it, without a server: judges, completes, records, and can show it to anybody. */
export class RecordRoom<S> {
  state: S;
  readonly entries: Entry[] = [];
  private now = Date.parse('2026-03-10T09:30:00.000Z');

  constructor(readonly log: LogDefinition<S>) {
    this.state = log.empty;
  }

  /** Somebody asks for a change: its refusal's code, or nothing when it was taken. */
  does(who: Actor, kind: string, payload: unknown): RefusalCode | null {
    const change = { id: `change-${this.entries.length}`, kind, payload: frozen(payload) };
    const verdict = judge(this.log, frozen(this.state), who, change);
    if ('refusal' in verdict) return verdict.refusal.code;
    const full = complete(this.log, this.state, kind, frozen(verdict.payload), who.personId);
    this.add(kind, full, who.personId);
    return null;
  }

  /** The product itself records something. */
  records(kind: string, payload: unknown, by: string | null = null): void {
    this.add(kind, payload, by);
  }

  private add(kind: string, payload: unknown, by: string | null): void {
    this.now += 1000;
    // Over the wire and back, as every entry goes.
    const sent = JSON.parse(JSON.stringify(payload)) as unknown;
    const seq = this.entries.length + 1;
    const entry: Entry = {
      id: `e-${seq}`,
      kind,
      payload: sent,
      seq,
      at: new Date(this.now).toISOString(),
      by,
    };
    this.entries.push(frozen(entry));
    this.state = frozen(fold(this.log, frozen(this.state), entry));
  }

  /** The entries after `since` as somebody receives them now. */
  sentTo(who: Actor, since = 0): Entry[] {
    return this.entries.slice(since).map((entry) => redact(this.log, this.state, entry, who));
  }

  /** What somebody sees who was sent everything. */
  seenBy(who: Actor): S {
    return this.sentTo(who).reduce((state, entry) => fold(this.log, state, frozen(entry)), this.log.empty);
  }
}

/** A family's discussion in which people write. */
export class DiscussionRoom extends RecordRoom<DiscussionState> {
  private docs = 0;

  constructor() {
    super(discussionLog);
  }

  /** Somebody writes a whole text into a field that is empty. */
  writes(who: Actor, field: string, text: string): RefusalCode | null {
    this.docs += 1;
    return this.does(who, 'prose.edit', { field, update: updateFrom(text, this.docs) });
  }
}

/** Open for preparation. */
export function preparing(opened: Partial<typeof hartley> = {}): DiscussionRoom {
  const room = new DiscussionRoom();
  room.records('discussion.open', { ...hartley, ...opened });
  return room;
}

/** Being discussed on Tuesday, Adaeze in the chair and Sandra with the pen. */
export function live(opened: Partial<typeof hartley> = {}): DiscussionRoom {
  const room = preparing(opened);
  room.records('discussion.begin', tuesday);
  return room;
}
