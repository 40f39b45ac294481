import { z } from 'zod';
import { Id, Instant, LocalDate, maybeWords } from '../fields.js';
import { cuts } from './figure.js';
import { limitOf } from './limits.js';

export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'A month like 2026-02');
const LimitCode = z
  .string()
  .refine((code) => limitOf(code) !== null, 'A limit like 28d, 20wd, month, each-month or policy')
  .default('policy');

/** What every question about the audit may carry. Without a team: every team whose figures the caller may read. */
const asked = {
  teamId: Id.optional(),
  /** Today, when left out. */
  asAt: LocalDate.optional(),
  limit: LimitCode,
  /** Why somebody looks, in their own words; kept with who and when. */
  why: maybeWords(300),
};
/** What the pages of samples and packs may carry. */
export const LookAsked = z.object({ why: asked.why });
export type LookAsked = z.infer<typeof LookAsked>;

export const SnapshotAsked = z.object({ ...asked, by: z.enum(cuts).optional() });
export type SnapshotAsked = z.infer<typeof SnapshotAsked>;
export const MonthsAsked = z.object({
  ...asked,
  from: Month.optional(),
  /** The month from which the chart’s limits are reckoned anew. */
  rebase: Month.optional(),
});
export type MonthsAsked = z.infer<typeof MonthsAsked>;
export const PeriodAsked = z.object({ ...asked, from: LocalDate.optional(), by: z.enum(cuts).optional() });
export type PeriodAsked = z.infer<typeof PeriodAsked>;
export const WhyAsked = z.object({
  familyId: Id,
  asAt: LocalDate.optional(),
  limit: LimitCode,
  why: maybeWords(300),
});
export type WhyAsked = z.infer<typeof WhyAsked>;

/** Numerator and denominator always come with the rate. */
export const Count = z.object({
  numerator: z.number().int(),
  denominator: z.number().int(),
  rate: z.number().nullable(),
  /** Too few for a rate to mean much: show the counts. */
  small: z.boolean(),
  /** Of the numerator, those whose record waits for its signature. */
  provisional: z.number().int(),
  /** Looked at and not counted. */
  apart: z.number().int(),
});
/** One group’s count, with the group’s name. */
export const Group = Count.extend({ group: z.string(), name: z.string() });

/** One family in a list. Where the reader may not see it, it is counted and stands there without a name or a day. */
export const FamilyStands = z.object({
  familyId: Id.nullable(),
  name: z.string(),
  ref: z.string(),
  teamId: Id,
  reason: z.string(),
  children: z.number().int().nullable(),
  plan: z.string().nullable(),
  lastHeldOn: LocalDate.nullable(),
  /** Where it has never been discussed with this team: since when it has been there. */
  sinceOn: LocalDate.nullable(),
  dueBy: LocalDate.nullable(),
  daysOver: z.number().int().nullable(),
  provisional: z.boolean(),
});
export type FamilyStands = z.infer<typeof FamilyStands>;

/** What a page was asked, as it answers. */
export const Asked = z.object({
  teamId: Id.nullable(),
  teamName: z.string().nullable(),
  asAt: LocalDate,
  limit: z.string(),
  limitSays: z.string(),
});

export const SnapshotPage = Asked.extend({
  families: Count,
  children: Count,
  /** Every family in scope is in exactly one of these lists, and the counts are their lengths. */
  lists: z.object({
    inTime: z.array(FamilyStands),
    /** The longest over first. */
    overdue: z.array(FamilyStands),
    unsigned: z.array(FamilyStands),
    exempt: z.array(FamilyStands),
    notYetDue: z.array(FamilyStands),
    noChild: z.array(FamilyStands),
  }),
  /** Who waits longest today, in whole days. */
  longest: FamilyStands.extend({ days: z.number().int() }).nullable(),
  by: z.object({ cut: z.enum(cuts), families: z.array(Group), children: z.array(Group) }).nullable(),
});
export type SnapshotPage = z.infer<typeof SnapshotPage>;

/** What is kept of a count. */
const Kept = Count.omit({ apart: true });

