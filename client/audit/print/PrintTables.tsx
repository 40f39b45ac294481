import type { Cut } from '../../../shared/audit/figure.js';
import type { GapsPage, MonthsPage } from '../../../shared/audit/http.js';
import { spelled } from '../../../shared/audit/spelled.js';
import { RangeChart } from '../../ui/charts/RangeChart.js';
import { countOf, shortDate } from '../../ui/format.js';
import { type Column, Table } from '../../ui/surfaces/Table.js';
import { cutLabels, cutSays, ofSays } from '../count-words.js';
import {
  chartOf,
  chartSays,
  monthName,
  monthSays,
  pointSays,
  pointsOf,
  reportedSays,
} from '../months/month-words.js';
import { FamilyName } from '../standing/FamilyName.js';
import { type GroupLine, type MeasureLine, rateOrWhyNot } from './print-words.js';

/** Each measure with its count: a rate never stands without what it is made of. */
export function MeasuresTable({ rows }: { rows: readonly MeasureLine[] }) {
  return (
    <Table
      caption="The measures, with what each is counted from"
      size="small"
      rows={rows}
      rowKey={(row) => row.title}
      columns={[
        { key: 'title', heading: 'Measure', names: true, cell: (row) => row.title },
        { key: 'count', heading: 'Count', figure: true, nowrap: true, cell: (row) => ofSays(row) },
        { key: 'rate', heading: 'Rate', figure: true, cell: (row) => rateOrWhyNot(row) },
        {
          key: 'provisional',
          heading: 'Of these not signed yet',
          figure: true,
          cell: (row) => row.provisional,
        },
        { key: 'apart', heading: 'Not counted', figure: true, cell: (row) => row.apart },
      ]}
    />
  );
}

/** The same by group. */
export function GroupsPrinted({ cut, rows }: { cut: Cut; rows: readonly GroupLine[] }) {
  return (
    <Table
      caption={`The measures ${cutSays(cut).toLowerCase()}`}
      size="small"
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        { key: 'title', heading: 'Measure', cell: (row) => row.title },
        { key: 'name', heading: cutLabels[cut], names: true, cell: (row) => row.name },
        { key: 'count', heading: 'Count', figure: true, nowrap: true, cell: (row) => ofSays(row) },
        { key: 'rate', heading: 'Rate', figure: true, cell: (row) => rateOrWhyNot(row) },
      ]}
    />
  );
}

/** The longest waits of families; each by name only where names were asked for. */
export function GapsPrinted({ page, names, today }: { page: GapsPage; names: boolean; today: string }) {
  const came: Column<GapsPage['longest'][number]> = {
    key: 'came',
    heading: 'What came between',
    cell: ({ cause }) => (cause ? `${spelled(cause.kind)} ${shortDate(cause.on, today)}` : ''),
  };
  return (
    <Table
      caption="The longest waits"
      size="small"
      rows={page.longest.map((gap, at) => ({ ...gap, nth: at + 1 }))}
      rowKey={(gap) => String(gap.nth)}
      columns={[
        {
          key: 'family',
          heading: names ? 'Family' : 'Place',
          names: true,
          cell: (gap) => (names ? <FamilyName family={gap} /> : `${gap.nth}.`),
        },
        { key: 'days', heading: 'Longest wait', figure: true, cell: (gap) => countOf(gap.days, 'day') },
        { key: 'open', heading: 'Today', figure: true, cell: (gap) => countOf(gap.openDays, 'day') },
        ...(page.longest.some((gap) => gap.cause) ? [came] : []),
      ]}
    />
  );
}

/** The months as a drawing, its words, and the same as a table: paper cannot be asked for the other. */
export function PrintedMonths({
  page,
  asReported,
  today,
}: {
  page: MonthsPage;
  asReported: boolean;
  today: string;
}) {
  const { months } = page;
  const chart = chartOf(page, asReported);
  const last = chart.points.at(-1);
  const points = new Map(chart.points.map((point) => [point.month, point]));
  if (months.length === 0) return <p>No month is over yet.</p>;
  return (
    <>
      <figure className="audit-sheet-figure">
        <RangeChart
          sentence={chartSays(page, asReported)}
          points={pointsOf(page, asReported)}
          mean={last?.mean ?? null}
          lower={last ? Math.max(0, last.lower) : null}
          upper={last ? Math.min(100, last.upper) : null}
          meanLabel={last ? `average ${Math.round(last.mean)}%` : ''}
          rangeLabel={last ? ['expected', `down to ${Math.round(Math.max(0, last.lower))}%`] : []}
        />
        <figcaption>
          {chart.says} {reportedSays(months, today, asReported)}
          {last?.trial && ' Fewer than 13 months: the limits are trial limits.'}
        </figcaption>
      </figure>
      <Table
        caption="Families supervised in each month"
        size="small"
        rows={[...months].reverse()}
        rowKey={(m) => m.month}
        columns={[
          { key: 'month', heading: 'Month', names: true, cell: (m) => monthName(m.month, true) },
          { key: 'now', heading: 'As now known', figure: true, cell: (m) => monthSays(m.now) },
          { key: 'reported', heading: 'As reported', figure: true, cell: (m) => monthSays(m.reported) },
          { key: 'says', heading: 'What it means', cell: (m) => pointSays(m, points.get(m.month)) },
        ]}
      />
    </>
  );
}
