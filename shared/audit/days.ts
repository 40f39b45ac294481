import { plusDays } from '../schedule/working-days.js';

/** The first and the last day of a month, “2026-02”. */
export function monthOf(month: string): { first: string; last: string } {
  const first = `${month}-01`;
  return { first, last: plusDays(`${monthAfter(month)}-01`, -1) };
}

/** The month after, or so many months after (before, when negative). */
export function monthAfter(month: string, months = 1): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** Every month from one to another, both included. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = monthAfter(month)) months.push(month);
  return months;
}
