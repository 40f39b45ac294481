import { Temporal } from 'temporal-polyfill';

/**
 * The bank holidays of England and Wales in a year by the standing rules, as local dates with their titles. Only for
 * years that no file tells of: days the government moves or adds are in no rule. Guarded by working-days.test.
 */
export function holidaysByRule(year: number): ReadonlyMap<string, string> {
  const easter = easterSunday(year);
  const days: [Temporal.PlainDate, string][] = [
    [weekdayFrom(year, 1, 1), 'New Year’s Day'],
    [easter.subtract({ days: 2 }), 'Good Friday'],
    [easter.add({ days: 1 }), 'Easter Monday'],
    [mondayOnOrAfter(year, 5, 1), 'Early May bank holiday'],
    [mondayOnOrAfter(year, 5, 25), 'Spring bank holiday'],
    [mondayOnOrAfter(year, 8, 25), 'Summer bank holiday'],
    ...christmas(year),
  ];
  return new Map(days.map(([day, title]) => [day.toString(), title]));
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
function christmas(year: number): [Temporal.PlainDate, string][] {
  const on = (day: number) => Temporal.PlainDate.from({ year, month: 12, day });
  const [christmasDay, boxingDay] = ({ 5: [25, 28], 6: [27, 28], 7: [27, 26] } as const)[
    on(25).dayOfWeek as 5
  ] ?? [25, 26];
  return [
    [on(christmasDay), 'Christmas Day'],
    [on(boxingDay), 'Boxing Day'],
  ];
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
