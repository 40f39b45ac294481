import { z } from 'zod';
import { planTypeCodes } from '../families/members.js';
import { Id, Instant, LocalDate, words } from '../fields.js';

/** The ways in which an interval can be counted (practice 3.2). */
export const intervalKinds = ['days', 'working-days', 'calendar-month', 'each-calendar-month'] as const;

/**
 * How often a family is taken: within `n` days or working days of the last discussion that counted, within a calendar
 * month of it, or once in each calendar month. `n` is null for the two that count by the month.
 */
export const Interval = z.object({
  every: z.enum(intervalKinds),
  n: z.number().int().min(1).max(366).nullable(),
});
export type Interval = z.infer<typeof Interval>;

/** Soon after allocation to the team a family has its first discussion: within so many days or working days. */
export const FirstWithin = z.object({
  n: z.number().int().min(1).max(366),
  unit: z.enum(['working-days', 'days']),
});
export type FirstWithin = z.infer<typeof FirstWithin>;

/**
 * One version of a named policy. It holds from `fromOn` until the next version of the same name begins, for families of
 * these teams and plan types (null: all). The most particular policy wins: team and plan before team, team before plan,
 * plan before all. History never changes when a policy does: each interval is judged by the version in force on its due date.
 */
export const CadencePolicy = z.object({
  policyId: Id,
  name: z.string(),
  version: z.number().int(),
  interval: Interval,
  first: FirstWithin,
  planTypes: z.array(z.enum(planTypeCodes)).nullable(),
  teamIds: z.array(Id).nullable(),
  fromOn: LocalDate,
  /** From its day on, the name holds for nobody. */
  ended: z.boolean(),
  reason: z.string(),
  byId: Id.nullable(),
  madeAt: Instant,
});
export type CadencePolicy = z.infer<typeof CadencePolicy>;

/** A new policy, or the next version of one: the same name again. */
export const NewCadencePolicy = z
  .strictObject({
    name: words(120),
    interval: Interval,
    first: FirstWithin,
    planTypes: z.array(z.enum(planTypeCodes)).min(1).nullable().default(null),
    teamIds: z.array(Id).min(1).nullable().default(null),
    fromOn: LocalDate,
    ended: z.boolean().default(false),
    reason: words(300),
  })
  .refine(
    ({ interval }) =>
      (interval.n !== null) === (interval.every === 'days' || interval.every === 'working-days'),
    { path: ['interval'], message: 'Give a number of days, or none where it is counted by the month' },
  );
export type NewCadencePolicy = z.infer<typeof NewCadencePolicy>;
