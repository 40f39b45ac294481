import type { AnyKind, LogDefinition } from '../live/change.js';
import { planningKinds } from './planning.js';
import { mayReadNotes } from './rights.js';
import { runningKinds } from './running.js';
import { emptySession, type SessionState } from './state.js';

const kinds: AnyKind<SessionState>[] = [...planningKinds, ...runningKinds];

/** The session log: one sitting. No word about any family is ever in it. */
export const sessionLog: LogDefinition<SessionState> = {
  name: 'session',
  empty: emptySession,
  kinds: Object.fromEntries(kinds.map((k) => [k.kind, k])),
  redactState: (state, actor) =>
    mayReadNotes(actor) ? state : { ...state, slots: state.slots.map((s) => ({ ...s, note: '' })) },
};
