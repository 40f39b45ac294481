import type { MonthsPage } from '../../../shared/audit/http.js';
import { spelled } from '../../../shared/audit/spelled.js';
import type { RangePoint } from '../../ui/charts/RangeChart.js';
import { countOf, longDate } from '../../ui/format.js';
import { ofSays, rateSays } from '../count-words.js';

type MonthPoint = MonthsPage['months'][number];
type ChartPoint = MonthsPage['chart']['points'][number];
type Counted = Pick<MonthPoint['now'], 'numerator' | 'denominator' | 'rate' | 'small'>;

/** "February", with its year where it is asked for. */
export function monthName(month: string, withYear = false): string {
  const [, name = '', year = ''] = longDate(`${month}-01`).split(' ');
  return withYear ? `${name} ${year}` : name;
}

/** The average and the range of the series that is shown. */
export function chartOf({ chart, chartAsReported }: MonthsPage, asReported: boolean): MonthsPage['chart'] {
  return asReported ? chartAsReported : chart;
}

/** What the drawing shows of each month: as now known, with what was reported as a short bar; or the other way about. */
export function pointsOf(page: MonthsPage, asReported: boolean): RangePoint[] {
  const signals = new Map(chartOf(page, asReported).points.map((point) => [point.month, point]));
  return page.months.map((month, at) => {
    const value = asReported ? (month.reported?.rate ?? null) : month.now.rate;
    const other = asReported ? month.now.rate : (month.reported?.rate ?? null);
    const differs = value !== null && other !== null && other !== value;
    return {
      key: month.month,
      label: monthName(month.month).slice(0, 3),
      year: at === 0 || month.month.endsWith('-01') ? month.month.slice(0, 4) : undefined,
      value,
      meaning: meaningOf(signals.get(month.month)),
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
  const chart = chartOf(page, asReported);
  const limits = chart.points.at(-1);
  const range = limits
    ? ` Average ${limits.mean.toFixed(1)}%, expected range ${Math.max(0, limits.lower).toFixed(1)} to ${Math.min(100, limits.upper).toFixed(1)}%.`
    : '';
  const which = asReported ? 'as reported' : 'as now known';
  return `Families supervised in each month, ${monthName(first.month, true)} to ${monthName(last.month, true)}, ${which}.${range} ${chart.says}`;
}

/** "February was reported as 6 of 9, and what was learnt since of 1 family made it 7 of 9." The newest two that differ. */
export function reportedSays(months: readonly MonthPoint[], today: string, asReported: boolean): string {
  const differ = months.filter(({ reported, now }) => reported && !isSame(reported, now)).slice(-2);
  return differ
    .map((m) => {
      const name = monthName(m.month, m.month.slice(0, 4) !== today.slice(0, 4));
      const changed = countOf(m.changed.length, 'family', 'families');
      // The other of the two is drawn as a bar, where it lies elsewhere.
      const bar = m.reported?.rate === m.now.rate ? '' : ' (the short bar)';
      const [then, now] = asReported ? ['', bar] : [bar, ''];
      return `${name} was reported as ${monthSays(m.reported)}${then}, and what was learnt since of ${changed} made it ${monthSays(m.now)}${now}.`;
    })
    .join(' ');
}

function isSame(a: Pick<Counted, 'numerator' | 'denominator'>, b: typeof a): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator;
}

/** What a month's point means, for the table. */
export function pointSays(month: MonthPoint, point: ChartPoint | undefined): string {
  if (!month.over) return 'Not over yet';
  return point?.says ?? '';
}

/** "24 of 26 (92.3%)"; few are shown as a count alone. */
export function monthSays(count: Counted | null): string {
  if (!count) return 'Not closed';
  return count.small || count.rate === null ? ofSays(count) : `${ofSays(count)} (${rateSays(count)})`;
}

/** How families stood when the month was closed: "On its last day 7 of 10 (70.0%) were in time, as reported (every 28 days)." */
export function lastDaySays({ reported }: MonthPoint, limitSays: string): string {
  if (!reported?.inTime || reported.inTime.denominator === 0) return '';
  return `On its last day ${monthSays(reported.inTime)} were in time, as reported (${limitSays}).`;
}

/** How a family was counted in a month, by its reason: "reported as not supervised". */
export function countedAs(reason: string): string {
  return ways[reason] ?? spelled(reason).toLowerCase();
}

const ways: Readonly<Record<string, string>> = {
  discussed: 'supervised',
  'not-discussed': 'not supervised',
  unsigned: 'not supervised: the record was not signed in time',
  inquorate: 'not supervised: too few were there',
  'not-counted': 'not supervised: the discussion did not count',
  'not-reached': 'not supervised: not reached',
  postponed: 'not supervised: postponed',
  cancelled: 'not supervised: cancelled',
  closed: 'not counted: closed',
  'changed-team': 'not counted: came from another team in the month',
  new: 'not counted: new in the month',
  exempt: 'not counted: exempt',
  'no-child': 'not counted: without a child',
  'not-there': 'not with the team in this month',
};
