import type { z } from 'zod';
import type { Actor } from '../people.js';
import type { RefusalCode } from '../refusals.js';

/** What a person asks for: an id made once by their device, a kind, and its payload. */
export interface Change {
  id: string;
  kind: string;
  payload: unknown;
}

/** What the server alone gives: place in the log, its own clock, and who the sign-in says they are. */
export interface Stamp {
  /** 1, 2, 3… without a gap, per log. */
  seq: number;
  /** ISO instant of the server's clock. */
  at: string;
  /** The person, or null: the product itself, or somebody not yet to be told (a hidden score). */
  by: string | null;
}

/** A change that was taken: what it was, and the server's stamp. `hidden` marks a payload reduced for this reader. */
export interface Entry extends Change, Stamp {
  hidden?: true;
}

/** Names for the sentence the audit shows. */
export type Names = (personId: string | null) => string;

/**
 * One act that can be done to a log: authority, rule, effect and words on one screen, run by both ends.
 * All of it is pure: the time comes from the stamp, never from a clock.
 */
export interface Kind<S, P> {
  kind: string;
  /**
   * What a person may send. It is strict, so that nobody can send what only the product adds: a kind that is completed,
   * enriched or reduced has a wider payload type than its schema accepts.
   */
  schema: z.ZodType<P>;
  /** Whether this person may do this at all; the code says why not. */
  may(actor: Actor, payload: P, state: S): RefusalCode | null;
  /** Whether this is the moment for it. */
  when?(state: S, payload: P, actor: Actor): RefusalCode | null;
  /** The state after it. Never changes what it is given. Must also take a payload made by `reduced`. */
  apply(state: S, payload: P, stamp: Stamp): S;
  /** The sentence the audit shows, without the person's name in front: "moved the room to Challenge". */
  says(payload: P, names: Names): string;
  /** False: may not wait in the outbox, it is done now or not at all. */
  offline?: boolean;
  /** Its payload names, as `readSeq`, the last entry its author had read: refused when anything came after. */
  reads?: boolean;
  /** Only the product itself records it (a consequence); a person asking for it is refused. */
  internal?: boolean;
  /** Stored encrypted, because it must stay unread even in the database. */
  sealed?: boolean;
  /** What only the server can add before it is recorded, from the full state it alone holds. */
  completes?(payload: P, state: S, by: string | null): P;
  /** Who may receive the payload, the state being that after the newest entry recorded. Left out: everybody in the log. */
  seenBy?(actor: Actor, payload: P, state: S, by: string | null): boolean;
  /** What this other person receives instead; `hideBy` hides who it was. */
  reduced?(payload: P, state: S, actor: Actor): { payload: P; hideBy?: boolean };
}

/** Gives a kind its types while keeping its payload inferred from the schema. */
export function kindOf<S>() {
  return <P>(kind: Kind<S, P>): Kind<S, P> => kind;
}

// biome-ignore lint/suspicious/noExplicitAny: a log holds kinds of many payloads; each is checked by its own schema
export type AnyKind<S> = Kind<S, any>;

/** What a log is made of: an empty state, the kinds that change it, and what a reader may not see of the state. */
export interface LogDefinition<S> {
  name: 'session' | 'discussion';
  empty: S;
  kinds: Readonly<Record<string, AnyKind<S>>>;
  /** The state as this person may see it: equal to folding the entries that were reduced for them. */
  redactState(state: S, actor: Actor): S;
}
