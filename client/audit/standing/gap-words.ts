import type { GapsPage } from '../../../shared/audit/http.js';
import { spelled } from '../../../shared/audit/spelled.js';
import { countOf, shortDate } from '../../ui/format.js';

type Gap = GapsPage['longest'][number];

/** "15 January to today; not reached 12 February; Priya Shah". */
export function gapSays({ from, to, cause, workers }: Gap, today: string): string {
  if (from === null) return '';
  const span = `${shortDate(from, today)} to ${to === null ? 'today' : shortDate(to, today)}`;
  const came = cause && `${spelled(cause.kind).toLowerCase()} ${shortDate(cause.on, today)}`;
  return [span, came, workers.filter(Boolean).join(' and ')].filter(Boolean).join('; ');
}

/** "The median wait was 28 days, the longest 31." */
export function medianSays({ beside }: Pick<GapsPage['intervals'], 'beside'>): string {
  const { medianDays: median, maxDays: longest } = beside;
  if (median === null || median === undefined) return '';
  return `The median wait was ${countOf(median, 'day')}, the longest ${longest}.`;
}

/** What waits that ended do not tell: who still waits. */
export function stillWaiting({ beside }: Pick<GapsPage['intervals'], 'beside'>): string {
  const overdue = beside['overdueNow'] ?? 0;
  const longest = beside['longestGapNow'];
  if (overdue === 0) return 'No family waits past its limit now.';
  const days =
    longest === null || longest === undefined ? '' : `; the longest wait today is ${countOf(longest, 'day')}`;
  return `They say nothing of the ${countOf(overdue, 'family', 'families')} past the limit now${days}.`;
}
