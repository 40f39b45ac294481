/** How the product says dates, times, amounts and lists. British English, Europe/London, figures not words. */

const zone = 'Europe/London';

/** A moment: a Date, an ISO instant, or a local date `YYYY-MM-DD` (which has no time and never shifts by a zone). */
export type Moment = Date | string;

function toDate(moment: Moment): Date {
  if (typeof moment !== 'string') return moment;
  // A bare date is read at noon, so that no offset of Europe/London can carry it to its neighbour.
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(moment) ? `${moment}T12:00:00Z` : moment);
}

function parts(moment: Moment, options: Intl.DateTimeFormatOptions): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options });
  return Object.fromEntries(format.formatToParts(toDate(moment)).map((part) => [part.type, part.value]));
}

/** "10 March 2026" */
export function longDate(moment: Moment): string {
  const { day, month, year } = parts(moment, { day: 'numeric', month: 'long', year: 'numeric' });
  return `${day} ${month} ${year}`;
}

/** "Tuesday 10 March 2026" */
export function weekdayDate(moment: Moment): string {
  return `${parts(moment, { weekday: 'long' })['weekday']} ${longDate(moment)}`;
}

/** "10 March", with the year only when it is not the year of `today`. */
export function shortDate(moment: Moment, today: Moment): string {
  const date = longDate(moment);
  return date.slice(-4) === longDate(today).slice(-4) ? date.slice(0, -5) : date;
}

/** "Friday 13 March", with the year only when it is not the year of `today`. */
export function weekdayShortDate(moment: Moment, today: Moment): string {
  return `${parts(moment, { weekday: 'long' })['weekday']} ${shortDate(moment, today)}`;
}

/** "10 Mar", for chart axes. */
export function axisDate(moment: Moment): string {
  const { day, month } = parts(moment, { day: 'numeric', month: 'long' });
  return `${day} ${(month ?? '').slice(0, 3)}`;
}

/** The local date in Europe/London as `YYYY-MM-DD`. */
export function localDate(moment: Moment): string {
  const { day, month, year } = parts(moment, { day: '2-digit', month: '2-digit', year: 'numeric' });
  return `${year}-${month}-${day}`;
}

/** "9:30am", "10am", "12pm" */
export function clockTime(moment: Moment): string {
  const { hour, minute } = parts(moment, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return timeOfDay(`${hour}:${minute}`);
}

/** "9:30am" for a local time of day written `09:30`, which has no zone to shift by. */
export function timeOfDay(time: string): string {
  const [hour = '', minute = ''] = time.split(':');
  const hours = Number(hour);
  const past = minute === '00' ? '' : `:${minute}`;
  return `${hours % 12 === 0 ? 12 : hours % 12}${past}${hours < 12 ? 'am' : 'pm'}`;
}

/** "9:30am to 10am" */
export function timeRange(from: Moment, to: Moment): string {
  return `${clockTime(from)} to ${clockTime(to)}`;
}

/** "10 March 2026, 9:12am" */
export function dateAndTime(moment: Moment): string {
  return `${longDate(moment)}, ${clockTime(moment)}`;
}

/** "in about 18 min", "in about 2 hours", "in 3 days", "now"; nothing is ever counted in seconds. */
export function inAbout(moment: Moment, now: Moment): string {
  const minutes = Math.round((toDate(moment).getTime() - toDate(now).getTime()) / 60_000);
  if (minutes < 1) return 'now';
  if (minutes < 90) return `in about ${minutes} min`;
  const hours = Math.round(minutes / 60);
  if (hours < 24) return `in about ${hours} hours`;
  return `in ${countOf(Math.round(hours / 24), 'day')}`;
}

/** "2:10" for a length in seconds. Ends past zero are the caller's to word: see `overBy`. */
export function timer(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** "40 s over", "2 min over": what a timer past its end reads. */
export function overBy(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return whole < 60 ? `${whole} s over` : `${Math.floor(whole / 60)} min over`;
}

/** "1 change", "3 changes"; give the plural when it is not made with an s. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** How many words a text has, as a reader would count them. */
export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** "52 words, 400 is plenty" */
export function wordsSay(count: number, guide: number): string {
  return `${countOf(count, 'word')}, ${guide} is plenty`;
}

/** "Priya", "Priya and Dean", "Priya, Lorna and Dean" */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}

/** "Sandra is writing", "Sandra and Tom are writing", "Sandra, Tom and 2 more are writing": two names at most. */
export function writingSays(names: readonly string[]): string {
  if (names.length === 0) return '';
  if (names.length === 1) return `${names[0]} is writing`;
  const rest = names.length - 2;
  return `${listed(rest > 0 ? [...names.slice(0, 2), `${rest} more`] : names)} are writing`;
}
