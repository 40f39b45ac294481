import type { DiscussionState } from '../../../shared/discussion/state.js';

/** How many of those expected have read the brief at all. */
export function readersOf(state: DiscussionState): { read: number; of: number } {
  const people = [...new Set([...state.expected.map((e) => e.personId), state.chairId])].filter(
    (id) => id !== null,
  );
  return { read: people.filter((id) => state.readBy[id]).length, of: people.length };
}
