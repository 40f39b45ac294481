import { quorum, wayOf } from '../discussion/attendance.js';
import type { DiscussionState } from '../discussion/state.js';
import { isWritten } from './what-is-missing.js';

/** Whether a talk counts as the month's supervision, and if not, why not, in words. */
export interface Qualifying {
  counts: boolean;
  quorate: boolean;
  because: readonly string[];
}

/**
 * What makes a discussion count (practice 3.8), but for the signature itself: that everything else is there,
 * `whatIsMissing` has seen to. What does not count is kept all the same, as a case discussion, and the clock runs on.
 * Of a record that waits for its signature the supervision clock and the audit both ask here, so that no two pages
 * differ; it counts provisionally. The test “a talk whose record is still open is read the same” holds them to it.
 */
export function qualifies(state: DiscussionState): Qualifying {
  const { quorate } = quorum(state);
  const because: string[] = [];
  if (!state.heldOn) because.push('It was not held in a session.');
  if (!state.chairId) because.push('No manager was in the chair.');
  if (!state.children.some((c) => c.discussed)) because.push('No child was discussed.');
  if (!quorate && !state.quorumOverride) because.push('Too few were there.');
  if (!socialWorkIsTold(state)) because.push('Nothing was recorded from social work.');
  if (!isWritten(state, 'decision') || !isWritten(state, 'rationale'))
    because.push('No decision with its reason was recorded.');
  return { counts: because.length === 0, quorate, because };
}

/** The children's social worker, or their cover, always reports; with the post vacant there is nobody to. */
function socialWorkIsTold(state: DiscussionState): boolean {
  if (isWritten(state, 'review/social-work') || state.reviews['social-work']?.nothingNew) return true;
  return wayOf(state, 'social-work') === 'vacant' && state.quorumOverride !== null;
}
