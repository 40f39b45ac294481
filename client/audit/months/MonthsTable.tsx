import { Fragment, useState } from 'react';
import type { Cut } from '../../../shared/audit/figure.js';
import type { MonthsPage } from '../../../shared/audit/http.js';
import { spelled } from '../../../shared/audit/spelled.js';
import { Asked } from '../../Asked.js';
import { Button } from '../../ui/actions/Button.js';
import { Dialog } from '../../ui/actions/Dialog.js';
import { Table } from '../../ui/surfaces/Table.js';
import type { AuditQuestion } from '../asking.js';
import { GroupsTable } from '../rows/GroupsTable.js';
import { OpensRows } from '../rows/OpensRows.js';
import { useRows } from '../rows/row-asking.js';
import { FamilyName } from '../standing/FamilyName.js';
import { chartOf, countedAs, lastDaySays, monthName, monthSays, pointSays } from './month-words.js';

type MonthPoint = MonthsPage['months'][number];

/** The months as rows: as reported, as now known, the range, and what it means. Each opens to the families behind it. */
export function MonthsTable({
  page,
  question,
  today,
}: {
  page: MonthsPage;
  question: AuditQuestion;
  today: string;
}) {
  const { asReported } = question;
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
        <Dialog
          open
          title={monthName(shown.month, true)}
          onClose={() => setShown(null)}
          width="wide"
          actions={<Button onClick={() => setShown(null)}>Close</Button>}
        >
          <MonthRows month={shown} question={question} limitSays={page.limitSays} today={today} />
        </Dialog>
      )}
    </>
  );
}

function rangeSays(point: MonthsPage['chart']['points'][number] | undefined): string {
  if (!point) return '';
  return `${point.mean.toFixed(1)}, ${Math.max(0, point.lower).toFixed(1)} to ${Math.min(100, point.upper).toFixed(1)}`;
}

function MonthRows({
  month,
  question,
  limitSays,
  today,
}: {
  month: MonthPoint;
  limitSays: string;
  question: AuditQuestion;
  today: string;
}) {
  const asked = { question, today };
  const name = monthName(month.month, true);
  const of = { measure: 'monthly-coverage', month: month.month } as const;
  return (
    <div className="stack">
      <p>
        Supervised:{' '}
        <OpensRows {...asked} title={`Supervised in ${name}`} of={{ ...of, lands: 'met' }}>
          {monthSays(month.now)}
        </OpensRows>
        . As reported: {monthSays(month.reported)}. {lastDaySays(month, limitSays)}
      </p>
      {month.now.provisional > 0 && (
        <p>
          <OpensRows
            {...asked}
            title={`Supervised in ${name}, not signed yet`}
            of={{ ...of, lands: 'met', provisional: 'yes' }}
          >
            {month.now.provisional} of these
          </OpensRows>{' '}
          by a record that is not signed yet.
        </p>
      )}
      {month.now.apart > 0 && (
        <p>
          Not counted:{' '}
          {Object.entries(month.apart).map(([reason, families], at) => (
            <Fragment key={reason}>
              {at > 0 && ', '}
              <OpensRows {...asked} title={`Not counted in ${name}`} of={{ ...of, lands: 'apart', reason }}>
                {families} {spelled(reason).toLowerCase()}
              </OpensRows>
            </Fragment>
          ))}
          .
        </p>
      )}
      {question.by && <MonthGroups {...asked} by={question.by} month={month.month} />}
      <h3>Not supervised in the month: {month.missing.length}</h3>
      <ul className="audit-names">
        {month.missing.map((one, at) => (
          <li key={one.familyId ?? `unnamed ${at}`}>
            <FamilyName family={one} />: {spelled(one.reason).toLowerCase()}
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

/** The month by group, asked for when it is opened. */
function MonthGroups({
  question,
  today,
  by,
  month,
}: {
  question: AuditQuestion;
  today: string;
  by: Cut;
  month: string;
}) {
  const query = useRows(question, { measure: 'monthly-coverage', month });
  return (
    <Asked query={query} fetching="Fetching the groups">
      {({ groups }) => (
        <GroupsTable
          question={question}
          today={today}
          cut={by}
          figures={[{ measure: 'monthly-coverage', month, title: 'Supervised', groups }]}
        />
      )}
    </Asked>
  );
}
