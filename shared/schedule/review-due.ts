import { isWorkingDay, plusDays } from './working-days.js';

/** Reviews are asked for and due so many working days before the session (practice 3.5). */
export const reviewDays = { asked: 10, due: 5 } as const;

/** The day by which the reviews for a session are due. `isOpen` says on which days offices are. */
export function reviewsDueOn(sessionOn: string, isOpen: (date: string) => boolean = isWorkingDay): string {
  return workingDaysBefore(sessionOn, reviewDays.due, isOpen);
}

/** The day on which the reviews for a session are asked for. */
export function reviewsAskedOn(sessionOn: string, isOpen: (date: string) => boolean = isWorkingDay): string {
  return workingDaysBefore(sessionOn, reviewDays.asked, isOpen);
}

/** The date so many working days earlier; the day itself counts as nought. */
export function workingDaysBefore(
  date: string,
  days: number,
  isOpen: (date: string) => boolean = isWorkingDay,
): string {
  let day = date;
  for (let left = days; left > 0; ) {
    day = plusDays(day, -1);
    if (isOpen(day)) left -= 1;
  }
  return day;
}
