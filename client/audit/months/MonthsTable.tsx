import { useState } from 'react';
import type { MonthsPage } from '../../../shared/audit/http.js';
import { Dialog } from '../../ui/actions/Dialog.js';
import { Table } from '../../ui/surfaces/Table.js';
import { FamilyName } from '../standing/FamilyName.js';
import { chartOf, countedAs, lastDaySays, monthName, monthSays, pointSays } from './month-words.js';

type MonthPoint = MonthsPage['months'][number];

/** The months as rows: as reported, as now known, the range, and what it means. Each opens to the families behind it. */
export function MonthsTable({ page, asReported }: { page: MonthsPage; asReported: boolean }) {
  const [shown, setShown] = useState<MonthPoint | null>(null);
  const points = new Map(chartOf(page, asReported).points.map((point) => [point.month, point]));
  return (
    <>
      <Table
        caption="Families supervised in each month"
        size="small"
        rows={[...page.months].reverse()}
        rowKey={(m) => m.month}
        columns={[
          {
            key: 'month',
            heading: 'Month',
            names: true,
            cell: (m) => (
              <button type="button" className="audit-open" onClick={() => setShown(m)}>
                {monthName(m.month, true)}
              </button>
            ),
          },
          { key: 'now', heading: 'As now known', figure: true, cell: (m) => monthSays(m.now) },
          { key: 'reported', heading: 'As reported', figure: true, cell: (m) => monthSays(m.reported) },
          {
            key: 'mean',
            heading: asReported ? 'Average and range, as reported' : 'Average and range, as now known',
            figure: true,
            cell: (m) => rangeSays(points.get(m.month)),
          },
          { key: 'says', heading: 'What it means', cell: (m) => pointSays(m, points.get(m.month)) },
        ]}
      />
      {shown && (
        <Dialog open title={monthName(shown.month, true)} onClose={() => setShown(null)} width="wide">
          <MonthRows month={shown} limitSays={page.limitSays} />
        </Dialog>
      )}
    </>
  );
}

function rangeSays(point: MonthsPage['chart']['points'][number] | undefined): string {
  if (!point) return '';
  return `${point.mean.toFixed(1)}, ${Math.max(0, point.lower).toFixed(1)} to ${Math.min(100, point.upper).toFixed(1)}`;
}

function MonthRows({ month, limitSays }: { month: MonthPoint; limitSays: string }) {
  return (
    <div className="stack">
      <p>
        Supervised: {monthSays(month.now)}. As reported: {monthSays(month.reported)}.{' '}
        {lastDaySays(month, limitSays)}
      </p>
      <h3>Not supervised in the month: {month.missing.length}</h3>
      <ul className="audit-names">
        {month.missing.map((one, at) => (
          <li key={one.familyId ?? `unnamed ${at}`}>
            <FamilyName family={one} />
          </li>
        ))}
      </ul>
      {month.changed.length > 0 && (
        <>
          <h3>Counted otherwise since it was reported: {month.changed.length}</h3>
          <ul className="audit-names">
            {month.changed.map((one, at) => (
              <li key={one.familyId ?? `unnamed ${at}`}>
                <FamilyName family={one} />: reported as {countedAs(one.was)}, now known as{' '}
                {countedAs(one.is)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
