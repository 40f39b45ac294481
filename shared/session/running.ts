import { z } from 'zod';
import { agenda, stepCodes } from '../agenda.js';
import { id, oneOf, paragraph } from '../discussion/schemas.js';
import { kindOf } from '../live/change.js';
import { mayChair } from '../people.js';
import { beforeClosed, chairOnly, chairs, mayReadNotes, slotOf, slotOpen, whileRunning } from './rights.js';
import { type SessionState, type Slot, slotReasons } from './state.js';

const kind = kindOf<SessionState>();

/** The sitting begins. A manager who opens it in the chair's absence chairs it, in their place (practice 2.3). */
const open = kind({
  kind: 'session.open',
  schema: z.strictObject({}),
  may: (actor) => (mayChair(actor) ? null : 'manager-only'),
  when: (state) => (state.status === 'planned' ? null : state.status === 'open' ? 'already-open' : 'closed'),
  apply: (state, _, { by, at }) => ({
    ...state,
    status: 'open',
    openedAt: at,
    ...(by ? withChair(state, by) : {}),
  }),
  says: () => 'opened the session',
});

function withChair(state: SessionState, personId: string): Pick<SessionState, 'chairId' | 'inPlaceOf'> {
  const planned = state.inPlaceOf ?? state.chairId;
  return { chairId: personId, inPlaceOf: planned === personId ? null : planned };
}

const goToSchema = z.strictObject({ slotId: id, step: z.enum(stepCodes as [string, ...string[]]) });
export type SessionGoTo = z.infer<typeof goToSchema>;

/** The room goes to a family and a step of its agenda: always named, never "next", so that pressing twice skips nobody. */
const goTo = kind({
  kind: 'session.goTo',
  schema: goToSchema,
  may: chairOnly,
  when: (state, { slotId }) => whileRunning(state) ?? slotOpen(state, slotId),
  apply: (state, { slotId, step }, { at }) => {
    if (state.at && state.at.slotId === slotId && state.at.step === step) return state;
    return {
      ...state,
      at: { slotId, step, stepSince: at },
      slots: state.slots.map((s) => (s.slotId === slotId && !s.startedAt ? { ...s, startedAt: at } : s)),
    };
  },
  says: ({ step }) => `moved the room to ${agenda.find((s) => s.code === step)?.title ?? step}`,
});

/** A family was begun by mistake: as if it had not been. Its discussion goes back to preparation. */
const leave = kind({
  kind: 'slot.leave',
  schema: z.strictObject({ slotId: id }),
  may: chairOnly,
  when: (state, { slotId }) => whileRunning(state) ?? slotOpen(state, slotId),
  apply: (state, { slotId }) => ({
    ...state,
    at: state.at?.slotId === slotId ? null : state.at,
    slots: state.slots.map((s) => (s.slotId === slotId ? { ...s, startedAt: null } : s)),
  }),
  says: () => 'left a family that was begun by mistake',
});

const endSchema = z.strictObject({
  slotId: id,
  outcome: z.enum(['not-reached', 'postponed', 'cancelled']),
  reason: oneOf(slotReasons),
  note: paragraph.optional(),
});
/** The product itself also ends slots, as held or inquorate: then there is no reason to give. */
export type SlotEnd = Omit<z.infer<typeof endSchema>, 'outcome' | 'reason'> & {
  outcome: NonNullable<Slot['outcome']>;
  reason?: Slot['reason'];
};

/** What became of a family's slot. Only a manager lets one come to nothing, and says why (practice 3.7). */
const end = kind<SlotEnd>({
  kind: 'slot.end',
  schema: endSchema,
  may: (actor, _, state) => {
    if (!mayChair(actor)) return 'manager-only';
    return state.status === 'open' && !chairs(actor, state) ? 'chair-only' : null;
  },
  when: (state, { slotId }) => beforeClosed(state) ?? slotOpen(state, slotId),
  apply: (state, { slotId, outcome, reason, note }, { by, at }) => ({
    ...state,
    at: state.at?.slotId === slotId && outcome !== 'held' && outcome !== 'inquorate' ? null : state.at,
    slots: state.slots.map((s) =>
      s.slotId === slotId
        ? { ...s, endedAt: at, outcome, reason: reason ?? null, note: note ?? '', allowedBy: by }
        : s,
    ),
  }),
  says: ({ outcome, reason }) =>
    `ended a family’s slot: ${outcome.replace('-', ' ')}${reason ? `, ${slotReasons[reason].toLowerCase()}` : ''}`,
  seenBy: (actor) => mayReadNotes(actor),
  reduced: ({ slotId, outcome, reason }) => ({ payload: { slotId, outcome, reason: reason ?? null } }),
});

/** The sitting ends. Families never begun were not reached: the common silent failure, said aloud (practice 3.7). */
const close = kind({
  kind: 'session.close',
  schema: z.strictObject({}),
  may: chairOnly,
  when: whileRunning,
  apply: (state, _, { by, at }) => ({
    ...state,
    status: 'closed',
    closedAt: at,
    at: null,
    slots: state.slots.map((s) =>
      s.startedAt || s.endedAt
        ? s
        : { ...s, endedAt: at, outcome: 'not-reached', reason: 'overran', allowedBy: by },
    ),
  }),
  says: () => 'ended the session',
});

const cancelSchema = z.strictObject({ reason: oneOf(slotReasons), words: paragraph, allowedBy: id });
export type SessionCancel = z.infer<typeof cancelSchema>;

/** The sitting is called off before a family was begun: all of them are postponed, for one reason (practice 3.7). */
const cancel = kind({
  kind: 'session.cancel',
  schema: cancelSchema,
  internal: true,
  may: () => 'not-yours',
  apply: (state, { reason, words, allowedBy }, { at }) => ({
    ...state,
    status: 'closed',
    closedAt: at,
    cancelled: { reason, allowedBy },
    at: null,
    slots: state.slots.map((s) =>
      s.endedAt ? s : { ...s, endedAt: at, outcome: 'postponed', reason, note: words, allowedBy },
    ),
  }),
  says: ({ reason, allowedBy }, names) =>
    `cancelled the session: ${slotReasons[reason].toLowerCase()}, allowed by ${names(allowedBy)}`,
  seenBy: (actor) => mayReadNotes(actor),
  reduced: (payload) => ({ payload: { ...payload, words: '' } }),
});

const passSchema = z.strictObject({ personId: id });

/** The chair goes to another manager. That they are one is checked where people are known, as it is recorded. */
const passChair = kind({
  kind: 'chair.pass',
  schema: passSchema,
  may: chairOnly,
  when: whileRunning,
  apply: (state, { personId }) => ({ ...state, ...withChair(state, personId) }),
  says: ({ personId }, names) => `passed the chair to ${names(personId)}`,
});

/** The pen goes to somebody else: the chair or its holder passes it on. */
const passPen = kind({
  kind: 'pen.pass',
  schema: passSchema,
  may: (actor, _, state) => (chairs(actor, state) || state.penId === actor.personId ? null : 'pen-only'),
  when: whileRunning,
  apply: (state, { personId }) => ({ ...state, penId: personId }),
  says: ({ personId }, names) => `passed the pen to ${names(personId)}`,
});

/** The slot the room is at. */
export function slotNow(state: SessionState): Slot | undefined {
  return state.at ? slotOf(state, state.at.slotId) : undefined;
}

/** The kinds of this theme. */
export const runningKinds = [open, goTo, leave, end, close, cancel, passChair, passPen];
