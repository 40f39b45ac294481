import { mayReadStep } from '../../../shared/discussion/protection.js';
import type { DiscussionState } from '../../../shared/discussion/state.js';
import { type Gap, whatIsMissing } from '../../../shared/minutes/what-is-missing.js';
import type { Actor } from '../../../shared/people.js';

/** What is missing as this reader can know it: words that were withheld from them are not missing. */
export function gapsFor(state: DiscussionState, reader: Actor): Gap[] {
  const unseen = new Set(state.steps.filter((step) => !mayReadStep(reader, step)).map((step) => step.stepId));
  return whatIsMissing(state).filter((gap) => !gap.stepId || !unseen.has(gap.stepId));
}
