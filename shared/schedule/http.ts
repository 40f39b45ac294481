import { z } from 'zod';
import { slotMinutes } from '../agenda.js';
import { disciplineCodes } from '../disciplines.js';
import { ClockTime, Id, Instant, LocalDate, maybeWords, words } from '../fields.js';
import { slotOutcomes, slotReasons } from '../session/state.js';

/** The codes of the reasons for which a slot came to nothing. */
export const slotReasonCodes = Object.keys(slotReasons) as [
  keyof typeof slotReasons,
  ...(keyof typeof slotReasons)[],
];
/** Why a whole session is called off: whatever befalls all of its families at once. */
export const SessionReason = z.enum(slotReasonCodes).exclude(['closed-or-transferred', 'overran']);
export type SessionReason = z.infer<typeof SessionReason>;

/** A session that was called off. What more was said of it only those who plan it read. */
export const Cancelled = z.object({ at: Instant, reason: SessionReason, allowedBy: Id });
export type Cancelled = z.infer<typeof Cancelled>;

/** An address of a call, or nothing. Which hosts are allowed is the server's to say. */
export const JoinLink = z
  .string()
  .trim()
  .max(500)
  .refine((link) => link === '' || /^https:\/\/\S+$/.test(link), 'A link that begins with https://')
  .default('');

const SlotPlace = z.object({
  slotId: Id,
  position: z.number().int(),
  minutes: z.number().int(),
  pattern: z.number().int(),
  outcome: z.enum(slotOutcomes).nullable(),
});

/** A slot whose family is yours. */
export const YourSlot = SlotPlace.extend({
  yours: z.literal(true),
  discussionId: Id,
  family: z.object({
    familyId: Id,
    name: z.string(),
    children: z.array(z.object({ firstName: z.string(), age: z.string() })),
    disciplines: z.array(z.object({ discipline: z.enum(disciplineCodes), personId: Id.nullable() })),
  }),
  dueBy: LocalDate.nullable(),
});

/** A slot whose family is not yours: its time and its pattern, and not a word more. An administrator, who keeps the diary, also has the name. */
export const OtherSlot = SlotPlace.extend({
  yours: z.literal(false),
  family: z.object({ familyId: Id, name: z.string() }).optional(),
});
export const SlotHere = z.discriminatedUnion('yours', [YourSlot, OtherSlot]);
export type SlotHere = z.infer<typeof SlotHere>;

const sessionFacts = {
  sessionId: Id,
  teamId: Id,
  title: z.string(),
  date: LocalDate,
  startsAt: ClockTime,
  endsAt: ClockTime,
  room: z.string(),
  joinLink: z.string(),
  chairId: Id.nullable(),
  penId: Id.nullable(),
  status: z.enum(['planned', 'open', 'closed']),
  /** Then it is closed. */
  cancelled: Cancelled.nullable(),
};

/** One session in a list, with the times at which you are needed. */
export const SessionLine = z.object({
  ...sessionFacts,
  slots: z.number().int(),
  yours: z.array(
    z.object({
      slotId: Id,
      discussionId: Id,
      familyName: z.string(),
      startsAt: ClockTime,
      minutes: z.number().int(),
      pattern: z.number().int(),
      outcome: z.enum(slotOutcomes).nullable(),
    }),
  ),
});
export type SessionLine = z.infer<typeof SessionLine>;

export const SessionPage = z.object({
  ...sessionFacts,
  /** May change the plan: business support and managers of the team, and administrators. */
  mayPlan: z.boolean(),
  slots: z.array(SlotHere),
  guests: z.array(
    z.object({
      personId: Id,
      as: z.enum(['observer', 'deputy']),
      discipline: z.enum(disciplineCodes).nullable(),
      inPlaceOf: Id.nullable(),
    }),
  ),
});
export type SessionPage = z.infer<typeof SessionPage>;

const sessionFields = {
  title: z.string().trim().max(120),
  date: LocalDate,
  startsAt: ClockTime,
  endsAt: ClockTime,
  room: z.string().trim().max(120),
  joinLink: JoinLink,
  chairId: Id,
  penId: Id.nullable(),
};

/** A session made by hand. `penId` left out: the chair holds the pen. */
export const NewSession = z.strictObject({
  teamId: Id,
  ...sessionFields,
  title: maybeWords(120),
  room: maybeWords(120),
  penId: Id.nullable().default(null),
});
export type NewSession = z.infer<typeof NewSession>;
export const SessionPatch = z
  .strictObject({ ...sessionFields, joinLink: JoinLink.unwrap(), lateReason: words(300) })
  .partial();
export type SessionPatch = z.infer<typeof SessionPatch>;

/** Puts a family's open discussion into a session. */
export const NewSlot = z.strictObject({
  familyId: Id,
  minutes: z.number().int().min(5).max(120).default(slotMinutes.usual),
  /** Later than its limit: a manager's reason. */
  lateReason: words(300).optional(),
});
export type NewSlot = z.infer<typeof NewSlot>;

/** Takes a family out of a session before it opens, allowed by a manager, named; everything prepared stays. */
export const SlotRemoval = z.strictObject({
  reason: z.enum(slotReasonCodes),
  words: maybeWords(300),
  allowedBy: Id,
});
export type SlotRemoval = z.infer<typeof SlotRemoval>;
