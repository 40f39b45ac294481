import { Temporal } from 'temporal-polyfill';
import { shortDate } from './day-in-words.js';
import { counted } from './in-words.js';
import { daysBetween } from './lateness.js';
import type { GapReport, SeriesPattern } from './series.js';
import { openDaysOf } from './series-days.js';
import type { OfficeCalendar } from './working-days.js';

/** The team's limit: the last day in time after a discussion, and how many days that usually is. */
export interface TeamLimit {
  after(heldOn: string): string;
  days: number;
}

/**
 * A year of a pattern, from its first day on: what a family waits who is taken at every one of its sessions, and where
 * that is longer than the limit allows. A session that moves earlier for a holiday makes the wait after it longer.
 */
export function gapReport(
  pattern: SeriesPattern,
  fromOn: string,
  calendar: OfficeCalendar,
  limit: TeamLimit,
): GapReport {
  const first = openDaysOf(pattern, fromOn, aYearAfter(fromOn), calendar)[0]?.on ?? fromOn;
  const to = aYearAfter(first);
  const open = openDaysOf(pattern, first, to, calendar);
  const days = open.map(({ on, heldOn, closed }, i) => {
    const before = open[i - 1];
    return {
      on,
      gap: before ? daysBetween(before.heldOn, heldOn) : null,
      breaks: before !== undefined && heldOn > limit.after(before.heldOn),
      movedTo: heldOn === on ? null : heldOn,
      closed,
    };
  });
  const longest = Math.max(0, ...days.map(({ gap }) => gap ?? 0));
  const breaks = days.filter((day) => day.breaks).length;
  return {
    from: first,
    to,
    days,
    longest,
    breaks,
    limitDays: limit.days,
    says: [
      days.length < 2
        ? `There ${days.length === 1 ? 'is one session' : 'are no sessions'} in this year.`
        : `${counted(days.length, 'session')} in a year; the longest gap is ${counted(longest, 'day')}, and the limit is ${limit.days}.`,
      ...movedWords(days),
    ].join(' '),
  };
}

function movedWords(days: GapReport['days']): string[] {
  const moved = days.flatMap(({ on, movedTo, closed }) => (movedTo ? [{ on, movedTo, closed }] : []));
  const [one] = moved;
  if (!one) return [];
  if (moved.length > 1) return [`${moved.length} move earlier because the office is shut.`];
  return [`${shortDate(one.on)} (${one.closed}) moves to ${shortDate(one.movedTo)}.`];
}

function aYearAfter(date: string): string {
  return Temporal.PlainDate.from(date).add({ years: 1 }).toString();
}
