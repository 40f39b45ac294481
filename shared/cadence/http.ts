import { z } from 'zod';
import { Id, LocalDate } from '../fields.js';
import { clockStates } from './events.js';

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
  because: z.array(z.object({ on: LocalDate, says: z.string(), kind: z.string(), personId: Id.optional() })),
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
