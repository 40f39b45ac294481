import { isWorkingDay } from '../../shared/schedule/working-days.js';

// Days as numbers, so that ten years of them are cheap to reckon with.

const dayMs = 86_400_000;
const texts = new Map<number, string>();

export const dayNumber = (date: string): number => Date.parse(date) / dayMs;

/** The local date of a day. */
export function dateOf(day: number): string {
  const known = texts.get(day);
  if (known) return known;
  const text = new Date(day * dayMs).toISOString().slice(0, 10);
  texts.set(day, text);
  return text;
}

/** The day itself when offices are open on it, else the next on which they are. */
export function openDay(day: number): number {
  let open = day;
  while (!isWorkingDay(dateOf(open))) open += 1;
  return open;
}
