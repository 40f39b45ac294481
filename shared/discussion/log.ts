import type { AnyKind, LogDefinition } from '../live/change.js';
import { attendanceKinds } from './attendance.js';
import { challengeKinds } from './challenge.js';
import { childrenKinds } from './children.js';
import { decisionKinds } from './decision.js';
import { notesKinds } from './notes.js';
import { openingKinds } from './opening.js';
import { proseKinds } from './prose.js';
import { redactDiscussion } from './redaction.js';
import { reviewKinds } from './review.js';
import { runningKinds } from './running.js';
import { scaleKinds } from './scale.js';
import { signingKinds } from './signing.js';
import { type DiscussionState, emptyDiscussion } from './state.js';
import { stepsKinds } from './steps.js';

/** Everything that can happen to a discussion, theme by theme. */
const kinds: AnyKind<DiscussionState>[] = [
  ...openingKinds,
  ...runningKinds,
  ...attendanceKinds,
  ...childrenKinds,
  ...proseKinds,
  ...reviewKinds,
  ...notesKinds,
  ...scaleKinds,
  ...challengeKinds,
  ...decisionKinds,
  ...stepsKinds,
  ...signingKinds,
];

/** The discussion log: one family, one cycle. */
export const discussionLog: LogDefinition<DiscussionState> = {
  name: 'discussion',
  empty: emptyDiscussion,
  kinds: Object.fromEntries(kinds.map((k) => [k.kind, k])),
  redactState: redactDiscussion,
};
