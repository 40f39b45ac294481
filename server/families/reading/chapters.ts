import { type DisciplineCode, disciplines } from '../../../shared/disciplines.js';
import type { DiscussionState } from '../../../shared/discussion/state.js';
import type { Chapter } from '../../../shared/families/family.js';
import { proseText } from '../../../shared/live/prose.js';
import type { ReadMinutes } from './minutes-pages.service.js';

/** Who works with the family in a discipline today; no person while the post is vacant. */
export interface Worker {
  discipline: DisciplineCode;
  personId: string | null;
  fromOn: string;
}

/**
 * The workbook: each discipline's reviews, newest first. `open` is what is being prepared, as its reader may see it;
 * only somebody who may join that discussion has it.
 */
export function chaptersOf(
  minutes: readonly ReadMinutes[],
  open: DiscussionState | null,
  workers: readonly Worker[],
): Chapter[] {
  return disciplines
    .filter((discipline) => discipline.reviews)
    .map(({ code }) => chapter(code, minutes, open, workers))
    .filter((one) => one.allocated || one.reviews.length > 0);
}

function chapter(
  discipline: DisciplineCode,
  minutes: readonly ReadMinutes[],
  open: DiscussionState | null,
  workers: readonly Worker[],
): Chapter {
  const own = workers.filter((w) => w.discipline === discipline);
  const worker = own.find((w) => w.personId !== null) ?? own[0];
  const past = [...minutes].reverse().flatMap(({ minutesId, discussionId, minutes: m }) => {
    const review = m.reviews.find((r) => r.discipline === discipline);
    if (!review || (!review.text && !review.nothingNew)) return [];
    const { direction, nothingNew, text } = review;
    return [{ discussionId, minutesId, heldOn: m.heldOn, direction, nothingNew, text }];
  });
  const now = open && preparing(open, discipline);
  return {
    discipline,
    personId: worker?.personId ?? null,
    vacantSince: worker && worker.personId === null ? worker.fromOn : null,
    allocated: worker !== undefined,
    writtenAt: now?.at ?? minutes.find((m) => m.minutesId === past[0]?.minutesId)?.signedAt ?? null,
    reviews: now ? [now.review, ...past] : past,
  };
}

function preparing(
  state: DiscussionState,
  discipline: DisciplineCode,
): { at: string | null; review: Chapter['reviews'][number] } | null {
  const prose = state.prose[`review/${discipline}`];
  const review = state.reviews[discipline];
  const text = proseText(prose);
  if (!text && !review?.nothingNew) return null;
  const at =
    [prose?.at, review?.at]
      .filter((t) => t !== undefined)
      .sort()
      .at(-1) ?? null;
  return {
    at,
    review: {
      discussionId: state.discussionId,
      minutesId: null,
      heldOn: state.heldOn,
      direction: review?.direction ?? null,
      nothingNew: review?.nothingNew ?? false,
      text,
    },
  };
}
