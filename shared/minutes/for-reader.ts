import { mayReadNote, mayReadStep } from '../discussion/protection.js';
import type { Actor } from '../people.js';
import type { LastStepLine, Minutes, NoteLine, StepLine } from './minutes.js';

/** The minutes as this person may read them: protected notes and steps are withheld exactly as they are in the discussion. */
export function forReader(minutes: Minutes, actor: Actor): Minutes {
  return without(
    minutes,
    (note) => mayReadNote(actor, note),
    (step) => mayReadStep(actor, { ...step, ownerId: step.owner?.personId ?? null }),
  );
}

/** The minutes as anybody may read them who may read minutes of this family at all, and as they go on a child's file. */
export function withoutProtected(minutes: Minutes): Minutes {
  return without(
    minutes,
    () => false,
    (step) => !step.protected,
  );
}

function without(
  minutes: Minutes,
  readsNote: (note: NoteLine) => boolean,
  readsStep: (step: StepLine | LastStepLine) => boolean,
): Minutes {
  return {
    ...minutes,
    lastSteps: minutes.lastSteps.map((s) =>
      readsStep(s) ? s : { ...s, text: null, withWhom: '', note: '' },
    ),
    reviews: minutes.reviews.map((r) => ({
      ...r,
      notes: r.notes.map((n) => (readsNote(n) ? n : { ...n, text: null })),
    })),
    steps: minutes.steps.map((s) =>
      readsStep(s)
        ? s
        : { ...s, text: null, withWhom: '', evidence: '', different: '', openEndedBecause: '' },
    ),
  };
}
