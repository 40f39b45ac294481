import { z } from 'zod';
import { kindOf } from '../live/change.js';
import { familyAsItIs, keepingTicks, whileUnsigned, withFormer } from './opening.js';
import { whileOpen } from './rights.js';
import { id, localDate } from './schemas.js';
import type { Attendance, DiscussionState } from './state.js';

const kind = kindOf<DiscussionState>();
const nobody = () => 'not-yours' as const;

const beginSchema = z.strictObject({
  sessionId: id,
  chairId: id,
  inPlaceOf: id.nullable(),
  penId: id.nullable(),
  heldOn: localDate,
  children: familyAsItIs.children.optional(),
  adults: familyAsItIs.adults.optional(),
  expected: familyAsItIs.expected.optional(),
});
export type DiscussionBegin = z.infer<typeof beginSchema>;

/** The room has reached this family, for the first time or again. */
const begin = kind({
  kind: 'discussion.begin',
  schema: beginSchema,
  internal: true,
  may: nobody,
  apply: (state, payload, { at }) => {
    if (whileOpen(state)) return state;
    const { sessionId, chairId, inPlaceOf, penId } = payload;
    return {
      ...state,
      status: 'live',
      sessionId,
      chairId,
      inPlaceOf,
      beganAt: state.beganAt ?? at,
      endedAt: null,
      // The day it was first held is the audit's date. It never moves (practice 5.1).
      heldOn: state.heldOn ?? payload.heldOn,
      children: payload.children ? keepingTicks(payload.children, state) : state.children,
      ...withFormer(state, payload.adults ?? state.adults, payload.expected ?? state.expected),
      attendance: Object.fromEntries(
        Object.entries(state.attendance).map(([key, who]) => [key, arriving(who, at)]),
      ),
      ...withPen(state, penId, at),
    };
  },
  says: () => 'began this family’s discussion',
});

/** The room has moved on; or it was begun by mistake, perhaps left already, and is as if it had not been. */
const end = kind({
  kind: 'discussion.end',
  schema: z.strictObject({ mistake: z.boolean().optional() }),
  internal: true,
  may: nobody,
  apply: (state, { mistake }, { at }) => {
    if (state.status !== 'live' && !(mistake && state.status === 'held')) return state;
    if (!mistake) return { ...state, status: 'held', endedAt: at };
    return { ...state, status: 'preparing', beganAt: null, endedAt: null, heldOn: null };
  },
  says: ({ mistake }) =>
    mistake ? 'left this family again: it was begun by mistake' : 'ended this family’s discussion',
});

const setChair = kind({
  kind: 'chair.set',
  schema: z.strictObject({ personId: id, inPlaceOf: id.nullable().optional() }),
  internal: true,
  may: nobody,
  apply: whileUnsigned((state, { personId, inPlaceOf }) => ({
    ...state,
    chairId: personId,
    inPlaceOf: inPlaceOf ?? state.inPlaceOf,
  })),
  says: ({ personId }, names) => `passed the chair to ${names(personId)}`,
});

const setPen = kind({
  kind: 'pen.set',
  schema: z.strictObject({ personId: id }),
  internal: true,
  may: nobody,
  apply: whileUnsigned((state, { personId }, { at }) => ({ ...state, ...withPen(state, personId, at) })),
  says: ({ personId }, names) => `passed the pen to ${names(personId)}`,
});

function withPen(
  state: DiscussionState,
  penId: string | null,
  at: string,
): Pick<DiscussionState, 'penId' | 'pens'> {
  if (!penId || state.pens.at(-1)?.personId === penId) return { penId, pens: state.pens };
  return { penId, pens: [...state.pens, { personId: penId, at }] };
}

/** People ticked in before the discussion began are there from its beginning. */
function arriving(who: Attendance, at: string): Attendance {
  const comes =
    who.way === 'in-room' || who.way === 'remote' || who.way === 'deputy' || who.way === 'observer';
  return comes && !who.joinedAt ? { ...who, joinedAt: at } : who;
}

/** The kinds of this theme: what the session does to a discussion in it. */
export const runningKinds = [begin, end, setChair, setPen];
