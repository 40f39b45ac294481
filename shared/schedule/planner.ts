import { z } from 'zod';
import { clockStates } from '../cadence/events.js';
import { disciplineCodes } from '../disciplines.js';
import { ClockTime, Id, Instant, LocalDate, maybeWords, words } from '../fields.js';
import { slotOutcomes } from '../session/state.js';
import { Cancelled, SessionReason, slotReasonCodes } from './http.js';

/** A calendar month, `2026-04`. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'A month like 2026-04');

/** One family's place on the board. Its time follows from the order: slots stand one after another. */
export const BoardSlot = z.object({
  slotId: Id,
  discussionId: Id,
  familyId: Id,
  name: z.string(),
  startsAt: ClockTime,
  minutes: z.number().int(),
  pattern: z.number().int(),
  outcome: z.enum(slotOutcomes).nullable(),
  /** Who is called in: the specialists, and social work. */
  people: z.array(z.object({ discipline: z.enum(disciplineCodes), personId: Id.nullable() })),
  dueBy: LocalDate.nullable(),
  state: z.enum(clockStates),
  /** Past its limit on the session's day. */
  late: z.boolean(),
  lateAllowedBy: Id.nullable(),
  lateReason: z.string(),
});
export type BoardSlot = z.infer<typeof BoardSlot>;

export const BoardSession = z.object({
  sessionId: Id,
  seriesId: Id.nullable(),
  title: z.string(),
  date: LocalDate,
  startsAt: ClockTime,
  endsAt: ClockTime,
  room: z.string(),
  joinLink: z.string(),
  chairId: Id.nullable(),
  /** False while it is to come and its chair is no manager on that day: another has to be chosen. */
  chairMay: z.boolean(),
  deputyId: Id.nullable(),
  status: z.enum(['planned', 'open', 'closed']),
  /** Then it is closed, and its families were postponed. */
  cancelled: Cancelled.extend({ words: z.string() }).nullable(),
  minutesLong: z.number().int(),
  minutesUsed: z.number().int(),
  /** Of its session log: what a move was judged by. */
  seq: z.number().int(),
  slots: z.array(BoardSlot),
});
export type BoardSession = z.infer<typeof BoardSession>;

/** Where a family could go, best first. `act` is what the button does. */
export const WayOut = z.object({
  says: z.string(),
  act: z.discriminatedUnion('kind', [
    /** Into a session that is there, at a place in its order. */
    z.object({ kind: z.literal('place'), sessionId: Id, position: z.number().int(), late: z.boolean() }),
    /** Make the session so many minutes longer, and put the family at its end. */
    z.object({ kind: z.literal('lengthen'), sessionId: Id, minutes: z.number().int(), late: z.boolean() }),
    /** Nothing there fits: another session on this day. */
    z.object({ kind: z.literal('add-session'), date: LocalDate, startsAt: ClockTime, endsAt: ClockTime }),
  ]),
});
export type WayOut = z.infer<typeof WayOut>;

/** A family of the month that no session has, with why, and the nearest ways out. */
export const NeedsYou = z.object({
  familyId: Id,
  name: z.string(),
  dueBy: LocalDate.nullable(),
  state: z.enum(clockStates),
  says: z.string(),
  waysOut: z.array(WayOut),
});
export type NeedsYou = z.infer<typeof NeedsYou>;

/** When one specialist is called in on a day, over all teams: own families, and other teams' time as plain outline. */
export const PersonDay = z.object({
  personId: Id,
  discipline: z.enum(disciplineCodes),
  date: LocalDate,
  blocks: z.array(
    z.object({
      startsAt: ClockTime,
      endsAt: ClockTime,
      /** Null where it is not this team's: then only whose. */
      slotId: Id.nullable(),
      pattern: z.number().int().nullable(),
      says: z.string(),
    }),
  ),
  /** Away all day or part of it: leave, or not a working day. */
  away: z.string(),
  /** Minutes between this team's first and last of them that are not theirs. */
  waits: z.number().int(),
});
export type PersonDay = z.infer<typeof PersonDay>;

/** One month of a team on one screen (picture c). */
export const Board = z.object({
  teamId: Id,
  month: Month,
  today: LocalDate,
  /** "every 28 days". */
  policySays: z.string(),
  closedDays: z.array(z.object({ on: LocalDate, title: z.string() })),
  counts: z.object({
    /** Families that must be taken in this month. */
    due: z.number().int(),
    planned: z.number().int(),
    inTime: z.number().int(),
    late: z.number().int(),
    /** Specialist days with more than one block, which the limit forced. */
    splits: z.number().int(),
  }),
  sessions: z.array(BoardSession),
  needYou: z.array(NeedsYou),
  people: z.array(PersonDay),
  /** The newest plan of these days that was not undone. */
  plan: z
    .object({
      planId: Id,
      byId: Id.nullable(),
      madeAt: Instant,
      sentAt: Instant.nullable(),
      /** Not sent, and something of it is still as it was made: that is what undoing takes out. */
      mayUndo: z.boolean(),
      says: z.array(z.string()),
    })
    .nullable(),
  /** Whether anybody was ever told of a session of the month. */
  told: z.boolean(),
  /** Changes of time or place, in sessions to come, that nobody has been told of yet. */
  unsent: z.number().int(),
  mayPlan: z.boolean(),
});
export type Board = z.infer<typeof Board>;

