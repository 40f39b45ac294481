import type { HomeReview } from '../../../../shared/home/home.js';
import { clockTime, countOf, listed, shortDate, timeOfDay, weekdayShortDate } from '../../../ui/format.js';
import type { Tone } from '../../../ui/surfaces/Tag.js';

// So many are shown at least, the soonest due after those that a session waits for.
const atLeast = 6;
const atMost = 12;

/** Reviews still to be written: those that a session waits for first, by its day; then the nearest limits. */
export function waitingFirst(reviews: readonly HomeReview[]): {
  shown: readonly HomeReview[];
  /** Families without a session that are not shown. */
  unplanned: number;
  more: number;
} {
  const waiting = reviews.filter(({ ready }) => !ready);
  const planned = waiting
    .filter((review) => review.planned)
    .sort(by(({ planned: p }) => `${p?.on} ${p?.at}`));
  const rest = waiting.filter((review) => !review.planned).sort(by(({ dueBy }) => dueBy ?? '9'));
  const first = planned.slice(0, atMost);
  const fill = rest.slice(0, Math.max(0, atLeast - first.length));
  return {
    shown: [...first, ...fill],
    unplanned: rest.length - fill.length,
    more: planned.length - first.length,
  };
}

/** "Eastfield, Tuesday 17 March · Gareth · your draft from 6 March": where it is wanted, for whom one writes, what is there. */
export function aboutReview({ planned, about, draftAt, dueBy }: HomeReview, today: string): string {
  const where =
    planned && planned.on !== today && `${planned.teamName}, ${weekdayShortDate(planned.on, today)}`;
  const limit =
    !planned && dueBy && `${dueBy < today ? 'was due' : 'due'} by ${shortDate(dueBy, today)}, no session yet`;
  const draft = draftAt && `your draft from ${shortDate(draftAt, today)}`;
  return [where, about, limit, draft].filter(Boolean).join(' · ');
}

/** "By 10:30am today", "Due today", "Due 12 March", "Was due 3 March". `startsAt` is when the family now comes, in milliseconds. */
export function reviewDue(
  { planned, dueOn }: Pick<HomeReview, 'planned' | 'dueOn'>,
  today: string,
  startsAt?: number,
): { words: string; tone: Tone } | null {
  if (!planned || !dueOn) return null;
  if (planned.on === today) {
    const at = startsAt === undefined ? timeOfDay(planned.at) : clockTime(new Date(startsAt));
    return { words: `By ${at} today`, tone: 'warn' };
  }
  if (dueOn === today) return { words: 'Due today', tone: 'plain' };
  return dueOn < today
    ? { words: `Was due ${shortDate(dueOn, today)}`, tone: 'warn' }
    : { words: `Due ${shortDate(dueOn, today)}`, tone: 'plain' };
}

/** "Hartley / Osei / Brooks, and 2 for Southgate": those of the first day by name, the others by team. */
export function readySays(reviews: readonly HomeReview[]): string {
  const ready = reviews
    .filter((review) => review.ready)
    .sort(by(({ planned }) => (planned ? `${planned.on} ${planned.at}` : '9')));
  const day = ready[0]?.planned?.on;
  const named = ready.filter((review) => review.planned?.on === day).slice(0, 3);
  const rest = ready.filter((review) => !named.includes(review));
  const teams = new Map<string, number>();
  for (const { planned } of rest) {
    const where = planned ? `for ${planned.teamName}` : 'without a session yet';
    teams.set(where, (teams.get(where) ?? 0) + 1);
  }
  const counted = [...teams].map(([where, count]) => `${count} ${where}`);
  const names = named.map((review) => review.familyName).join(', ');
  return counted.length > 0 ? `${names}, and ${listed(counted)}` : names;
}

/** "18 more families have no session yet." */
export function unplannedSays(count: number): string {
  return `${countOf(count, 'more family', 'more families')} ${count === 1 ? 'has' : 'have'} no session yet`;
}

function by(key: (review: HomeReview) => string) {
  return (a: HomeReview, b: HomeReview): number => key(a).localeCompare(key(b));
}
