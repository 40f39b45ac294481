import { Temporal } from 'temporal-polyfill';

/** The local date and time in England of an instant. */
export function inEngland(instant: Date): { date: string; time: string } {
  const there = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO('Europe/London');
  return {
    date: there.toPlainDate().toString(),
    time: there.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

/** The local date in England of an instant as it is stored (ISO, UTC). England is never behind UTC, and never more than an hour before it. */
export function dateInEngland(at: string): string {
  return at.slice(11, 13) === '23' ? inEngland(new Date(at)).date : at.slice(0, 10);
}

/** A time of day so many minutes later, within the day: `09:30` and 45 give `10:15`. */
export function plusMinutes(time: string, minutes: number): string {
  return Temporal.PlainTime.from(time).add({ minutes }).toString({ smallestUnit: 'minute' });
}

/** Minutes since midnight of a time of day: `09:30` is 570. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The time of day so many minutes after midnight: 570 is `09:30`. */
export function timeOf(minutes: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
