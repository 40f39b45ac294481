import type { DisciplineCode } from '../disciplines.js';
import { leavesOpen } from '../discussion/challenge.js';
import type { Carried, Carry } from '../discussion/opening.js';
import type { Challenge, DiscussionState, LastStep, NextStep, Review } from '../discussion/state.js';
import { proseLimit, proseText, updateInFront } from '../live/prose.js';
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

/**
 * The same, fitted to the discussion in which it arrives. Where words of a review wait for one in which somebody has
 * written since, they come in front of theirs; `clientId` stands for the device that writes them there. Into one that
 * follows a later discussion only comes what waits for somebody: reviews of then are older than what is written here.
 */
export function carriedInto(next: DiscussionState, carried: Carried, clientId: number): Carry {
  if (next.afterId !== carried.afterId) {
    const { prose: _, reviews: __, ...waiting } = carried;
    return { ...waiting, late: true };
  }
  const prose: NonNullable<Carried['prose']> = {};
  const further: NonNullable<Carry['further']> = { prose: {}, reviews: {} };
  const lastProse = { ...carried.lastProse };
  for (const [field, words] of Object.entries(carried.prose ?? {})) {
    const here = next.prose[field];
    const text = proseText(words);
    if (!here) prose[field] = words;
    else if (!proseText(here).includes(text)) {
      const update = updateInFront(here, proseText(here).trim() ? `${text.trimEnd()}\n\n` : text, clientId);
      // Past what a field may hold nobody could write on in it: then they stand beside it.
      if (here.size + update.length > proseLimit) lastProse[field] = text;
      else further.prose[field] = { ...words, updates: [update], size: update.length };
    }
  }
  for (const [of, was] of Object.entries(carried.reviews ?? {}) as [DisciplineCode, Review][]) {
    const here = next.reviews[of];
    if (here) further.reviews[of] = goingOn(was, here);
  }
  return carried.prose || carried.reviews ? { ...carried, lastProse, prose, further } : carried;
}

/** A review that its author has begun anew, with what they had ticked before and not again. */
function goingOn(was: Review, here: Review): Review {
  return {
    ...here,
    direction: here.direction ?? was.direction,
    evidence: here.evidence.length ? here.evidence : was.evidence,
    stages: here.stages.length ? here.stages : was.stages,
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
function isStillOpen({ outcome }: Pick<Challenge, 'outcome'>): boolean {
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
