import type { MonthsPage } from '../../../shared/audit/http.js';
import type { RangePoint } from '../../ui/charts/RangeChart.js';
import { countOf, longDate } from '../../ui/format.js';
import { ofSays } from '../count-words.js';

type MonthPoint = MonthsPage['months'][number];
type ChartPoint = MonthsPage['chart']['points'][number];

/** "February", with its year where it is asked for. */
export function monthName(month: string, withYear = false): string {
  const [, name = '', year = ''] = longDate(`${month}-01`).split(' ');
  return withYear ? `${name} ${year}` : name;
}

/** What the drawing shows of each month: as now known, with what was reported as a short bar; or the other way about. */
export function pointsOf({ months, chart }: MonthsPage, asReported: boolean): RangePoint[] {
  const signals = new Map(chart.points.map((point) => [point.month, point]));
  return months.map((month, at) => {
    const value = asReported ? (month.reported?.rate ?? null) : month.now.rate;
    const other = asReported ? month.now.rate : (month.reported?.rate ?? null);
    const differs = value !== null && other !== null && other !== value;
    return {
      key: month.month,
      label: monthName(month.month).slice(0, 3),
      year: at === 0 || month.month.endsWith('-01') ? month.month.slice(0, 4) : undefined,
      value,
      meaning: asReported ? 'expected' : meaningOf(signals.get(month.month)),
      final: month.over,
      ...(differs ? { mark: other } : {}),
    };
  });
}

function meaningOf(point: ChartPoint | undefined): RangePoint['meaning'] {
  if (!point || point.meaning === 'expected') return 'expected';
  return point.meaning === 'better' || point.meaning === 'concern' ? point.meaning : 'other';
}

/** The whole series in a sentence, for those who do not see the drawing. */
export function chartSays(page: MonthsPage, asReported: boolean): string {
  const [first, last] = [page.months[0], page.months.at(-1)];
  if (!first || !last) return 'No month is over yet.';
  const limits = page.chart.points.at(-1);
  const range = limits
    ? ` Average ${limits.mean.toFixed(1)}%, expected range ${Math.max(0, limits.lower).toFixed(1)} to ${Math.min(100, limits.upper).toFixed(1)}%.`
    : '';
  const which = asReported ? 'as reported' : 'as now known';
  return `Families supervised in each month, ${monthName(first.month, true)} to ${monthName(last.month, true)}, ${which}.${range} ${page.chart.says}`;
}

/** "February was reported as 66.7%, and 1 family counted otherwise since made it 77.8%." The newest two that differ. */
export function reportedSays(months: readonly MonthPoint[], today: string): string {
  const differ = months.filter((m) => m.reported && m.reported.rate !== m.now.rate).slice(-2);
  return differ
    .map((m) => {
      const name = monthName(m.month, m.month.slice(0, 4) !== today.slice(0, 4));
      const changed = countOf(m.changed.length, 'family', 'families');
      return `${name} was reported as ${percent(m.reported?.rate ?? null)} (the short bar), and what was learnt since of ${changed} made it ${percent(m.now.rate)}.`;
    })
    .join(' ');
}

function percent(rate: number | null): string {
  return rate === null ? 'none counted' : `${rate.toFixed(1)}%`;
}

/** What a month's point means, for the table. */
export function pointSays(month: MonthPoint, point: ChartPoint | undefined): string {
  if (!month.over) return 'Not over yet';
  return point?.says ?? '';
}

/** "7 of 9 (77.8%)". */
export function monthSays(
  count: { numerator: number; denominator: number; rate: number | null } | null,
): string {
  if (!count) return 'Not closed';
  return count.rate === null ? ofSays(count) : `${ofSays(count)} (${count.rate.toFixed(1)}%)`;
}
