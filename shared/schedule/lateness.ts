import { Temporal } from 'temporal-polyfill';

/** Whole days from one local date to another; negative when it is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to).days;
}

/** A family about to be put on a day. Local dates. */
export interface Putting {
  /** The last day in time; null when nothing runs. */
  dueBy: string | null;
  /** The day it would be on. */
  onDate: string;
  /** The day it is on now, if it is in a session. */
  fromDate: string | null;
  today: string;
}

/**
 * Whether a manager has to allow it, with a reason (practice 3.7): it would be later than its limit, though it need not
 * be. Earlier than now is free. So is the first place of a family whose limit has passed: every place is late for it.
 */
export function needsManager({ dueBy, onDate, fromDate, today }: Putting): boolean {
  if (!dueBy || onDate <= dueBy) return false;
  if (fromDate !== null) return onDate > fromDate;
  return dueBy >= today;
}
