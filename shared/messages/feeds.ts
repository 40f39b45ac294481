import { z } from 'zod';
import { Id, Instant } from '../fields.js';

/** A calendar that a program subscribes to: somebody's own blocks, or the sessions of a team. Its address is shown once. */
export const CalendarFeed = z.object({
  feedId: Id,
  /** Null: the person's own. */
  teamId: Id.nullable(),
  madeAt: Instant,
  /** When a program last fetched it. */
  readAt: Instant.nullable(),
});
export type CalendarFeed = z.infer<typeof CalendarFeed>;

export const NewCalendarFeed = z.strictObject({ teamId: Id.nullable().default(null) });
export type NewCalendarFeed = z.infer<typeof NewCalendarFeed>;

/** Whoever has this address reads the calendar. Only its hash is kept, so it cannot be shown again. */
export const MadeCalendarFeed = z.object({ id: Id, address: z.string() });
export type MadeCalendarFeed = z.infer<typeof MadeCalendarFeed>;
