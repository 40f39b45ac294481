import { weekdayInWords } from '../../../shared/schedule/in-words.js';
import type { SeriesPattern } from '../../../shared/schedule/series.js';
import { countOf } from '../../ui/format.js';

/** Weekdays by their number, Monday first, as a list offers them. */
export const weekdays: readonly string[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
];
/** Which weekday of a month; 5 is the last. */
export const nths = ['first', 'second', 'third', 'fourth', 'last'] as const;

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: string): number {
  return weekdays.indexOf(weekdayInWords(date)) + 1;
}

/** "Every 4 weeks on a Tuesday", "The first Tuesday of each month", "8 chosen days". */
export function patternSays(pattern: SeriesPattern): string {
  switch (pattern.kind) {
    case 'weekly':
      return `${everySays(pattern.everyWeeks)} on a ${weekdays[pattern.weekday - 1]}`;
    case 'nth-weekday':
      return `The ${nths[pattern.nth - 1]} ${weekdays[pattern.weekday - 1]} of each month`;
    case 'chosen':
      return countOf(pattern.dates.length, 'chosen day');
  }
}

/** "Every week", "Every 4 weeks" */
export function everySays(weeks: number): string {
  return weeks === 1 ? 'Every week' : `Every ${weeks} weeks`;
}
