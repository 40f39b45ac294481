import { z } from 'zod';

/** An id made by the server: a random uuid. */
export const Id = z.uuid();
/** A local date in Europe/London, `2026-03-10`; days that do not exist are refused. */
export const LocalDate = z.iso.date();
/** A local time of day to the minute, `09:30`. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time like 09:30');
/** An instant in UTC, as the server's clock gave it. */
export const Instant = z.string();

/** Words that must not be empty, without blanks at their ends; `max` in characters. */
export function words(max: number) {
  return z.string().trim().min(1, 'Write something here').max(max);
}

/** Words that may be left out; `max` in characters. */
export function maybeWords(max: number) {
  return z.string().trim().max(max).default('');
}

/** The answer to an act that made something: its id. */
export const Made = z.object({ id: Id });
export type Made = z.infer<typeof Made>;

/** The answer to an act that has nothing to tell but that it is done. */
export const Done = z.object({ done: z.literal(true) });
export type Done = z.infer<typeof Done>;

/** One administrative act, as the history shows it: who did what when, and what it was before and after. */
export const Act = z.object({
  actId: Id,
  at: Instant,
  byId: Id.nullable(),
  byName: z.string(),
  kind: z.string(),
  says: z.string(),
  before: z.unknown(),
  after: z.unknown(),
});
export type Act = z.infer<typeof Act>;
