import { z } from 'zod';
import { disciplineCodes } from '../disciplines.js';
import { Id, Instant, LocalDate } from '../fields.js';

/** What a room needs around a discussion: whose it is, where it is, who is who. The words are in its log. */
export const DiscussionFacts = z.object({
  discussionId: Id,
  familyId: Id,
  familyRef: z.string(),
  familyName: z.string(),
  teamId: Id,
  status: z.enum(['preparing', 'live', 'held', 'signed']),
  sessionId: Id.nullable(),
  slotId: Id.nullable(),
  heldOn: LocalDate.nullable(),
  /** The entry of its log up to which the brief was frozen the day before the session, and when; null while it was not. */
  frozen: z.object({ seq: z.number().int(), at: Instant }).nullable(),
  /** Its own minutes, once signed. */
  minutesId: Id.nullable(),
  /** The discussion before it. */
  last: z.object({ discussionId: Id, heldOn: LocalDate.nullable(), minutesId: Id.nullable() }).nullable(),
  /** Everybody named in it or able to take part, for names, marks and choosing an owner. */
  people: z.array(
    z.object({
      personId: Id,
      name: z.string(),
      firstName: z.string(),
      discipline: z.enum(disciplineCodes),
      title: z.string(),
      workingDays: z.string(),
    }),
  ),
  /** Safety over time, for the brief. */
  scale: z.array(z.object({ heldOn: LocalDate, group: z.number().int().nullable() })),
});
export type DiscussionFacts = z.infer<typeof DiscussionFacts>;

/**
 * The brief: the discussion as its reader may see it, now, or (`as-frozen=1`, `as-opened=1`) as people had it the day before
 * the session, or when it opened.
 */
export const Brief = z.object({
  /** The entry up to which the state was folded. */
  seq: z.number().int(),
  /** When it was fixed; null while it still moves. */
  fixedAt: Instant.nullable(),
  /** The entry up to which it was frozen the day before its session, and when; null while it was not. */
  frozen: z.object({ seq: z.number().int(), at: Instant }).nullable(),
  /** A `DiscussionState` (shared/discussion/state). */
  state: z.unknown(),
});
export type Brief = z.infer<typeof Brief>;

/** Signed minutes as this reader may read them. */
export const MinutesPage = z.object({
  minutesId: Id,
  discussionId: Id,
  familyId: Id,
  familyName: z.string(),
  kind: z.enum(['supervision', 'case-discussion']),
  heldOn: LocalDate,
  signedBy: Id,
  signedAt: Instant,
  /** SHA-256 of the whole canonical text, as signed; null for whoever may not read all of it, who could guess the rest by it. */
  hash: z.string().nullable(),
  /** False when something protected was left out for this reader. */
  whole: z.boolean(),
  /** `Minutes` (shared/minutes). */
  minutes: z.unknown(),
  text: z.string(),
  addenda: z.array(z.object({ addendumId: Id, byId: Id, text: z.string(), at: Instant })),
});
export type MinutesPage = z.infer<typeof MinutesPage>;
