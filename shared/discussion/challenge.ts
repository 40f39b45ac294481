import { z } from 'zod';
import { kindOf } from '../live/change.js';
import type { RefusalCode } from '../refusals.js';
import { actsFor, isChair, whileHeld, whileOpen } from './rights.js';
import { id, localDate, oneOf, paragraph } from './schemas.js';
import {
  type Challenge,
  type ChallengeOutcome,
  challengeAbouts,
  challengeOutcomes,
  type DiscussionState,
} from './state.js';

const kind = kindOf<DiscussionState>();

/** What each outcome is called. */
export const outcomeTitles = {
  accepted: 'Accepted and acted on',
  partly: 'Partly accepted',
  'not-accepted': 'Not accepted',
  'evidence-needed': 'Evidence to be gathered',
  escalated: 'Escalated',
} as const satisfies Record<(typeof challengeOutcomes)[number], string>;

/** Whether something is still to come: evidence, or the word of a more senior manager. */
export function leavesOpen(outcome: ChallengeOutcome): boolean {
  return outcome === 'evidence-needed' || outcome === 'escalated';
}

const raiseSchema = z.strictObject({
  challengeId: id,
  about: oneOf(challengeAbouts),
  quote: paragraph,
  text: paragraph.refine((t) => t.trim() !== ''),
  forPersonId: id.optional(),
});
export type ChallengeRaise = z.infer<typeof raiseSchema>;

/** A challenge, in the meeting or between meetings. */
const raise = kind({
  kind: 'challenge.raise',
  schema: raiseSchema,
  may: (actor, { forPersonId }, state) => actsFor(actor, state, forPersonId),
  when: (state, { challengeId }) =>
    whileOpen(state) ?? (challengeOf(state, challengeId) ? 'already-there' : null),
  apply: (state, { challengeId, about, quote, text, forPersonId }, { by, at }) => {
    const raised: Challenge = {
      challengeId,
      ...onBehalf(forPersonId, by, 'raisedBy'),
      about,
      quote,
      text,
      at,
      answers: [],
      outcome: null,
      carriedFrom: null,
      lastOutcome: null,
    };
    return { ...state, challenges: [...state.challenges, raised] };
  },
  says: ({ about, forPersonId }, names) =>
    `raised a challenge about ${challengeAbouts[about].toLowerCase()}${forPersonId ? ` for ${names(forPersonId)}` : ''}`,
});

const answerSchema = z.strictObject({
  challengeId: id,
  text: paragraph.refine((t) => t.trim() !== ''),
  forPersonId: id.optional(),
});
export type ChallengeAnswer = z.infer<typeof answerSchema>;

const answer = kind({
  kind: 'challenge.answer',
  schema: answerSchema,
  may: (actor, { forPersonId }, state) => actsFor(actor, state, forPersonId),
  when: (state, { challengeId }) => {
    const no = whileOpen(state);
    if (no) return no;
    const found = challengeOf(state, challengeId);
    if (!found) return 'no-such-challenge';
    return found.outcome ? 'has-outcome' : null;
  },
  apply: (state, { challengeId, text, forPersonId }, { by, at }) =>
    withChallenge(state, challengeId, (c) => ({
      ...c,
      answers: by ? [...c.answers, { ...onBehalf(forPersonId, by, 'by'), text, at }] : c.answers,
    })),
  says: ({ forPersonId }, names) => `answered a challenge${forPersonId ? ` for ${names(forPersonId)}` : ''}`,
});

const settleSchema = z.strictObject({
  challengeId: id,
  /** Null opens it again, for another answer. */
  outcome: z.enum(challengeOutcomes).nullable(),
  reason: paragraph.optional(),
  personId: id.optional(),
  byOn: localDate.optional(),
});
export type ChallengeSettle = z.infer<typeof settleSchema>;

/** What came of it. Nothing closes unanswered; the next steps stand meanwhile, an escalation puts no child on hold. */
const settle = kind({
  kind: 'challenge.settle',
  schema: settleSchema,
  may: (actor, _, state) => (isChair(actor, state) ? null : 'chair-only'),
  when: (state, payload) => {
    const no = whileHeld(state);
    if (no) return no;
    const found = challengeOf(state, payload.challengeId);
    if (!found) return 'no-such-challenge';
    return payload.outcome && found.answers.length === 0 ? 'needs-answer' : lacking(payload);
  },
  apply: (state, { challengeId, outcome, reason, personId, byOn }, { by, at }) =>
    withChallenge(state, challengeId, (c) => ({
      ...c,
      outcome:
        outcome && by
          ? { outcome, reason: reason?.trim() ?? '', personId: personId ?? null, byOn: byOn ?? null, by, at }
          : null,
    })),
  says: ({ outcome }) =>
    outcome ? `recorded an outcome: ${outcomeTitles[outcome].toLowerCase()}` : 'opened a challenge again',
});

function lacking({ outcome, reason, personId, byOn }: ChallengeSettle): RefusalCode | null {
  if (outcome === 'partly' || outcome === 'not-accepted') return reason?.trim() ? null : 'needs-reason';
  if (outcome === 'evidence-needed' || outcome === 'escalated')
    return personId && byOn ? null : 'needs-person-and-date';
  return null;
}

function challengeOf(state: DiscussionState, challengeId: string): Challenge | undefined {
  return state.challenges.find((c) => c.challengeId === challengeId);
}

function withChallenge(
  state: DiscussionState,
  challengeId: string,
  change: (c: Challenge) => Challenge,
): DiscussionState {
  return {
    ...state,
    challenges: state.challenges.map((c) => (c.challengeId === challengeId ? change(c) : c)),
  };
}

/** Whose words they are, and who recorded them when that was somebody else. */
function onBehalf<K extends 'raisedBy' | 'by'>(forPersonId: string | undefined, by: string | null, whose: K) {
  const said = { [whose]: forPersonId ?? by } as Record<K, string>;
  return { ...said, recordedBy: forPersonId && forPersonId !== by ? by : null };
}

/** The kinds of this theme. */
export const challengeKinds = [raise, answer, settle];