const MonthPoint = z.object({
  month: Month,
  /** False while the month is not over. */
  over: z.boolean(),
  now: Count,
  /** As it was reported when the month was closed; null while it is open. */
  reported: Kept.extend({
    closedAt: Instant,
    /** Families in time on its last day, as reported at the limit asked about; null at a limit of which none was kept. */
    inTime: Kept.nullable(),
  }).nullable(),
  /** Families that are counted otherwise now than when the month was reported; “not-there” is who was none of them. */
  changed: z.array(z.object({ familyId: Id.nullable(), name: z.string(), was: z.string(), is: z.string() })),
  missing: z.array(z.object({ familyId: Id.nullable(), name: z.string(), reason: z.string() })),
  apart: z.record(z.string(), z.number().int()),
});
/** Months against what is to be expected of them. */
const MonthsChart = z.object({
  points: z.array(
    z.object({
      month: Month,
      value: z.number(),
      mean: z.number(),
      lower: z.number(),
      upper: z.number(),
      signal: z.enum(['outside', 'trend', 'two-in-three', 'shift']).nullable(),
      side: z.enum(['above', 'below']).nullable(),
      meaning: z.enum(['expected', 'better', 'concern', 'high', 'low']),
      says: z.string(),
      trial: z.boolean(),
    }),
  ),
  says: z.string(),
});
export const MonthsPage = Asked.extend({
  months: z.array(MonthPoint),
  /** Over the months that are over, as they are now known. */
  chart: MonthsChart,
  /** Over the months that were reported, as they were. */
  chartAsReported: MonthsChart,
});
export type MonthsPage = z.infer<typeof MonthsPage>;

const Reasons = z.record(z.string(), z.number().int());
/** How many rows landed so, for which reasons. */
export const ReasonsPart = z.object({ met: Reasons, 'not-met': Reasons, apart: Reasons });

/** One measure of a period, with what belongs beside it. */
export const FigurePart = Count.extend({
  measure: z.string(),
  title: z.string(),
  beside: z.record(z.string(), z.number().nullable()),
  reasons: ReasonsPart,
  groups: z.array(Group),
});
export type FigurePart = z.infer<typeof FigurePart>;

export const AttendancePage = Asked.extend({
  from: LocalDate,
  lines: z.array(
    z.object({
      discipline: z.string(),
      there: z.number().int(),
      inWriting: z.number().int(),
      inPost: z.number().int(),
      vacant: z.number().int(),
      attended: z.number().nullable(),
      contributed: z.number().nullable(),
    }),
  ),
  attendance: FigurePart,
  contribution: FigurePart,
});
export type AttendancePage = z.infer<typeof AttendancePage>;

const Talk = z.object({
  familyId: Id.nullable(),
  name: z.string(),
  discussionId: Id.nullable(),
  heldOn: LocalDate.nullable(),
});
export const OversightPage = Asked.extend({
  from: LocalDate,
  /** Challenge, steps, records, voice, sessions, step-downs and intervals, never one of them alone. */
  figures: z.array(FigurePart),
  unsigned: z.object({ after5: z.array(Talk), after10: z.array(Talk) }),
  notReached: z.array(z.object({ sessionId: Id, on: LocalDate, families: z.number().int() })),
  carried: z.array(
    z.object({
      familyId: Id.nullable(),
      name: z.string(),
      times: z.number().int(),
      dueOn: LocalDate.nullable(),
    }),
  ),
  silent: z.array(
    z.object({ familyId: Id.nullable(), name: z.string(), discipline: z.string(), on: LocalDate.nullable() }),
  ),
  challengesOpen: z.array(
    z.object({ familyId: Id.nullable(), name: z.string(), raisedOn: LocalDate.nullable() }),
  ),
});
export type OversightPage = z.infer<typeof OversightPage>;

/** The longest waits, and intervals that ended, which never stand alone. */
export const GapsPage = Asked.extend({
  from: LocalDate,
  intervals: FigurePart,
  snapshot: Count,
  /** Ten at most: the longest wait of each family’s present time with its team. */
  longest: z.array(
    z.object({
      familyId: Id.nullable(),
      name: z.string(),
      days: z.number().int(),
      from: LocalDate.nullable(),
      /** Null while it lasts. */
      to: LocalDate.nullable(),
      /** Today’s wait. */
      openDays: z.number().int(),
      workers: z.array(z.string()),
      reason: z.string(),
      /** The newest of what came between. */
      cause: z.object({ on: LocalDate, kind: z.string(), reason: z.string() }).nullable(),
    }),
  ),
});
export type GapsPage = z.infer<typeof GapsPage>;

export const WhyPage = z.object({
  familyId: Id,
  name: z.string(),
  asAt: LocalDate,
  limitSays: z.string(),
  reason: z.string(),
  dueBy: LocalDate.nullable(),
  suggestedBy: LocalDate.nullable(),
  daysOver: z.number().int(),
  /** In the order of days, the rule last. */
  because: z.array(z.object({ on: LocalDate, says: z.string(), kind: z.string() })),
  policy: z.object({ name: z.string(), version: z.number().int(), fromOn: LocalDate }).nullable(),
});
export type WhyPage = z.infer<typeof WhyPage>;

/** That somebody looked. */
export const Look = z.object({
  at: Instant,
  byId: Id.nullable(),
  byName: z.string(),
  what: z.string(),
  /** Null: of several teams. */
  teamId: Id.nullable(),
  /** Null: it is not for this reader. */
  why: z.string().nullable(),
});
export type Look = z.infer<typeof Look>;
export const LooksAsked = z.object({ teamId: Id.optional() });
export type LooksAsked = z.infer<typeof LooksAsked>;
