import { z } from 'zod';
import { disciplineOf } from '../disciplines.js';
import { kindOf } from '../live/change.js';
import { actsFor, whileOpen, writesFor } from './rights.js';
import { discipline, given, id, reviewFields } from './schemas.js';
import type { DiscussionState, Review } from './state.js';

const kind = kindOf<DiscussionState>();

/** A review that has not been begun. */
export const reviewUnsaid: Review = {
  direction: null,
  evidence: [],
  stages: [],
  nothingNew: false,
  ready: false,
  by: null,
  recordedBy: null,
  at: '',
};

/** "Better" rests on something besides what we were told: the cheapest guard against hoping (practice 5.3). */
export function lacksEvidence({ direction, evidence }: Pick<Review, 'direction' | 'evidence'>): boolean {
  return direction === 'better' && !evidence.some((e) => e !== 'self-report');
}

const setSchema = z.strictObject({ discipline, forPersonId: id.optional(), ...reviewFields });
export type ReviewSet = z.infer<typeof setSchema>;

/** What stands beside a discipline's words: direction, evidence, stages of change, ready. */
const set = kind({
  kind: 'review.set',
  schema: setSchema,
  may: (actor, { discipline, forPersonId }, state) =>
    disciplineOf(discipline).reviews
      ? (writesFor(actor, state, discipline) ?? actsFor(actor, state, forPersonId))
      : 'no-such-field',
  when: (state, payload) => {
    const no = whileOpen(state);
    if (no) return no;
    return payload.ready && lacksEvidence(merged(state, payload)) ? 'needs-evidence' : null;
  },
  apply: (state, payload, { by, at }) => {
    const { discipline, forPersonId } = payload;
    const review = merged(state, payload);
    const now: Review = {
      ...review,
      // Turned to "better" after it was called ready: it is not ready until it says how we know.
      ready: review.ready && !lacksEvidence(review),
      by: forPersonId ?? by,
      recordedBy: forPersonId && forPersonId !== by ? by : null,
      at,
    };
    return { ...state, reviews: { ...state.reviews, [discipline]: now } };
  },
  says: ({ discipline, ready, nothingNew }) => {
    const of = disciplineOf(discipline).label.toLowerCase();
    if (ready) return `said that the ${of} review is ready`;
    return nothingNew ? `said that there is nothing new in ${of}` : `set the ${of} review`;
  },
});

function merged(state: DiscussionState, { discipline, forPersonId: _, ...fields }: ReviewSet): Review {
  return { ...reviewUnsaid, ...state.reviews[discipline], ...given(fields) };
}

/** The kinds of this theme. */
export const reviewKinds = [set];
