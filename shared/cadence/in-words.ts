import { counted } from '../schedule/in-words.js';
import type { FirstWithin, Interval } from './policy.js';

/** "every 28 days", "every 20 working days", "every calendar month", "once in each calendar month". */
export function intervalInWords({ every, n }: Interval): string {
  switch (every) {
    case 'days':
      return `every ${counted(n ?? 0, 'day')}`;
    case 'working-days':
      return `every ${counted(n ?? 0, 'working day')}`;
    case 'calendar-month':
      return 'every calendar month';
    case 'each-calendar-month':
      return 'once in each calendar month';
  }
}

/** "within 10 working days". */
export function firstInWords({ n, unit }: FirstWithin): string {
  return `within ${counted(n, unit === 'days' ? 'day' : 'working day')}`;
}
