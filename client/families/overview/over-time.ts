import type { WaitShown } from '../../../shared/cadence/http.js';
import type { ScalePoint } from '../../../shared/families/family.js';
import { countOf, longDate } from '../../ui/format.js';

export interface Gap {
  from: string;
  to: string;
  words: string;
}

/** As many points as a column can show; the table under the chart has the same ones. */
const most = 13;

/** The newest points that have a score of the group, oldest first. */
export function pointsOf(scale: readonly ScalePoint[]): (ScalePoint & { group: number })[] {
  return scale
    .filter((point): point is ScalePoint & { group: number } => point.group !== null)
    .sort((a, b) => a.heldOn.localeCompare(b.heldOn))
    .slice(-most);
}

/**
 * The waits, within the time the chart shows, that were longer than the rule of their time allowed: between two
 * supervisions that count, and the one that lasts until today.
 */
export function longGaps(waits: readonly WaitShown[], from: string, today: string): Gap[] {
  return waits
    .filter((wait) => !wait.inTime && wait.from >= from)
    .map((wait) => ({ from: wait.from, to: wait.to ?? today, words: countOf(wait.days, 'day') }));
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
  const long = waits.length > 0 ? ` Longer than the limit: ${waits.join('; ')}.` : '';
  const when =
    first === last
      ? `on ${longDate(first.heldOn)}`
      : `from ${longDate(first.heldOn)} to ${longDate(last.heldOn)}`;
  return `Safety scale ${when}. Group score ${scores}.${long}`;
}
