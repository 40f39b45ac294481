import { z } from 'zod';
import type { Actor } from '../people.js';
import type { Refusal } from '../refusals.js';
import type { Entry } from './change.js';

/** Raised whenever a message or a kind changes its shape; a test holds the hash of all schemas against it. */
export const PROTOCOL = 2;

/** At most this many changes in one message: a returning outbox sends in batches of it. */
export const batchLimit = 64;

/** `session/<uuid>` or `discussion/<uuid>`. */
export const logIdSchema = z
  .string()
  .regex(/^(session|discussion)\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

const idSchema = z.string().regex(/^[0-9A-Za-z_-]{16,64}$/);

export const changeSchema = z.strictObject({ id: idSchema, kind: z.string().max(60), payload: z.unknown() });

/**
 * The entry that somebody's copy of a log ends with: what every reader sees of it, whatever is withheld. A log that was
 * restored from a copy and has grown again has another in the same place.
 */
const endSchema = z.strictObject({ id: z.string().max(64), at: z.string().max(40) });
export type End = z.infer<typeof endSchema>;

const upTo = { logId: logIdSchema, since: z.number().int().min(0), end: endSchema.optional() };

/** What a client may send, each answered once. */
export const messages = {
  join: z.strictObject({ protocol: z.number().int(), ...upTo }),
  leave: z.strictObject({ logId: logIdSchema }),
  since: z.strictObject(upTo),
  changes: z.strictObject({ logId: logIdSchema, changes: z.array(changeSchema).min(1).max(batchLimit) }),
  presence: z.strictObject({ logId: logIdSchema, field: z.string().max(100).nullable() }),
} as const;
export type MessageName = keyof typeof messages;
export type Message<N extends MessageName> = z.infer<(typeof messages)[N]>;

/** Refused, in any answer. */
export interface No {
  ok: false;
  refusal: Refusal;
}

/** The answer to `since`: where the log is, and either the state or the entries since. */
export interface Since {
  ok: true;
  seq: number;
  /** The state at `seq`, as this person may see it, when catching up by entries would be longer, or cannot be. */
  state?: unknown;
  /** With a state: the entry at `seq`. */
  end?: End;
  /** With a state: the log was restored from a copy, and what the asker has of it is not in it. */
  restored?: boolean;
  entries: Entry[];
}

/** The answer to `join`: the same, and what the person is here. */
export interface Joined extends Since {
  you: Actor;
}

/** The answer to `changes`: one verdict each, in order. */
export interface Verdicts {
  ok: true;
  verdicts: ({ id: string; entry: Entry } | { id: string; refusal: Refusal })[];
}

/** What the server sends unasked. */
export interface ServerMessages {
  /** What one commit added to a log, in order. */
  entries: (news: { logId: string; entries: Entry[] }) => void;
  /** Somebody is writing in a field, or (null) no longer. Never stored, forgotten after ten seconds. */
  presence: (here: { logId: string; personId: string; field: string | null }) => void;
  /** Who is connected to a log. Never stored. */
  here: (here: { logId: string; people: string[] }) => void;
  /** What you are here has changed: the chair was passed to you, you confirmed your password, an allocation began. */
  you: (you: { logId: string; you: Actor }) => void;
  /** This log is no longer yours to see: forget what you hold of it. */
  gone: (gone: { logId: string }) => void;
  /** The server is about to close this connection: why, and how long to wait before coming back. */
  bye: (bye: { why: 'signed-out' | 'moving' | 'slow'; waitMs: number }) => void;
}

/** What a client sends, with its answer. */
export interface ClientMessages {
  join: (message: Message<'join'>, answer: (a: Joined | No) => void) => void;
  leave: (message: Message<'leave'>, answer: (a: { ok: true }) => void) => void;
  since: (message: Message<'since'>, answer: (a: Since | No) => void) => void;
  changes: (message: Message<'changes'>, answer: (a: Verdicts | No) => void) => void;
  presence: (message: Message<'presence'>) => void;
}
