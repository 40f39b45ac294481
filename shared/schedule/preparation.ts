import { isWorkingDay, type OfficeCalendar, plusDays } from './working-days.js';

/** The days of a session's preparation (practice 3.5), as local dates. */
export interface Preparation {
  /** Reviews are asked for: ten working days before. */
  askOn: string;
  /** Reviews are due: five working days before. */
  dueOn: string;
  /** Whoever can ask after them is told who still owes what: two working days before. */
  chaseOn: string;
  /** The brief is kept as it stands, the working day before. */
  freezeOn: string;
}

const before = { askOn: 10, dueOn: 5, chaseOn: 2, freezeOn: 1 } as const;

/** When what is done for a session on a date, by the office days of its team. */
export function preparationOf(date: string, calendar?: OfficeCalendar): Preparation {
  const days: string[] = [];
  // So far back that even a shut fortnight at Christmas leaves ten working days.
  for (
    let day = plusDays(date, -1), i = 0;
    days.length < before.askOn && i < 60;
    day = plusDays(day, -1), i++
  )
    if (isWorkingDay(day, calendar)) days.push(day);
  const at = (n: number): string => days[n - 1] ?? plusDays(date, -n);
  return {
    askOn: at(before.askOn),
    dueOn: at(before.dueOn),
    chaseOn: at(before.chaseOn),
    freezeOn: at(before.freezeOn),
  };
}

/** By when a review is asked for on a day: its due day while that is to come, and else the next working day, at the latest the session's. */
export function dueWhenAsked(
  on: string,
  date: string,
  { dueOn }: Preparation,
  calendar?: OfficeCalendar,
): string {
  if (on < dueOn) return dueOn;
  let next = plusDays(on, 1);
  while (next < date && !isWorkingDay(next, calendar)) next = plusDays(next, 1);
  return next < date ? next : date;
}
