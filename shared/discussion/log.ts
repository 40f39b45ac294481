import type { AnyKind, LogDefinition } from '../live/change.js';
import { proseKinds } from './prose.js';
import { type DiscussionState, emptyDiscussion } from './state.js';

/** Everything that can happen to a discussion, theme by theme. */
const kinds: AnyKind<DiscussionState>[] = [...proseKinds];

/** The discussion log: one family, one cycle. */
export const discussionLog: LogDefinition<DiscussionState> = {
  name: 'discussion',
  empty: emptyDiscussion,
  kinds: Object.fromEntries(kinds.map((k) => [k.kind, k])),
  redactState: (state) => state,
};
