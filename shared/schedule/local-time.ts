import { Temporal } from 'temporal-polyfill';

/** The local date and time in England of an instant. */
export function inEngland(instant: Date): { date: string; time: string } {
  const there = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO('Europe/London');
  return {
    date: there.toPlainDate().toString(),
    time: there.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

/** A time of day so many minutes later, within the day: `09:30` and 45 give `10:15`. */
export function plusMinutes(time: string, minutes: number): string {
  return Temporal.PlainTime.from(time).add({ minutes }).toString({ smallestUnit: 'minute' });
}
