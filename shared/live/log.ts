import type { Actor } from '../people.js';
import { maySee } from '../people.js';
import { type Refusal, refusal } from '../refusals.js';
import type { Change, Entry, LogDefinition, Stamp } from './change.js';

/** The verdict on a change: a refusal, or the payload as its schema read it (and as the server completed it). */
export type Verdict = { refusal: Refusal } | { payload: unknown };

/** Judges a change against the state as it stands. The same function on the server, which decides, and on the client, which hopes. */
export function judge<S>(log: LogDefinition<S>, state: S, actor: Actor, change: Change): Verdict {
  const kind = Object.hasOwn(log.kinds, change.kind) ? log.kinds[change.kind] : undefined;
  if (!kind || kind.internal) return { refusal: refusal('unknown-kind') };
  const read = kind.schema.safeParse(change.payload);
  if (!read.success) return { refusal: refusal('unreadable') };
  if (!maySee(actor)) return { refusal: refusal('not-found') };
  const no = kind.may(actor, read.data, state) ?? kind.when?.(state, read.data, actor) ?? null;
  return no ? { refusal: refusal(no) } : { payload: read.data };
}

/** Applies one entry. Kinds that this page does not know are passed over, so that an older page keeps its place. */
export function fold<S>(log: LogDefinition<S>, state: S, entry: Entry): S {
  const kind = Object.hasOwn(log.kinds, entry.kind) ? log.kinds[entry.kind] : undefined;
  return kind ? kind.apply(state, entry.payload, stampOf(entry)) : state;
}

/** Adds what only the server knows to a payload before it is recorded (the scores at a reveal). */
export function complete<S>(
  log: LogDefinition<S>,
  state: S,
  kindName: string,
  payload: unknown,
  by: string | null,
): unknown {
  return log.kinds[kindName]?.completes?.(payload, state, by) ?? payload;
}

/** Whether every reader receives this entry whole, so that one frame can serve the room. */
export function isOpen<S>(log: LogDefinition<S>, entry: Entry): boolean {
  return log.kinds[entry.kind]?.seenBy === undefined;
}

/**
 * The entry as this person may see it: the same place in the log, the payload only for those who may read it.
 * `state` is the full state after the newest entry recorded, for old entries too: what was made protected later is
 * then withheld from whoever catches up later.
 */
export function redact<S>(log: LogDefinition<S>, state: S, entry: Entry, actor: Actor): Entry {
  const kind = log.kinds[entry.kind];
  if (!kind?.seenBy || kind.seenBy(actor, entry.payload, state, entry.by)) return entry;
  const less = kind.reduced?.(entry.payload, state, actor) ?? { payload: {} };
  return { ...entry, payload: less.payload, by: less.hideBy ? null : entry.by, hidden: true };
}

function stampOf(entry: Entry): Stamp {
  return { seq: entry.seq, at: entry.at, by: entry.by };
}
