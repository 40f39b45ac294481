import { listed, shortDate } from '../../../shared/schedule/day-in-words.js';
import { counted } from '../../../shared/schedule/in-words.js';
import type { MonthPlan } from '../../../shared/schedule/planning/problem.js';
import type { MonthFacts } from './month-problem.service.js';

// More than these nobody reads one by one.
const splitsNamed = 3;
const only = 'only so could every family that day have its place.';

/** What there is to say of a plan, with no family named: planners of several teams read it. */
export function saidOf({ diaries, before }: MonthFacts, plan: MonthPlan, moved: readonly string[]): string[] {
  const splits = new Map(plan.splits.map((split) => [`${split.personId} ${split.date}`, split]));
  const families = (n: number): string => (n === 1 ? '1 family' : `${n} families`);
  return [
    ...(splits.size > splitsNamed
      ? [`${splits.size} times a specialist has more than one block in a day: ${only}`]
      : [...splits.values()].map(
          ({ personId, date }) =>
            `${diaries.firstName(personId)} has more than one block on ${shortDate(date)}: ${only}`,
        )),
    ...(plan.minutesWaited
      ? [`Specialists wait ${counted(plan.minutesWaited, 'minute')} between families in all.`]
      : []),
    ...(before
      ? [
          `${families(before)} ${before === 1 ? 'is' : 'are'} taken before this month begins. Plan again once they have been held.`,
        ]
      : []),
    ...(moved.length
      ? [
          `Somebody changed ${listed(moved.map(shortDate))} meanwhile, and that stands. Plan again for the families left.`,
        ]
      : []),
  ];
}
