import { Temporal } from 'temporal-polyfill';
import { plusDays, plusWorkingDays } from './working-days.js';

/** How often every family is taken. The default is 28 days: thirteen discussions a year, every gap the same (practice 3.2). */
export type Cadence =
  | { every: 'days'; n: number }
  | { every: 'calendar-month' }
  | { every: 'working-days'; n: number };

export const usualCadence: Cadence = { every: 'days', n: 28 };
/** A family's first supervision is due within so many working days of allocation to the team (practice 3.3). */
export const firstWithinWorkingDays = 10;

/** The audit limit after a discussion held on a date. Never moved by a weekend or a holiday. */
export function dueAfter(heldOn: string, cadence: Cadence = usualCadence): string {
  switch (cadence.every) {
    case 'days':
      return plusDays(heldOn, cadence.n);
    case 'calendar-month':
      return Temporal.PlainDate.from(heldOn).add({ months: 1 }).toString();
    case 'working-days':
      return plusWorkingDays(heldOn, cadence.n);
  }
}

/**
 * When a family is due: after its last supervision that counts, or, before its first, soon after allocation. Null when
 * neither date is known.
 */
export function dueBy(
  family: { allocatedOn: string | null; lastHeldOn: string | null },
  cadence: Cadence = usualCadence,
): string | null {
  if (family.lastHeldOn) return dueAfter(family.lastHeldOn, cadence);
  return family.allocatedOn && plusWorkingDays(family.allocatedOn, firstWithinWorkingDays);
}
