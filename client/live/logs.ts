import { discussionLog } from '../../shared/discussion/log.js';
import type { DiscussionState } from '../../shared/discussion/state.js';
import type { LogDefinition } from '../../shared/live/change.js';
import { sessionLog } from '../../shared/session/log.js';
import type { SessionState } from '../../shared/session/state.js';

export type SessionLogId = `session/${string}`;
export type DiscussionLogId = `discussion/${string}`;
export type LogId = SessionLogId | DiscussionLogId;

/** The state that a log of this id folds to. */
export type StateOf<L extends LogId> = L extends SessionLogId ? SessionState : DiscussionState;

/** The rules of a log, by its id. */
export function definitionOf<L extends LogId>(logId: L): LogDefinition<StateOf<L>> {
  const definition: unknown = logId.startsWith('session/') ? sessionLog : discussionLog;
  return definition as LogDefinition<StateOf<L>>;
}
