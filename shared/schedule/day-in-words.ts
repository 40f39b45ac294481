import { dateInWords, weekdayInWords } from './in-words.js';

/** "7 April", where the year is plain. */
export function shortDate(date: string): string {
  return dateInWords(date).replace(/ \d{4}$/, '');
}

/** "Tuesday 7 April". */
export function dayInWords(date: string): string {
  return `${weekdayInWords(date)} ${shortDate(date)}`;
}

/** "9:30am", "10am", "12pm", of minutes since midnight. */
export function clockInWords(minutes: number): string {
  const hour = Math.floor(minutes / 60);
  const past = minutes % 60 ? `:${String(minutes % 60).padStart(2, '0')}` : '';
  return `${hour % 12 === 0 ? 12 : hour % 12}${past}${hour < 12 ? 'am' : 'pm'}`;
}

/** "Dean", "Dean and Lorna", "Dean, Lorna and Marcus". */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
