import { z } from 'zod';
import { kindOf } from '../live/change.js';
import { type Actor, mayChair, stands } from '../people.js';
import type { RefusalCode } from '../refusals.js';
import { actsFor, isChair, whileHeld, whileOpen } from './rights.js';
import { id, paragraph, scoreNumber } from './schemas.js';
import type { DiscussionState, Score } from './state.js';

const kind = kindOf<DiscussionState>();

const scoreSchema = z.strictObject({ score: scoreNumber, reason: paragraph, forPersonId: id.optional() });
/** The server adds the count; before the reveal that count is all that the others receive. */
export type ScaleScore =
  | (z.infer<typeof scoreSchema> & { count?: number })
  | { count: number; score?: never; reason?: never; forPersonId?: never };

/** One person's own view of how safe the children are, given blind. It may be given again until the reveal. */
const score = kind<ScaleScore>({
  kind: 'scale.score',
  schema: scoreSchema,
  sealed: true,
  may: (actor, { forPersonId }, state) => {
    const no = actsFor(actor, state, forPersonId);
    if (no) return no;
    if (forPersonId && forPersonId !== actor.personId)
      return isPartOfIt(state, forPersonId) ? null : 'no-such-person';
    return scores(actor) ? null : 'not-yours';
  },
  when: (state) => whileOpen(state) ?? (state.scale.revealedAt ? 'revealed' : null),
  completes: (payload, state, by) => ({ ...payload, count: countAfter(state, payload, by) }),
  apply: (state, payload, { by, at }) => {
    const { scale } = state;
    if (scale.revealedAt) return state;
    const count = payload.count ?? countAfter(state, payload, by);
    // For everybody but the scorer: how many, not who nor what.
    if (payload.score === undefined || !by) return { ...state, scale: { ...scale, count } };
    const whose = payload.forPersonId ?? by;
    const typedBy = whose === by ? null : by;
    const given: Score = { score: payload.score, reason: payload.reason, recordedBy: typedBy, at };
    return typedBy
      ? { ...state, scale: { ...scale, count, typed: { ...scale.typed, [`${whose}/${typedBy}`]: given } } }
      : { ...state, scale: { ...scale, count, scores: { ...scale.scores, [whose]: given } } };
  },
  says: () => 'gave a score',
  // Decided by the entry alone, for ever: the reveal carries every score, so nothing is ever sent after it.
  seenBy: (actor, { forPersonId }, _, by) => by === actor.personId || forPersonId === actor.personId,
  reduced: ({ count }) => ({ payload: { count: count ?? 0 }, hideBy: true }),
});

const revealSchema = z.strictObject({});
/** The server adds the scores, which it alone holds. */
export type ScaleReveal = { scores?: Readonly<Record<string, Score>> };

/** Everybody's score, shown together. From here they never change (practice 5.4). */
const reveal = kind<ScaleReveal>({
  kind: 'scale.reveal',
  schema: revealSchema,
  offline: false,
  may: (actor, _, state) => (isChair(actor, state) ? null : 'chair-only'),
  when: (state) => {
    const no = whileHeld(state);
    if (no) return no;
    if (state.scale.revealedAt) return 'revealed';
    return state.scale.count === 0 ? 'nobody-scored' : null;
  },
  completes: (_, state) => ({ scores: latestOfEach(state) }),
  apply: (state, { scores }, { at }) => {
    // On the chair's own page, before the server answers, there is nothing to show yet.
    if (!scores || state.scale.revealedAt) return state;
    return {
      ...state,
      scale: { ...state.scale, scores, typed: {}, count: Object.keys(scores).length, revealedAt: at },
    };
  },
  says: () => 'revealed the scores',
});

/** The score that stands for the family this month, named by the chair after the reveal. */
const group = kind({
  kind: 'scale.group',
  schema: z.strictObject({ score: scoreNumber }),
  may: (actor, _, state) => (isChair(actor, state) ? null : 'chair-only'),
  when: (state): RefusalCode | null => whileHeld(state) ?? (state.scale.revealedAt ? null : 'not-revealed'),
  apply: (state, { score }) => ({ ...state, scale: { ...state.scale, group: score } }),
  says: ({ score }) => `set the group score to ${score}`,
});

/** Those who work with the family and those who manage score; who writes for the room does not. */
function scores(actor: Actor): boolean {
  return stands(actor, 'allocated', 'deputy') || mayChair(actor);
}

function isPartOfIt(state: DiscussionState, personId: string): boolean {
  return (
    personId === state.chairId ||
    state.expected.some((e) => e.personId === personId) ||
    Object.values(state.attendance).some((a) => a.personId === personId && a.way !== 'observer')
  );
}

/** How many people will have scored after this score. */
function countAfter({ scale }: DiscussionState, { forPersonId }: ScaleScore, by: string | null): number {
  const whose = forPersonId ?? by;
  return whose && !scorers(scale).has(whose) ? scale.count + 1 : scale.count;
}

function scorers({ scores, typed }: DiscussionState['scale']): Set<string> {
  return new Set([...Object.keys(scores), ...Object.keys(typed).map(whoseScore)]);
}

function whoseScore(typedKey: string): string {
  return typedKey.slice(0, typedKey.indexOf('/'));
}

/** Of everybody's scores the last one given; one's own where both came in the same instant. */
function latestOfEach({ scale }: DiscussionState): Record<string, Score> {
  const latest: Record<string, Score> = {};
  for (const [key, typed] of Object.entries(scale.typed)) {
    const whose = whoseScore(key);
    if (!latest[whose] || typed.at > latest[whose].at) latest[whose] = typed;
  }
  for (const [whose, own] of Object.entries(scale.scores)) {
    if (!latest[whose] || own.at >= latest[whose].at) latest[whose] = own;
  }
  return latest;
}

/** The widest gap between two scores, or nothing before two have been revealed. */
export function spread(scale: DiscussionState['scale']): number | null {
  const given = Object.values(scale.scores).map((s) => s.score);
  return scale.revealedAt && given.length > 1 ? Math.max(...given) - Math.min(...given) : null;
}

/** The kinds of this theme. */
export const scaleKinds = [score, reveal, group];
