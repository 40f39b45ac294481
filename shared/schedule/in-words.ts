import { Temporal } from 'temporal-polyfill';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** "10 March 2026". The same on every machine: what is hashed must not depend on a browser's language files. */
export function dateInWords(date: string): string {
  const day = Temporal.PlainDate.from(date);
  return `${day.day} ${months[day.month - 1]} ${day.year}`;
}

/** "Tuesday". */
export function weekdayInWords(date: string): string {
  return weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1]!;
}

/** A child's age as a professional says it: "13", "5 months", "3 weeks", "due 4 May 2026". Empty when nothing is known. */
export function ageInWords(child: { bornOn: string | null; expectedOn: string | null }, on: string): string {
  const { bornOn, expectedOn } = child;
  if (!bornOn || bornOn > on) {
    const due = expectedOn ?? bornOn;
    return due ? `due ${dateInWords(due)}` : '';
  }
  const lived = Temporal.PlainDate.from(bornOn).until(on, { largestUnit: 'month' });
  // Under two a month is a long time, and it is what parents count in.
  if (lived.months >= 24) return String(Math.floor(lived.months / 12));
  if (lived.months >= 1) return counted(lived.months, 'month');
  return lived.days >= 14 ? counted(Math.floor(lived.days / 7), 'week') : counted(lived.days, 'day');
}

/** "1 week", "2 weeks". */
export function counted(n: number, of: string): string {
  return `${n} ${of}${n === 1 ? '' : 's'}`;
}
