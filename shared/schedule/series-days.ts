import { Temporal } from 'temporal-polyfill';
import type { SeriesPattern } from './series.js';
import { type OfficeCalendar, workingDayOnOrBefore } from './working-days.js';

/** A day of a series, and the day on which the office is open for it: the same, or the last working day before. */
export interface SeriesDay {
  /** As the pattern has it. */
  on: string;
  heldOn: string;
  /** Why the office is shut on the day itself, or ''. */
  closed: string;
}

/** The days of a pattern from a day to a day, both included, in order. */
export function daysOf(pattern: SeriesPattern, from: string, to: string): string[] {
  if (pattern.kind === 'chosen')
    return [...new Set(pattern.dates)].filter((date) => date >= from && date <= to).sort();
  const days = pattern.kind === 'weekly' ? weekly(pattern, from, to) : monthly(pattern, from, to);
  return days.filter((day) => day >= from && day <= to);
}

/** The same, never on a day when the office is shut: then earlier, so that no family waits longer for a holiday. */
export function openDaysOf(
  pattern: SeriesPattern,
  from: string,
  to: string,
  calendar: OfficeCalendar,
): SeriesDay[] {
  return daysOf(pattern, from, to).map((on) => {
    const heldOn = workingDayOnOrBefore(on, calendar);
    return { on, heldOn, closed: heldOn === on ? '' : (calendar.isShut(on) ?? 'Weekend') };
  });
}

type Of<K extends SeriesPattern['kind']> = Extract<SeriesPattern, { kind: K }>;

/** The first such weekday on or after the anchor is one of them, and every so many weeks before and after it. */
function weekly({ everyWeeks, weekday, anchor }: Of<'weekly'>, from: string, to: string): string[] {
  const given = Temporal.PlainDate.from(anchor);
  const first = given.add({ days: (weekday - given.dayOfWeek + 7) % 7 });
  const step = 7 * everyWeeks;
  const away = first.until(Temporal.PlainDate.from(from)).days;
  const days: string[] = [];
  for (
    let day = first.add({ days: Math.ceil(away / step) * step });
    day.toString() <= to;
    day = day.add({ days: step })
  )
    days.push(day.toString());
  return days;
}

function monthly({ nth, weekday }: Of<'nth-weekday'>, from: string, to: string): string[] {
  const days: string[] = [];
  for (
    let month = Temporal.PlainDate.from(from).with({ day: 1 });
    month.toString() <= to;
    month = month.add({ months: 1 })
  ) {
    const first = month.add({ days: (weekday - month.dayOfWeek + 7) % 7 });
    const day = first.add({ weeks: nth - 1 });
    // A fifth that is not there is the last.
    days.push((day.month === month.month ? day : day.subtract({ weeks: 1 })).toString());
  }
  return days;
}
