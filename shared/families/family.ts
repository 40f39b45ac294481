import { z } from 'zod';
import { clockStates } from '../cadence/events.js';
import { ClockShown, WaitShown } from '../cadence/http.js';
import { disciplineCodes } from '../disciplines.js';
import { Id, Instant, LocalDate } from '../fields.js';
import { Adult, Allocation, Child } from './members.js';

/** `age` in words: "7", "5 months", "due 4 May 2026"; empty when nothing is known. */
const ChildShort = z.object({ childId: Id, firstName: z.string(), age: z.string() });

/** One family in the list of those a person may see. */
export const FamilyLine = z.object({
  familyId: Id,
  ref: z.string(),
  name: z.string(),
  teamId: Id,
  status: z.enum(['open', 'closed']),
  children: z.array(ChildShort),
  /** Who works with them today; `personId` null where the post is vacant. */
  workers: z.array(z.object({ discipline: z.enum(disciplineCodes), personId: Id.nullable() })),
  /** The last supervision that counts, since the family came to this team. */
  lastHeldOn: LocalDate.nullable(),
  /** The audit limit: never moved by a weekend or a bank holiday. Null while no clock runs: closed, or exempt. */
  dueBy: LocalDate.nullable(),
  state: z.enum(clockStates),
  openDiscussionId: Id.nullable(),
  /** The review you owe it this month, in your own discipline; null when you have none in it, or nothing is open. */
  yourReview: z
    .object({ discipline: z.enum(disciplineCodes), writtenAt: Instant.nullable(), ready: z.boolean() })
    .nullable(),
  /** Where that discussion is planned. */
  planned: z.object({ sessionId: Id, on: LocalDate, at: z.string() }).nullable(),
});
export type FamilyLine = z.infer<typeof FamilyLine>;

/** One discipline’s part of the workbook: its reviews in time order. */
export const Chapter = z.object({
  discipline: z.enum(disciplineCodes),
  /** Who works in it today; null while vacant, or when nobody of it is allocated any more. */
  personId: Id.nullable(),
  vacantSince: LocalDate.nullable(),
  allocated: z.boolean(),
  /** When its newest review was written. */
  writtenAt: Instant.nullable(),
  /** Its reviews in time order, newest first; the first may still be in preparation (no `minutesId`). */
  reviews: z.array(
    z.object({
      discussionId: Id,
      minutesId: Id.nullable(),
      heldOn: LocalDate.nullable(),
      direction: z.enum(['better', 'same', 'worse', 'mixed']).nullable(),
      nothingNew: z.boolean(),
      text: z.string(),
    }),
  ),
});
export type Chapter = z.infer<typeof Chapter>;

/** Something in the story so far: a supervision, what came of a slot, a plan, or a happening. */
export const StoryLine = z.object({
  on: LocalDate,
  kind: z.string(),
  title: z.string(),
  words: z.string(),
  /** The words are the child's own. */
  voice: z.boolean(),
  childId: Id.nullable(),
  byId: Id.nullable(),
  minutesId: Id.nullable(),
  discussionId: Id.nullable(),
});
export type StoryLine = z.infer<typeof StoryLine>;

export const StepLine = z.object({
  stepId: Id,
  familyId: Id,
  familyName: z.string(),
  discussionId: Id,
  /** Empty where it is protected and not yours to read. */
  text: z.string(),
  ownerId: Id.nullable(),
  withWhom: z.string(),
  dueOn: LocalDate.nullable(),
  evidence: z.string(),
  protected: z.boolean(),
  status: z.enum(['open', 'done', 'not-yet', 'no-longer-needed']),
  carried: z.number().int(),
  doneOn: LocalDate.nullable(),
});
export type StepLine = z.infer<typeof StepLine>;

export const ChallengeLine = z.object({
  challengeId: Id,
  discussionId: Id,
  raisedBy: Id.nullable(),
  about: z.string(),
  text: z.string(),
  outcome: z.string().nullable(),
  reason: z.string(),
  personId: Id.nullable(),
  byOn: LocalDate.nullable(),
  raisedAt: Instant,
  settledAt: Instant.nullable(),
});
export type ChallengeLine = z.infer<typeof ChallengeLine>;

/** One point of safety over time: the group's score, and the lowest and highest in the room. */
export const ScalePoint = z.object({
  heldOn: LocalDate,
  discussionId: Id.nullable(),
  group: z.number().int().nullable(),
  lowest: z.number().int().nullable(),
  highest: z.number().int().nullable(),
});
export type ScalePoint = z.infer<typeof ScalePoint>;

export const MinutesLine = z.object({
  minutesId: Id,
  discussionId: Id,
  kind: z.enum(['supervision', 'case-discussion']),
  heldOn: LocalDate,
  signedBy: Id,
  signedAt: Instant,
});
export type MinutesLine = z.infer<typeof MinutesLine>;

/** Everything that was written about the family in supervision. Only for those with a relation to it. */
export const FamilyRecord = z.object({
  chapters: z.array(Chapter),
  story: z.array(StoryLine),
  minutes: z.array(MinutesLine),
  steps: z.array(StepLine),
  challenges: z.array(ChallengeLine),
  scale: z.array(ScalePoint),
});
export type FamilyRecord = z.infer<typeof FamilyRecord>;

/** Who may see this family, and why: each by their newest relation. */
export const Onlooker = z.object({
  personId: Id,
  as: z.enum(['allocated', 'deputy', 'manager', 'chair', 'business-support', 'overseer', 'observer']),
  discipline: z.enum(disciplineCodes),
  /** For somebody who is there for one session only. */
  untilSessionId: Id.nullable(),
});
export type Onlooker = z.infer<typeof Onlooker>;

/** The family page. An administrator without a relation to the family gets it with `record` null: to keep, not to read. */
export const FamilyPage = z.object({
  familyId: Id,
  ref: z.string(),
  name: z.string(),
  teamId: Id,
  status: z.enum(['open', 'closed']),
  /** Null when it is not known: an imported family of which only plans are known. */
  allocatedOn: LocalDate.nullable(),
  closedOn: LocalDate.nullable(),
  closedReason: z.string(),
  children: z.array(Child),
  adults: z.array(Adult),
  /** Now and in the past, newest first. */
  allocations: z.array(Allocation),
  lastHeldOn: LocalDate.nullable(),
  dueBy: LocalDate.nullable(),
  /** Why it is due then; null for an administrator who only keeps the file. */
  clock: ClockShown.nullable(),
  /** Every wait so far, in every team, with whether it was in time by the rule of its time. */
  waits: z.array(WaitShown),
  /** May take it out of the count for a time, with a reason. */
  mayExempt: z.boolean(),
  planned: z.object({ sessionId: Id, on: LocalDate, at: z.string() }).nullable(),
  /** The one being discussed now, or else the one being prepared. */
  openDiscussion: z.object({ discussionId: Id, status: z.enum(['preparing', 'live']) }).nullable(),
  /** Held, and still to be signed. */
  toSign: z.object({ discussionId: Id, heldOn: LocalDate.nullable() }).nullable(),
  whoCanSee: z.array(Onlooker),
  /** May change members, plans and allocations. */
  mayKeep: z.boolean(),
  /** May add to the story. */
  mayAdd: z.boolean(),
  record: FamilyRecord.nullable(),
});
export type FamilyPage = z.infer<typeof FamilyPage>;
