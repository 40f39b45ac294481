import { z } from 'zod';
import { kindOf } from '../live/change.js';
import { whatIsMissing } from '../minutes/what-is-missing.js';
import { type Actor, mayChair } from '../people.js';
import type { RefusalCode } from '../refusals.js';
import { hashWithheld, readsAll } from './protection.js';
import { contributes, isChair } from './rights.js';
import { id, paragraph } from './schemas.js';
import type { DiscussionState } from './state.js';

const kind = kindOf<DiscussionState>();

const signSchema = z.strictObject({ readSeq: z.int().min(1) });
/**
 * From a person only `readSeq`, the last entry they had read: the strict schema refuses anything else. As recorded it
 * also says what was filed, which the server adds after composing the minutes from the state it holds.
 */
export type MinutesSign = z.infer<typeof signSchema> & {
  minutesId?: string;
  hash?: string;
  counts?: boolean;
  quorate?: boolean;
};

/** The chair signs what they read back: from here the record stands for ever. */
const sign = kind<MinutesSign>({
  kind: 'minutes.sign',
  schema: signSchema,
  offline: false,
  reads: true,
  sealed: true,
  may: maySign,
  when: (state) => {
    if (state.status === 'signed') return 'signed';
    if (state.status !== 'live' && state.status !== 'held') return 'not-held';
    return whatIsMissing(state).length > 0 ? 'something-missing' : null;
  },
  apply: (state, { minutesId, hash, counts, quorate }, { by, at }) => {
    // On the chair's own page, before the server answers, nothing has been filed.
    if (!by || !minutesId || !hash) return state;
    return {
      ...state,
      status: 'signed',
      endedAt: state.endedAt ?? at,
      signed: { by, at, minutesId, hash, counts: counts ?? false, quorate: quorate ?? false },
    };
  },
  seenBy: (actor, { hash }, state) => hash === undefined || readsAll(actor, state),
  reduced: (payload) => ({ payload: { ...payload, hash: hashWithheld } }),
  says: ({ counts }) => (counts === false ? 'signed the minutes as a case discussion' : 'signed the minutes'),
});

/** Somebody who works with the family must not sign off their own work alone (practice 2.3): another manager does. */
function maySign(actor: Actor, _: MinutesSign, state: DiscussionState): RefusalCode | null {
  if (!mayChair(actor)) return 'chair-only';
  if (worksWithThem(state, actor.personId)) return 'second-manager';
  const anotherMust = state.chairId !== null && worksWithThem(state, state.chairId);
  if (!isChair(actor, state) && !anotherMust) return 'chair-only';
  return actor.confirmed ? null : 'confirm-first';
}

function worksWithThem(state: DiscussionState, personId: string): boolean {
  return state.expected.some((e) => e.personId === personId);
}

/** What comes to light after signing stands beside the minutes, never in them. */
const addendum = kind({
  kind: 'addendum.add',
  schema: z.strictObject({ addendumId: id, text: paragraph.refine((t) => t.trim() !== '') }),
  may: (actor) => contributes(actor),
  when: (state, { addendumId }): RefusalCode | null => {
    if (state.status !== 'signed') return 'not-signed';
    return state.addenda.some((a) => a.addendumId === addendumId) ? 'already-there' : null;
  },
  apply: (state, { addendumId, text }, { by, at }) =>
    by ? { ...state, addenda: [...state.addenda, { addendumId, by, text, at }] } : state,
  says: () => 'added an addendum to the signed minutes',
});

/** The kinds of this theme. */
export const signingKinds = [sign, addendum];
