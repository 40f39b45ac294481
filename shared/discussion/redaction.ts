import type { Actor } from '../people.js';
import {
  hashWithheld,
  lastStepWithout,
  mayReadNote,
  mayReadStep,
  readsAll,
  stepWithout,
} from './protection.js';
import type { DiscussionState, Scale, Score } from './state.js';

/** The discussion as this person may see it: equal to folding the entries that were reduced for them (see log.test.ts). */
export function redactDiscussion(state: DiscussionState, actor: Actor): DiscussionState {
  return {
    ...state,
    lastSteps: state.lastSteps.map((s) => (mayReadStep(actor, s) ? s : lastStepWithout(s))),
    notes: state.notes.map((n) => (mayReadNote(actor, n) ? n : { ...n, text: null })),
    scale: redactScale(state.scale, actor.personId),
    steps: state.steps.map((s) => (mayReadStep(actor, s) ? s : stepWithout(s))),
    signed: state.signed && !readsAll(actor, state) ? { ...state.signed, hash: hashWithheld } : state.signed,
  };
}

/** Before the reveal: one's own score, and those one typed for others. Nothing says who else has scored. */
function redactScale(scale: Scale, me: string): Scale {
  if (scale.revealedAt) return scale;
  return {
    ...scale,
    scores: only(scale.scores, (whose) => whose === me),
    typed: only(scale.typed, (key) => key.startsWith(`${me}/`) || key.endsWith(`/${me}`)),
  };
}

function only(
  scores: Readonly<Record<string, Score>>,
  keep: (key: string) => boolean,
): Record<string, Score> {
  return Object.fromEntries(Object.entries(scores).filter(([key]) => keep(key)));
}
