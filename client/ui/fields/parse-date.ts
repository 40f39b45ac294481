/**
 * Reads the dates people type: "13 mar", "13 March 2026", "13/3/26", "2026-03-13", "+7", "fri", "tomorrow".
 * Days come before months, as in Britain. Pure: `today` is handed in.
 */

/** Which way a date without a year leans: a due date forward, a day something happened back. */
export type Lean = 'future' | 'past';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const fullMonths =
  'january february march april may june july august september october november december'.split(' ');
const fullWeekdays = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

/** `YYYY-MM-DD` for what was typed, or undefined when it is no date. */
export function parseTypedDate(typed: string, today: string, lean: Lean = 'future'): string | undefined {
  const words = typed.trim().toLowerCase().replaceAll(',', ' ').replace(/\s+/g, ' ');
  if (words === 'today') return today;
  if (words === 'tomorrow') return daysAfter(today, 1);
  if (words === 'yesterday') return daysAfter(today, -1);

  const shift = /^([+-]) ?(\d{1,3})(?: ?(d|days?|w|weeks?))?$/.exec(words);
  if (shift) {
    const days = Number(shift[2]) * (shift[3]?.startsWith('w') ? 7 : 1);
    return daysAfter(today, shift[1] === '-' ? -days : days);
  }

  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  if (iso) return realDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));

  const weekday = indexOfName(words.replace(/^(?:next|this|on|last) /, ''), weekdays, fullWeekdays);
  if (weekday !== undefined) return nearestWeekday(weekday, today, lean);

  // Between two figures a mark is needed, or "13" would be the first of March.
  const day =
    /^(?:[a-z]+ )?(\d{1,2})(?:st|nd|rd|th)?(?: of)?(?:[ /.-]?([a-z]+)|[ /.-](\d{1,2}))(?:[ /.-](\d{4}|\d{2}))?$/.exec(
      words,
    );
  if (!day) return undefined;
  const [, number, name, figure, year] = day;
  const month = name ? monthNumber(name) : Number(figure);
  if (month === undefined) return undefined;
  if (year) return realDate(year.length === 2 ? 2000 + Number(year) : Number(year), month, Number(number));
  return nearestYear(month, Number(number), today, lean);
}

/** The date so many days after a `YYYY-MM-DD`. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function monthNumber(name: string): number | undefined {
  const index = indexOfName(name === 'sept' ? 'sep' : name, months, fullMonths);
  return index === undefined ? undefined : index + 1;
}

/** "mar", "marc" and "march" are March; "marsh" is not. */
function indexOfName(name: string, short: readonly string[], full: readonly string[]): number | undefined {
  const index = full.findIndex((word, at) => name.startsWith(short[at] ?? '?') && word.startsWith(name));
  return index < 0 ? undefined : index;
}

function realDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const same =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? date.toISOString().slice(0, 10) : undefined;
}

/** The first such day on the leaning side of today; looks eight years on for 29 February. */
function nearestYear(month: number, day: number, today: string, lean: Lean): string | undefined {
  const thisYear = Number(today.slice(0, 4));
  for (let step = 0; step <= 8; step++) {
    const date = realDate(thisYear + (lean === 'future' ? step : -step), month, day);
    if (date && (lean === 'future' ? date >= today : date <= today)) return date;
  }
  return undefined;
}

function nearestWeekday(weekday: number, today: string, lean: Lean): string {
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  const ahead = (weekday - now + 7) % 7 || 7;
  return daysAfter(today, lean === 'future' ? ahead : -((now - weekday + 7) % 7 || 7));
}
