import { dateInWords } from '../../../shared/schedule/in-words.js';

/** The month a local date lies in: `2026-04`. */
export function monthOf(date: string): string {
  return date.slice(0, 7);
}

/** "April 2026" */
export function monthInWords(month: string): string {
  return dateInWords(`${month}-01`).replace(/^1 /, '');
}

/** The month so many months later, or earlier when negative. */
export function monthAfter(month: string, by: number): string {
  const [year = 0, at = 1] = month.split('-').map(Number);
  const months = year * 12 + at - 1 + by;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** Whether an address names a month, rather than anything else that may stand there. */
export function isMonth(text: string | null): text is string {
  return text !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}
