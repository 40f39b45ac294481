import { z } from 'zod';
import { kindOf } from '../live/change.js';
import { contributes, holdsPen, whileOpen } from './rights.js';
import { given, id, line, localDate, oneOf } from './schemas.js';
import { type ChildNow, type DiscussionState, voiceMethods } from './state.js';

const kind = kindOf<DiscussionState>();

/** A child of whom nothing has been said yet. */
export const childUnsaid: ChildNow = {
  lastSeenOn: null,
  seenAlone: 'unknown',
  seenBy: null,
  method: null,
  gatheredOn: null,
  notAskedBecause: '',
};

const nowSchema = z.strictObject({
  childId: id,
  lastSeenOn: localDate.nullable().optional(),
  seenAlone: z.enum(['yes', 'no', 'unknown']).optional(),
  seenBy: id.nullable().optional(),
  method: oneOf(voiceMethods).nullable().optional(),
  gatheredOn: localDate.nullable().optional(),
  notAskedBecause: line.optional(),
});
export type ChildNowSet = z.infer<typeof nowSchema>;

/** When a child was seen, and how we know what they think. */
const now = kind({
  kind: 'child.now',
  schema: nowSchema,
  may: (actor) => contributes(actor),
  when: (state, { childId }) => whileOpen(state) ?? isHere(state, childId),
  apply: (state, { childId, ...fields }) => ({
    ...state,
    now: { ...state.now, [childId]: { ...childUnsaid, ...state.now[childId], ...given(fields) } },
  }),
  says: () => 'noted when a child was seen and how their view was gathered',
});

/** Whether a child is discussed this time: only then do they get the credit, and the minutes (practice 3.8). */
const discussed = kind({
  kind: 'child.discussed',
  schema: z.strictObject({ childId: id, discussed: z.boolean() }),
  may: (actor, _, state) => (holdsPen(actor, state) ? null : (contributes(actor) ?? 'pen-only')),
  when: (state, { childId }) => whileOpen(state) ?? isHere(state, childId),
  apply: (state, { childId, discussed }) => ({
    ...state,
    children: state.children.map((c) => (c.childId === childId ? { ...c, discussed } : c)),
  }),
  says: ({ discussed }) =>
    discussed ? 'put a child down as discussed' : 'put a child down as not discussed this time',
});

function isHere(state: DiscussionState, childId: string) {
  return state.children.some((c) => c.childId === childId) ? null : ('no-such-child' as const);
}

/** The kinds of this theme. */
export const childrenKinds = [now, discussed];
