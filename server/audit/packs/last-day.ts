import { dateInEngland } from '../../../shared/schedule/local-time.js';
import { plusDays } from '../../../shared/schedule/working-days.js';

/** A pack can be opened until so many days after it was asked for. */
const keptDays = 14;

/** The last day on which a pack can be opened that was asked for then. */
export function lastDay(madeAt: string): string {
  return plusDays(dateInEngland(madeAt), keptDays);
}
