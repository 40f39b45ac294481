import { quorum } from '../../../shared/discussion/attendance.js';
import type { DiscussionState } from '../../../shared/discussion/state.js';
import { isWritten, reporting } from '../../../shared/minutes/what-is-missing.js';
import { longDate } from '../../ui/format.js';
import { hasReview } from '../steps/truths.js';

/** One thing that is in order before signing. */
export interface Tick {
  says: string;
  /** "3 of 3", where it was counted. */
  count: string;
}

/** What is in order already, in the order of the agenda; what is not is left to `whatIsMissing`. `nextDueBy`: the limit that follows, once it is known. */
export function ticks(state: DiscussionState, nextDueBy: string | null): Tick[] {
  const discussed = state.children.filter((child) => child.discussed);
  const heard = discussed.filter(
    (child) => isWritten(state, `voice/${child.childId}`) || state.now[child.childId]?.notAskedBecause.trim(),
  );
  const meant = discussed.filter((child) => isWritten(state, `meaning/${child.childId}`));
  const report = reporting(state).filter((of) => hasReview(state, of));
  const due = reporting(state);
  const settled = state.challenges.filter((challenge) => challenge.outcome);
  const yes = state.steps.filter((step) => step.accepted);
  return [
    ...(quorum(state).quorate ? [{ says: 'Quorate', count: '' }] : []),
    ...all('Children’s own words', heard.length, discussed.length),
    ...all('Progress by discipline', report.length, due.length),
    ...all('What it means for each child', meant.length, discussed.length),
    ...(state.scale.revealedAt ? [{ says: 'Scores revealed together', count: '' }] : []),
    ...all(
      state.challenges.length === 1 ? 'Challenge has an outcome' : 'Challenges have outcomes',
      settled.length,
      state.challenges.length,
    ),
    ...(state.challenges.length === 0 && isWritten(state, 'wrong-about')
      ? [{ says: 'What we could be wrong about', count: '' }]
      : []),
    ...(isWritten(state, 'decision') && isWritten(state, 'rationale')
      ? [{ says: 'Decision has its reason', count: '' }]
      : []),
    ...all('Owners said yes', yes.length, state.steps.length),
    ...(isWritten(state, 'say-to-family') ? [{ says: 'What we will say to the family', count: '' }] : []),
    ...(nextDueBy ? [{ says: `Next due by ${longDate(nextDueBy)}`, count: '' }] : []),
  ];
}

function all(says: string, done: number, of: number): Tick[] {
  return of > 0 && done === of ? [{ says, count: `${done} of ${of}` }] : [];
}
