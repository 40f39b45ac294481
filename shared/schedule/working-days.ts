import { Temporal } from 'temporal-polyfill';

/** Days the government moved or added, which no rule gives. */
const moved: Readonly<Record<number, { without: readonly string[]; with: readonly string[] }>> = {
  2020: { without: ['2020-05-04'], with: ['2020-05-08'] },
  2022: { without: ['2022-05-30'], with: ['2022-06-02', '2022-06-03', '2022-09-19'] },
  2023: { without: [], with: ['2023-05-08'] },
};

const known = new Map<number, ReadonlySet<string>>();

/** The bank holidays of England and Wales in a year, as local dates. */
export function bankHolidays(year: number): ReadonlySet<string> {
  const found = known.get(year) ?? byRule(year);
  known.set(year, found);
  return found;
}

/** When offices are shut besides weekends, and why. */
export interface OfficeCalendar {
  isShut(date: string): string | null;
}

/** Whether offices are open: Monday to Friday and not a bank holiday. */
export function isWorkingDay(date: string, calendar?: OfficeCalendar): boolean {
  const day = Temporal.PlainDate.from(date);
  if (calendar) return day.dayOfWeek <= 5 && calendar.isShut(date) === null;
  return day.dayOfWeek <= 5 && !bankHolidays(day.year).has(date);
}

/** The date so many working days later; the first day counts as nought. */
export function plusWorkingDays(date: string, days: number): string {
  let day = date;
  for (let left = days; left > 0; ) {
    day = plusDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** The date so many days later, or earlier when negative. */
export function plusDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The last working day on or before a date: a suggestion always moves earlier, so that no child waits longer for a holiday. */
export function workingDayOnOrBefore(date: string, calendar?: OfficeCalendar): string {
  return isWorkingDay(date, calendar) ? date : workingDayOnOrBefore(plusDays(date, -1), calendar);
}

function byRule(year: number): ReadonlySet<string> {
  const easter = easterSunday(year);
  const days = [
    weekdayFrom(year, 1, 1),
    easter.subtract({ days: 2 }),
    easter.add({ days: 1 }),
    mondayOnOrAfter(year, 5, 1),
    mondayOnOrAfter(year, 5, 25),
    mondayOnOrAfter(year, 8, 25),
    ...christmas(year),
  ].map(String);
  const change = moved[year];
  return new Set([...days.filter((d) => !change?.without.includes(d)), ...(change?.with ?? [])]);
}

function weekdayFrom(year: number, month: number, day: number): Temporal.PlainDate {
  const date = Temporal.PlainDate.from({ year, month, day });
  return date.dayOfWeek <= 5 ? date : date.add({ days: 8 - date.dayOfWeek });
}

function mondayOnOrAfter(year: number, month: number, day: number): Temporal.PlainDate {
  const date = Temporal.PlainDate.from({ year, month, day });
  return date.add({ days: (8 - date.dayOfWeek) % 7 });
}

// Christmas and Boxing Day; those that fall on a weekend are given on the next free weekdays.
function christmas(year: number): string[] {
  const on = (day: number) => Temporal.PlainDate.from({ year, month: 12, day }).toString();
  const first = Temporal.PlainDate.from({ year, month: 12, day: 25 }).dayOfWeek;
  if (first === 5) return [on(25), on(28)];
  if (first === 6) return [on(27), on(28)];
  return first === 7 ? [on(26), on(27)] : [on(25), on(26)];
}

// The anonymous Gregorian computus.
function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 });
}
