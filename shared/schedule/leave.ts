import { z } from 'zod';
import { ClockTime, Id, Instant, LocalDate } from '../fields.js';

const leaveFields = {
  fromOn: LocalDate,
  toOn: LocalDate,
  /** Away from this time on each of the days; null: from the morning. With both null, whole days. */
  startsAt: ClockTime.nullable().default(null),
  endsAt: ClockTime.nullable().default(null),
};

/** When somebody is away: whole days, or the same part of each. Why is nobody's business here. */
export const NewLeave = z
  .strictObject(leaveFields)
  .refine(({ fromOn, toOn }) => fromOn <= toOn, {
    path: ['toOn'],
    message: 'The end cannot be before the beginning',
  })
  .refine(({ startsAt, endsAt }) => !startsAt || !endsAt || startsAt < endsAt, {
    path: ['endsAt'],
    message: 'The end cannot be before the beginning',
  });
export type NewLeave = z.infer<typeof NewLeave>;

export const Leave = z.object({
  leaveId: Id,
  personId: Id,
  ...leaveFields,
  byId: Id.nullable(),
  madeAt: Instant,
  /** The sessions in which they have families on these days. */
  touches: z.array(z.object({ sessionId: Id, date: LocalDate, families: z.number().int() })),
});
export type Leave = z.infer<typeof Leave>;
