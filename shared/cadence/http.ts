import { z } from 'zod';
import { Id, Instant, LocalDate, words } from '../fields.js';
import { clockStates } from './events.js';
import { CadencePolicy } from './policy.js';

/** A family's clock as it is sent to those who may read the family's record. */
export const ClockShown = z.object({
  state: z.enum(clockStates),
  asAt: LocalDate,
  lastHeldOn: LocalDate.nullable(),
  provisional: z.boolean(),
  runningSince: LocalDate.nullable(),
  dueBy: LocalDate.nullable(),
  suggestedBy: LocalDate.nullable(),
  daysOver: z.number().int(),
  policy: z
    .object({ policyId: Id, name: z.string(), version: z.number().int(), fromOn: LocalDate })
    .nullable(),
  teamId: Id.nullable(),
  withTeamSince: LocalDate.nullable(),
  signBy: LocalDate.nullable(),
  exempt: z
    .object({
      sinceOn: LocalDate,
      untilOn: LocalDate.nullable(),
      reason: z.string(),
      approvedBy: Id.nullable(),
    })
    .nullable(),
  because: z
    .array(z.object({ on: LocalDate, says: z.string(), kind: z.string(), personId: Id.optional() }))
    .readonly(),
});
export type ClockShown = z.infer<typeof ClockShown>;

/** One wait for a discussion that counts, judged by the rule in force on its due date; `to` null while it lasts. */
export const WaitShown = z.object({
  from: LocalDate,
  to: LocalDate.nullable(),
  days: z.number().int(),
  dueBy: LocalDate,
  inTime: z.boolean(),
});
export type WaitShown = z.infer<typeof WaitShown>;

/** When a family would be due again, if a discussion of a day counts. */
export const NextDue = z.object({ dueBy: LocalDate });
export type NextDue = z.infer<typeof NextDue>;

/** Days on which all offices, or those of one team, are shut of the council's own. */
export const NewClosure = z
  .strictObject({
    teamId: Id.nullable(),
    fromOn: LocalDate,
    toOn: LocalDate,
    title: words(120),
  })
  .refine(({ fromOn, toOn }) => toOn >= fromOn, {
    path: ['toOn'],
    message: 'The end cannot be before the beginning',
  });
export type NewClosure = z.infer<typeof NewClosure>;

export const Closure = z.object({
  closureId: Id,
  teamId: Id.nullable(),
  fromOn: LocalDate,
  toOn: LocalDate,
  title: z.string(),
  /** It has not begun, and it is yours to take back. */
  mayRemove: z.boolean(),
});
export type Closure = z.infer<typeof Closure>;

/** A file of bank holidays as it was published, whole. */
export const HolidaysFile = z.strictObject({ file: z.string().min(1).max(240_000) });
export type HolidaysFile = z.infer<typeof HolidaysFile>;
export const HolidaysTaken = z.object({ days: z.number().int(), from: LocalDate, until: LocalDate });
export type HolidaysTaken = z.infer<typeof HolidaysTaken>;

/** The rules and closures of the council, for everybody who works in it. */
export const CadencePage = z.object({
  today: LocalDate,
  /** Every version of every rule, by name and version. */
  policies: z.array(CadencePolicy),
  /** The bank holidays of this year and later ones. */
  holidays: z.array(z.object({ day: LocalDate, title: z.string() })),
  /** When they were brought in; null while those that came with the product hold. */
  holidaysFrom: Instant.nullable(),
  /** Those of today and later, and of the last year. */
  closures: z.array(Closure),
  /** May set rules for all, or only for these teams. */
  setsRules: z.union([z.literal('all'), z.array(Id)]),
  /** May shut the offices of all, or of these teams. */
  shuts: z.union([z.literal('all'), z.array(Id)]),
  bringsInHolidays: z.boolean(),
});
export type CadencePage = z.infer<typeof CadencePage>;
