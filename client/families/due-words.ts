import type { ClockState } from '../../shared/cadence/events.js';
import { daysBetween, plusDays } from '../../shared/schedule/working-days.js';
import { countOf, shortDate, timeOfDay, weekdayShortDate } from '../ui/format.js';
import type { Tone } from '../ui/surfaces/Tag.js';

/** What is known about when a family is to be supervised next. */
export interface DueFacts {
  status: 'open' | 'closed';
  dueBy: string | null;
  state?: ClockState | undefined;
  planned: { on: string; at: string } | null;
}

/** How near the limit is: over it, within a week, or later. Null where there is no limit. */
export type Nearness = 'over' | 'soon' | 'later';

/** Which it is on a day. The day of the limit itself is still in time. */
export function nearness({ dueBy }: Pick<DueFacts, 'dueBy'>, today: string): Nearness | null {
  if (!dueBy) return null;
  if (dueBy < today) return 'over';
  return dueBy <= plusDays(today, 7) ? 'soon' : 'later';
}

/** "7 days over": of the date, never of a worker. */
export function daysOver(dueBy: string, today: string): string {
  return `${countOf(daysBetween(dueBy, today), 'day')} over`;
}

/** "Due by 7 April", "Was due by 3 March, 7 days over". */
export function dueSays(facts: DueFacts, today: string): { words: string; tone: Tone } {
  if (facts.status === 'closed') return { words: 'Closed', tone: 'plain' };
  if (facts.state === 'exempt') return { words: 'Exempt', tone: 'plain' };
  if (!facts.dueBy) return { words: 'No start date yet', tone: 'warn' };
  const date = shortDate(facts.dueBy, today);
  const near = nearness(facts, today);
  if (near === 'over') return { words: `Was due by ${date}, ${daysOver(facts.dueBy, today)}`, tone: 'bad' };
  return { words: `Due by ${date}`, tone: near === 'soon' && !facts.planned ? 'warn' : 'plain' };
}

/** "planned 10am that day", "planned Tuesday 31 March, 10am, 2 days after the limit", "not planned yet". */
export function plannedSays({ planned, dueBy }: DueFacts, today: string): string {
  if (!planned) return 'not planned yet';
  const at = timeOfDay(planned.at);
  if (planned.on === dueBy) return `planned ${at} that day`;
  const day = planned.on === today ? 'today' : weekdayShortDate(planned.on, today);
  // Past its limit today, it says so already.
  const late =
    dueBy && dueBy >= today && planned.on > dueBy
      ? `, ${countOf(daysBetween(dueBy, planned.on), 'day')} after the limit`
      : '';
  return `planned ${day}, ${at}${late}`;
}
