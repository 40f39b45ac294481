import type { DiscussionState, NextStep } from '../../../../shared/discussion/state.js';
import { type Hint, stepHints } from '../../../../shared/next-steps/hints.js';
import { bankHolidays } from '../../../../shared/schedule/working-days.js';
import type { People } from '../../people/people.js';

/** What could be better about a next step as it stands, for whoever is writing it. It never stands in the way. */
export function hintsFor(step: NextStep, people: People, state: DiscussionState): Hint[] {
  const holidays = step.dueOn ? bankHolidays(Number(step.dueOn.slice(0, 4))) : new Set<string>();
  return stepHints(step, people.all, holidays, state.lastSteps);
}
