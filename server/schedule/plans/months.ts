import { Temporal } from 'temporal-polyfill';

/** The last day of a month like `2026-04`. */
export function lastDayOf(month: string): string {
  const first = Temporal.PlainDate.from(`${month}-01`);
  return first.add({ months: 1 }).subtract({ days: 1 }).toString();
}
