import { leavesOpen } from '../discussion/challenge.js';
import type { Carried } from '../discussion/opening.js';
import type { Challenge, DiscussionState, LastStep, NextStep } from '../discussion/state.js';
import { proseText } from '../live/prose.js';
import { qualifies } from './qualifies.js';

/** What this discussion leaves to the family's next one. Steps and challenges keep their ids: their lineage. */
export function carryForward(state: DiscussionState): Carried {
  const { counts } = qualifies(state);
  const said = Object.fromEntries(
    Object.entries(state.prose)
      .map(([field, prose]) => [field, proseText(prose)] as const)
      .filter(([, text]) => text.trim() !== ''),
  );
  const carried: Carried = {
    afterId: state.discussionId,
    // The clock starts again only from a discussion that counts (practice 3.1).
    lastHeldOn: counts ? state.heldOn : state.lastHeldOn,
    lastProse: said,
    lastSteps: state.steps.map(asLastStep),
    challenges: state.challenges.filter(isStillOpen).map((c) => asCarried(c, state.discussionId)),
    scaleLast: lastScale(state),
  };
  return counts ? carried : { ...carried, ...reviewsToGoOnFrom(state, said) };
}

/** After a talk that did not count the reviews wait, as they are, for the one that will. */
function reviewsToGoOnFrom(state: DiscussionState, said: Record<string, string>): Partial<Carried> {
  const prose: NonNullable<Carried['prose']> = {};
  for (const [field, { updates, writers, size, at }] of Object.entries(state.prose)) {
    if (field.startsWith('review/'))
      prose[field] = { updates: [...updates], writers: [...writers], size, at };
  }
  const notReviews = Object.entries(said).filter(([field]) => !field.startsWith('review/'));
  const reviewsBefore = Object.entries(state.lastProse).filter(([field]) => field.startsWith('review/'));
  return {
    prose,
    reviews: state.reviews,
    lastProse: Object.fromEntries([...reviewsBefore, ...notReviews]),
  };
}

function asLastStep({
  stepId,
  text,
  ownerId,
  withWhom,
  dueOn,
  evidence,
  audience,
  carried,
  by,
  ...step
}: NextStep): LastStep {
  const same = { stepId, text, ownerId, withWhom, dueOn, evidence, audience: [...audience], carried, by };
  return { ...same, protected: step.protected, status: 'open', note: '', doneOn: null };
}

/** Still open: no outcome, or one that waits for evidence or for a more senior manager. */
export function isStillOpen({ outcome }: Pick<Challenge, 'outcome'>): boolean {
  return outcome === null || leavesOpen(outcome.outcome);
}

function asCarried(challenge: Challenge, discussionId: string): Challenge {
  const { outcome, lastOutcome } = challenge;
  return { ...challenge, outcome: null, lastOutcome: outcome ?? lastOutcome, carriedFrom: discussionId };
}

function lastScale({ scale }: DiscussionState): Carried['scaleLast'] {
  // Scores that were never revealed stay with those who gave them.
  if (!scale.revealedAt) return { group: scale.last.group, scores: { ...scale.last.scores } };
  const scores = Object.fromEntries(Object.entries(scale.scores).map(([personId, s]) => [personId, s.score]));
  return { group: scale.group, scores };
}
