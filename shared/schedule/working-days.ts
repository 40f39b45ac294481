import { holidaysByRule } from './bank-holiday-rule.js';
import { shippedHolidays } from './shipped-holidays.js';

/** When offices are shut. */
export interface OfficeCalendar {
  /** Why the office is shut on this day, in words (a bank holiday, a closure); null on other days, weekends among them. */
  isShut(date: string): string | null;
}

/** Days on which the council, or one of its teams, shuts of its own: from a day until and with a day. */
export interface ShutDays {
  fromOn: string;
  toOn: string;
  title: string;
}

type Holidays = readonly (readonly [day: string, title: string])[];

/**
 * The office days of England and Wales: by this file of bank holidays for the years it tells of, else by those shipped
 * (2012 to 2028), else by rule; and shut on these days besides.
 */
export function officeCalendar(holidays: Holidays = [], shut: readonly ShutDays[] = []): OfficeCalendar {
  const given = byYear(holidays);
  return {
    isShut(date) {
      const holiday = (given.get(yearOf(date)) ?? usualHolidays(yearOf(date))).get(date);
      return holiday ?? shut.find(({ fromOn, toOn }) => fromOn <= date && date <= toOn)?.title ?? null;
    },
  };
}

/** The bank holidays of England and Wales in a year, as local dates. */
export function bankHolidays(year: number): ReadonlySet<string> {
  return new Set(usualHolidays(year).keys());
}

/** Monday to Friday, and neither a bank holiday nor a closure. */
export function isWorkingDay(date: string, calendar: OfficeCalendar = usualCalendar): boolean {
  return !isWeekend(date) && calendar.isShut(date) === null;
}

/** The date so many working days later; the first day counts as nought. */
export function plusWorkingDays(
  date: string,
  days: number,
  calendar: OfficeCalendar = usualCalendar,
): string {
  let day = date;
  for (let left = days; left > 0; ) {
    day = dayAfter(day);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

/** How many working days lie after one date up to and with another; nought when it is not later. */
export function workingDaysBetween(
  from: string,
  to: string,
  calendar: OfficeCalendar = usualCalendar,
): number {
  let days = 0;
  for (let day = from; day < to; ) {
    day = dayAfter(day);
    if (isWorkingDay(day, calendar)) days += 1;
  }
  return days;
}

/** The date so many days later, or earlier when negative. */
export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayLong).toISOString().slice(0, 10);
}

/** Whole days from one local date to another; negative when it is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / dayLong;
}

/** The last working day on or before a date: a suggestion always moves earlier, so that no child waits longer for a holiday. */
export function workingDayOnOrBefore(date: string, calendar: OfficeCalendar = usualCalendar): string {
  let day = date;
  while (!isWorkingDay(day, calendar)) day = plusDays(day, -1);
  return day;
}

// A local date alone has no hours: counted at midnight UTC, every day has as many of them.
const dayLong = 86_400_000;

// Working days are counted by the hundred thousand, of the same few thousand days: each is worked out once.
const following = new Map<string, string>();
const weekends = new Map<string, boolean>();
const mostKept = 50_000;

function dayAfter(date: string): string {
  return following.get(date) ?? kept(following, date, plusDays(date, 1));
}

function isWeekend(date: string): boolean {
  const known = weekends.get(date);
  if (known !== undefined) return known;
  const day = new Date(date).getUTCDay();
  return kept(weekends, date, day === 0 || day === 6);
}

function kept<T>(days: Map<string, T>, date: string, value: T): T {
  if (days.size >= mostKept) days.clear();
  days.set(date, value);
  return value;
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

function byYear(holidays: Holidays): Map<number, ReadonlyMap<string, string>> {
  const years = new Map<number, Map<string, string>>();
  for (const [day, title] of holidays) {
    const year = years.get(yearOf(day)) ?? new Map<string, string>();
    years.set(yearOf(day), year.set(day, title));
  }
  return years;
}

const usual = byYear(shippedHolidays);

function usualHolidays(year: number): ReadonlyMap<string, string> {
  const known = usual.get(year) ?? holidaysByRule(year);
  usual.set(year, known);
  return known;
}

/** By what is shipped alone. */
export const usualCalendar = officeCalendar();
