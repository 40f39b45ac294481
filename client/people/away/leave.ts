import type { Leave } from '../../../shared/schedule/leave.js';
import { countOf, shortDate, timeOfDay } from '../../ui/format.js';

/** "7 April to 17 April", "7 April, 9am to 12:30pm", "7 April, from 1pm": whole days, or the same part of each. */
export function leaveSays({ fromOn, toOn, startsAt, endsAt }: Leave, today: string): string {
  const days =
    fromOn === toOn ? shortDate(fromOn, today) : `${shortDate(fromOn, today)} to ${shortDate(toOn, today)}`;
  if (startsAt && endsAt) return `${days}, ${timeOfDay(startsAt)} to ${timeOfDay(endsAt)}`;
  if (startsAt) return `${days}, from ${timeOfDay(startsAt)}`;
  return endsAt ? `${days}, until ${timeOfDay(endsAt)}` : days;
}

/** Those that still matter, soonest first. */
export function toCome(list: readonly Leave[], today: string): Leave[] {
  return list.filter(({ toOn }) => toOn >= today).sort((a, b) => a.fromOn.localeCompare(b.fromOn));
}

/** "Called in to 2 sessions on these days": what the planner has to move, or somebody by hand. */
export function touchesSay({ touches }: Pick<Leave, 'touches'>): string {
  return `Called in to ${countOf(touches.length, 'session')} on these days`;
}
