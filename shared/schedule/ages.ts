import { Temporal } from 'temporal-polyfill';

/** Whole years on a day, or null when the birth is not known or still to come. Born on 29 February: a year older on 1 March. */
export function ageOn(bornOn: string | null, on: string): number | null {
  if (!bornOn) return null;
  const born = Temporal.PlainDate.from(bornOn);
  const day = Temporal.PlainDate.from(on);
  const before = day.month < born.month || (day.month === born.month && day.day < born.day);
  const years = day.year - born.year - (before ? 1 : 0);
  return years < 0 ? null : years;
}

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
