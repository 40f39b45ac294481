import { disciplineOf } from '../../../../shared/disciplines.js';
import { type Preparing, type PreparingReview, readyOf } from '../../../../shared/home/preparing.js';
import { countOf, listed, shortDate, timeOfDay, weekdayShortDate } from '../../../ui/format.js';

type Family = Preparing['families'][number];

/** "Northgate, today, 9:30am" */
export function sessionSays({ teamName, date, startsAt }: Preparing, today: string): string {
  return `${teamName}, ${date === today ? 'today' : weekdayShortDate(date, today)}, ${timeOfDay(startsAt)}`;
}

/** "9 of 12 reviews are ready" */
export function readySays(reviews: readonly PreparingReview[]): string {
  const { ready, of } = readyOf(reviews);
  if (of === 0) return 'Nobody is asked for a review';
  return ready === of ? 'All reviews are ready' : `${ready} of ${countOf(of, 'review')} ready`;
}

/** "Draft from Dean · nothing yet from Farah · mental health vacant": what is not ready, each with whose it is. */
export function standsSays(reviews: readonly PreparingReview[]): string {
  const whose = (stands: PreparingReview['stands']) =>
    reviews
      .filter((review) => review.stands === stands && review.person)
      .map((r) => r.person?.firstName ?? '');
  const vacant = reviews
    .filter(({ stands }) => stands === 'vacant')
    .map(({ discipline }) => disciplineOf(discipline).label.toLowerCase());
  const [drafts, nothing] = [whose('draft'), whose('nothing')];
  const parts = [
    nothing.length > 0 && `nothing yet from ${listed(nothing)}`,
    drafts.length > 0 && `draft from ${listed(drafts)}`,
    vacant.length > 0 && `${listed(vacant)} vacant`,
  ].filter((part) => part !== false);
  const words = parts.join(' · ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Why a quorum is not likely: "No quorum yet: Priya is away". Null when it is likely. */
export function missingSays({ missing, reviews }: Family): string | null {
  if (missing.length === 0) return null;
  const away = reviews.filter((review) => review.away && review.person).map((r) => r.person?.firstName ?? '');
  const who = missing.map((part) => {
    if (part === 'chair') return 'a manager in the chair';
    return part === 'social-work' ? 'the social worker' : 'a specialist';
  });
  const why = away.length > 0 ? `; ${listed(away)} ${away.length === 1 ? 'is' : 'are'} away` : '';
  return `Not quorate as planned: without ${listed(who)}${why}`;
}

/** "Due today", "Due 12 March", "Was due 3 March" */
export function dueSays(dueOn: string, today: string): { words: string; late: boolean } {
  if (dueOn === today) return { words: 'Due today', late: false };
  return dueOn < today
    ? { words: `Was due ${shortDate(dueOn, today)}`, late: true }
    : { words: `Due ${shortDate(dueOn, today)}`, late: false };
}
