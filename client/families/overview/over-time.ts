import type { ScalePoint } from '../../../shared/families/family.js';
import { usualCadence } from '../../../shared/schedule/cadence.js';
import { countOf, longDate } from '../../ui/format.js';
import { daysBetween } from '../due-words.js';

export interface Gap {
  from: string;
  to: string;
  words: string;
}

/** As many points as a column can show; the table under the chart has the same ones. */
const most = 13;
const allowed = usualCadence.every === 'days' ? usualCadence.n : 31;

/** The newest points that have a score of the group, oldest first. */
export function pointsOf(scale: readonly ScalePoint[]): (ScalePoint & { group: number })[] {
  return scale
    .filter((point): point is ScalePoint & { group: number } => point.group !== null)
    .sort((a, b) => a.heldOn.localeCompare(b.heldOn))
    .slice(-most);
}

/**
 * The stretches, within the time the chart shows, in which the family waited longer than the limit: between two
 * supervisions that count, and from the last one until today.
 */
export function longGaps(heldOn: readonly string[], from: string, today: string): Gap[] {
  const days = [...new Set(heldOn)].sort().filter((day) => day >= from);
  const gaps: Gap[] = [];
  days.forEach((day, at) => {
    const next = days[at + 1] ?? today;
    const length = daysBetween(day, next);
    if (length > allowed) gaps.push({ from: day, to: next, words: countOf(length, 'day') });
  });
  return gaps;
}

/** The whole chart in a sentence. */
export function sentenceOf(
  points: readonly (ScalePoint & { group: number })[],
  gaps: readonly Gap[],
): string {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return 'No score yet.';
  const scores = points.map((point) => point.group).join(', ');
  const waits = gaps.map((gap) => `${gap.words} from ${longDate(gap.from)} to ${longDate(gap.to)}`);
  const long = waits.length > 0 ? ` Longer than ${allowed} days: ${waits.join('; ')}.` : '';
  const when =
    first === last
      ? `on ${longDate(first.heldOn)}`
      : `from ${longDate(first.heldOn)} to ${longDate(last.heldOn)}`;
  return `Safety scale ${when}. Group score ${scores}.${long}`;
}