/** “Plan all” for a month, for one team or for several that share specialists. */
export const PlanAll = z.strictObject({ teamIds: z.array(Id).min(1).max(40), month: Month });
export type PlanAll = z.infer<typeof PlanAll>;
export const Planned = z.object({
  planId: Id,
  placed: z.number().int(),
  notPlaced: z.number().int(),
  late: z.number().int(),
  splits: z.number().int(),
  says: z.array(z.string()),
});
export type Planned = z.infer<typeof Planned>;

/** Later than the limit: a manager's reason, in their own name. */
const LateReason = words(300).optional();

/**
 * Moves a slot to a place in a session (its own too). `seenIn` names the session in which the mover saw it: if somebody
 * moved it meanwhile, the move is refused and the board shows why.
 */
export const MoveSlot = z.strictObject({
  toSessionId: Id,
  position: z.number().int().min(0).max(60),
  seenIn: Id,
  lateReason: LateReason,
});
export type MoveSlot = z.infer<typeof MoveSlot>;
export const SwapSlots = z.strictObject({
  withSlotId: Id,
  seenIn: Id,
  withSeenIn: Id,
  lateReason: LateReason,
});
export type SwapSlots = z.infer<typeof SwapSlots>;
export const PlaceFamily = z.strictObject({
  familyId: Id,
  position: z.number().int().min(0).max(60).optional(),
  minutes: z.number().int().min(5).max(120).optional(),
  lateReason: LateReason,
});
export type PlaceFamily = z.infer<typeof PlaceFamily>;

/** What a move would do, told before it is made. */
export const MoveSays = z.object({
  dueBy: LocalDate.nullable(),
  onDate: LocalDate,
  startsAt: ClockTime,
  /** Whole days past the limit on that day; nought or less is in time. */
  daysOver: z.number().int(),
  needsManager: z.boolean(),
  /** In words: the limit, who would be in two places, who would wait, whether it fits. */
  says: z.array(z.object({ tone: z.enum(['good', 'warn', 'bad']), words: z.string() })),
});
export type MoveSays = z.infer<typeof MoveSays>;

/** A family has its place: which slot, and what that does. */
export const Moved = MoveSays.extend({ done: z.literal(true), id: Id });
export type Moved = z.infer<typeof Moved>;

/** How long a family has, as seen in a session. */
export const SlotMinutes = z.strictObject({ minutes: z.number().int().min(5).max(120), seenIn: Id });
export type SlotMinutes = z.infer<typeof SlotMinutes>;

/** Makes a session longer by so many minutes, and puts a family at its end. */
export const LengthenSession = z.strictObject({
  minutes: z.number().int().min(5).max(180),
  familyId: Id.optional(),
  lateReason: LateReason,
});
export type LengthenSession = z.infer<typeof LengthenSession>;

/** Takes a family out before its turn. Allowed by a manager, named; where it goes next is said in days. */
export const EndSlot = z.strictObject({
  outcome: z.enum(['postponed', 'cancelled']),
  reason: z.enum(slotReasonCodes),
  words: maybeWords(300),
  allowedBy: Id,
  /** Postponed to here at once, if named. */
  toSessionId: Id.optional(),
  lateReason: LateReason,
});
export type EndSlot = z.infer<typeof EndSlot>;

/** What became of a family that was taken out: how long to its new day, and whether that is past its limit. */
export const SlotEnded = z.object({
  done: z.literal(true),
  newDate: LocalDate.nullable(),
  daysToNewDate: z.number().int().nullable(),
  dueBy: LocalDate.nullable(),
  breaches: z.boolean(),
  says: z.string(),
});
export type SlotEnded = z.infer<typeof SlotEnded>;

/** Calls a whole session off before a family of it was begun. Allowed by a manager, named; all its families are postponed. */
export const CancelSession = z.strictObject({
  reason: SessionReason,
  words: maybeWords(300),
  allowedBy: Id,
});
export type CancelSession = z.infer<typeof CancelSession>;

/** What calling a session off does to each of its families, told before it is done. */
export const CancelSays = z.object({
  families: z.array(
    z.object({
      familyId: Id,
      name: z.string(),
      dueBy: LocalDate.nullable(),
      tone: z.enum(['good', 'warn', 'bad']),
      says: z.string(),
    }),
  ),
  /** Whether people were told of the session: then they are told at once that it is off. */
  told: z.boolean(),
});
export type CancelSays = z.infer<typeof CancelSays>;

/** Tells everybody in the sessions of a team's month, whether a plan made it or somebody's hand. */
export const InviteMonth = z.strictObject({ teamId: Id, month: Month });
export type InviteMonth = z.infer<typeof InviteMonth>;
