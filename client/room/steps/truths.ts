import { type DisciplineCode, disciplineOf } from '../../../shared/disciplines.js';
import { quorum } from '../../../shared/discussion/attendance.js';
import type { DiscussionState } from '../../../shared/discussion/state.js';
import { proseText } from '../../../shared/live/prose.js';

/** How far a step is, as the agenda rail shows it: not begun, partly, or done, and a few words that say it. */
export interface Truth {
  stands: 'empty' | 'part' | 'done';
  words: string;
}

const nothing: Truth = { stands: 'empty', words: '' };

/** What is true of one step now. Never a tick on what is only partly done. */
export function truthOf(step: string, state: DiscussionState): Truth {
  return rules[step]?.(state) ?? nothing;
}

const rules: Record<string, (state: DiscussionState) => Truth> = {
  'check-in': (state) => {
    if (Object.keys(state.attendance).length === 0) return nothing;
    return quorum(state).quorate ? { stands: 'done', words: '' } : { stands: 'part', words: 'not quorate' };
  },
  'last-time': ({ lastSteps }) => {
    const told = lastSteps.filter((step) => step.status !== 'open').length;
    const done = lastSteps.filter((step) => step.status === 'done').length;
    if (lastSteps.length === 0) return { stands: 'done', words: 'none' };
    if (told === 0) return nothing;
    return told === lastSteps.length
      ? { stands: 'done', words: `${done} of ${lastSteps.length}` }
      : { stands: 'part', words: `${told} of ${lastSteps.length}` };
  },
  children: (state) => {
    const heard = discussed(state).filter(
      (child) => written(state, `voice/${child.childId}`) || state.now[child.childId]?.notAskedBecause,
    );
    return counted(heard.length, discussed(state).length, false);
  },
  progress: (state) => {
    const due = state.expected.filter((e) => disciplineOf(e.discipline).reviews && e.personId);
    return counted(due.filter((e) => hasReview(state, e.discipline)).length, due.length, true);
  },
  meaning: (state) => {
    const told = discussed(state).filter((child) => written(state, `meaning/${child.childId}`));
    return counted(told.length, discussed(state).length, true);
  },
  scale: ({ scale }) => {
    if (!scale.revealedAt)
      return scale.count === 0 ? nothing : { stands: 'part', words: `${scale.count} scored` };
    return { stands: 'done', words: `spread ${spreadOf(Object.values(scale.scores).map((s) => s.score))}` };
  },
  challenge: (state) => {
    const open = state.challenges.filter((challenge) => !challenge.outcome).length;
    if (open > 0) return { stands: 'part', words: `${open} open` };
    if (state.challenges.length > 0) return { stands: 'done', words: `${state.challenges.length} settled` };
    return written(state, 'wrong-about') ? { stands: 'done', words: '' } : nothing;
  },
  decision: (state) => {
    const parts = [written(state, 'decision'), written(state, 'rationale')];
    if (!parts.includes(true)) return nothing;
    return parts.includes(false) ? { stands: 'part', words: 'no reason yet' } : { stands: 'done', words: '' };
  },
  'next-steps': (state) => {
    if (state.steps.length === 0)
      return written(state, 'no-step-because') ? { stands: 'done', words: 'none' } : nothing;
    const whole = state.steps.filter((step) => step.ownerId && step.dueOn).length;
    return whole === state.steps.length
      ? { stands: 'done', words: String(whole) }
      : counted(whole, state.steps.length, true);
  },
  'read-back': (state) => (state.signed ? { stands: 'done', words: 'signed' } : nothing),
};

/** The highest score less the lowest. */
export function spreadOf(scores: readonly number[]): number {
  return scores.length === 0 ? 0 : Math.max(...scores) - Math.min(...scores);
}

/** Whether a discipline has said anything this month, or said that there is nothing new. */
export function hasReview(state: DiscussionState, discipline: DisciplineCode): boolean {
  return written(state, `review/${discipline}`) || state.reviews[discipline]?.nothingNew === true;
}

export function written(state: DiscussionState, field: string): boolean {
  return proseText(state.prose[field]).trim() !== '';
}

function discussed(state: DiscussionState) {
  return state.children.filter((child) => child.discussed);
}

function counted(done: number, all: number, always: boolean): Truth {
  if (all === 0 || done === 0) return nothing;
  if (done < all) return { stands: 'part', words: `${done} of ${all}` };
  return { stands: 'done', words: always ? `${done} of ${all}` : '' };
}
