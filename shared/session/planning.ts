import { z } from 'zod';
import { discipline, id, line, localDate } from '../discussion/schemas.js';
import { kindOf } from '../live/change.js';
import { arranges, beforeClosed, chairOnly, mayReadNotes, slotOf, slotOpen, whileRunning } from './rights.js';
import type { Guest, SessionState } from './state.js';

const kind = kindOf<SessionState>();
const nobody = () => 'not-yours' as const;
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const minutes = z.int().min(5).max(180);

const planSchema = z.strictObject({
  teamId: id,
  date: localDate,
  startsAt: timeOfDay,
  endsAt: timeOfDay,
  room: line,
  joinLink: z.string().max(2000),
  chairId: id.nullable(),
  inPlaceOf: id.nullable().optional(),
  penId: id.nullable().optional(),
});
export type SessionPlan = z.infer<typeof planSchema>;

/** Date, time, place, chair and pen of a sitting. Again when any of it changes. */
const plan = kind({
  kind: 'session.plan',
  schema: planSchema,
  internal: true,
  may: nobody,
  apply: (state, { inPlaceOf, penId, ...facts }) => ({
    ...state,
    ...facts,
    inPlaceOf: inPlaceOf ?? null,
    penId: penId ?? null,
  }),
  says: ({ date, startsAt }) => `planned the session for ${date} at ${startsAt}`,
});

const addSchema = z.strictObject({ slotId: id, minutes, pattern: z.int().min(1).max(5) });
export type SlotAdd = z.infer<typeof addSchema>;

/** A family is put into the session. Which family, only its own log says. */
const add = kind({
  kind: 'slot.add',
  schema: addSchema,
  internal: true,
  may: nobody,
  apply: (state, slot) =>
    slotOf(state, slot.slotId)
      ? state
      : {
          ...state,
          slots: [
            ...state.slots,
            {
              ...slot,
              startedAt: null,
              endedAt: null,
              outcome: null,
              reason: null,
              note: '',
              allowedBy: null,
            },
          ],
        },
  says: ({ minutes }) => `put a family into the session for ${minutes} minutes`,
});

const removeSchema = z.strictObject({ slotId: id, reason: line });
export type SlotRemove = z.infer<typeof removeSchema>;

/** A family is taken out of the session before its turn. */
const remove = kind({
  kind: 'slot.remove',
  schema: removeSchema,
  internal: true,
  may: nobody,
  apply: (state, { slotId }) => ({
    ...state,
    slots: state.slots.filter((s) => s.slotId !== slotId),
    at: state.at?.slotId === slotId ? null : state.at,
  }),
  says: ({ reason }) => `took a family out of the session${reason ? `: ${reason}` : ''}`,
  seenBy: (actor) => mayReadNotes(actor),
  reduced: ({ slotId }) => ({ payload: { slotId, reason: '' } }),
});

/** The slots in this order. A slot added meanwhile keeps its place at the end. */
const reorder = kind({
  kind: 'session.reorder',
  schema: z.strictObject({ slotIds: z.array(id).max(60) }),
  may: (actor, _, state) => arranges(actor, state),
  when: (state, { slotIds }) =>
    beforeClosed(state) ?? (slotIds.every((slotId) => slotOf(state, slotId)) ? null : 'no-such-slot'),
  apply: (state, { slotIds }) => {
    const named = slotIds.flatMap((slotId) => slotOf(state, slotId) ?? []);
    const first = [...new Set(named)];
    return { ...state, slots: [...first, ...state.slots.filter((s) => !first.includes(s))] };
  },
  says: () => 'changed the order of the families',
});

/** How long a family has, planned or lengthened while it runs. */
const slotMinutes = kind({
  kind: 'slot.minutes',
  schema: z.strictObject({ slotId: id, minutes }),
  may: (actor, _, state) => arranges(actor, state),
  when: (state, { slotId }) => beforeClosed(state) ?? slotOpen(state, slotId),
  apply: (state, { slotId, minutes }) => ({
    ...state,
    slots: state.slots.map((s) => (s.slotId === slotId ? { ...s, minutes } : s)),
  }),
  says: ({ minutes }) => `gave a family ${minutes} minutes`,
});

/** The chair lets somebody watch. They are named in the record and cannot write in it (practice 2.3). */
const observe = kind({
  kind: 'session.observe',
  schema: z.strictObject({ personId: id }),
  may: chairOnly,
  when: whileRunning,
  apply: (state, { personId }, { by }) =>
    withGuest(state, { personId, as: 'observer', discipline: null, inPlaceOf: null, by }),
  says: ({ personId }, names) => `let ${names(personId)} in as an observer`,
});

const deputySchema = z.strictObject({ personId: id, forPersonId: id, discipline });
export type SessionDeputy = z.infer<typeof deputySchema>;

/** A colleague of the same discipline sits in for this session; what they may see ends with it. */
const deputy = kind({
  kind: 'session.deputy',
  schema: deputySchema,
  may: chairOnly,
  when: beforeClosed,
  apply: (state, { personId, forPersonId, discipline }, { by }) =>
    withGuest(state, { personId, as: 'deputy', discipline, inPlaceOf: forPersonId, by }),
  says: ({ personId, forPersonId }, names) => `let ${names(personId)} in for ${names(forPersonId)}`,
});

/** The chair lets an observer or a deputy out again. */
const dismiss = kind({
  kind: 'session.dismiss',
  schema: z.strictObject({ personId: id }),
  may: chairOnly,
  when: (state, { personId }) =>
    beforeClosed(state) ?? (state.guests.some((g) => g.personId === personId) ? null : 'no-such-person'),
  apply: (state, { personId }) => ({ ...state, guests: state.guests.filter((g) => g.personId !== personId) }),
  says: ({ personId }, names) => `ended the visit of ${names(personId)}`,
});

function withGuest(state: SessionState, guest: Guest): SessionState {
  return { ...state, guests: [...state.guests.filter((g) => g.personId !== guest.personId), guest] };
}

/** The kinds of this theme. */
export const planningKinds = [plan, add, remove, reorder, slotMinutes, observe, deputy, dismiss];
