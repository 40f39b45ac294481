import { shortDate, timeOfDay } from '../../ui/format.js';

/** A time in which somebody cannot be called in: whole days, or with times a part of each. */
export interface Leave {
  leaveId: string;
  personId: string;
  fromOn: string;
  toOn: string;
  startsAt: string | null;
  endsAt: string | null;
}

/** "3 to 14 August", "Friday mornings" are the person's words; this says the days, and the times where there are any. */
export function leaveSays({ fromOn, toOn, startsAt, endsAt }: Leave, today: string): string {
  const days =
    fromOn === toOn ? shortDate(fromOn, today) : `${shortDate(fromOn, today)} to ${shortDate(toOn, today)}`;
  return startsAt && endsAt ? `${days}, ${timeOfDay(startsAt)} to ${timeOfDay(endsAt)}` : days;
}

/** Those that still matter, soonest first. */
export function toCome(list: readonly Leave[], today: string): Leave[] {
  return list.filter(({ toOn }) => toOn >= today).sort((a, b) => a.fromOn.localeCompare(b.fromOn));
}
