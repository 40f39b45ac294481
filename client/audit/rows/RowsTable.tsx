import { Link } from 'react-router';
import { monthOf } from '../../../shared/audit/days.js';
import { rowWords } from '../../../shared/audit/row-words.js';
import type { RowShown, RowsPage } from '../../../shared/audit/rows-http.js';
import { spelled } from '../../../shared/audit/spelled.js';
import { disciplines } from '../../../shared/disciplines.js';
import { shortDate } from '../../ui/format.js';
import { type Column, Table } from '../../ui/surfaces/Table.js';
import { Empty } from '../../ui/surfaces/Waiting.js';
import type { AuditQuestion } from '../asking.js';
import { FamilyName } from '../standing/FamilyName.js';
import { useWhyRows } from '../standing/why-rows.js';

type KeyedRow = RowShown & { key: string };

/** Measures of how families stand: each row opens to why it does. All others are of discussions, which have minutes. */
const ofStanding: readonly RowsPage['measure'][] = [
  'snapshot-families',
  'snapshot-children',
  'overdue',
  'monthly-coverage',
  'longest-gap',
];

/** The rows themselves. Of a family that one may not see there is a row, and how it was counted. */
export function RowsTable({
  page,
  question,
  today,
}: {
  page: RowsPage;
  question: AuditQuestion;
  today: string;
}) {
  // What came of a month is told as at its end.
  const end = page.month && monthOf(page.month).last;
  const asAt = end && end < page.asAt ? end : question.asAt;
  const why = useWhyRows({ ...question, asAt }, today);
  if (page.rows.length === 0) return <Empty fact="Nothing is here." />;
  const words = rowWords[page.measure];
  const rows = page.rows.map((row, at): KeyedRow => ({ ...row, key: `${row.familyId} ${at}` }));
  const columns: (Column<KeyedRow> | false)[] = [
    {
      key: 'family',
      heading: 'Family',
      names: true,
      cell: (row) => (
        <>
          <FamilyName family={row} />
          {row.child && <span className="small muted audit-line">{row.child}</span>}
        </>
      ),
    },
    rows.some((row) => row.discipline) && {
      key: 'discipline',
      heading: 'Discipline',
      cell: (row) => (row.discipline ? labelOf(row.discipline) : ''),
    },
    { key: 'reason', heading: 'Counted as', cell: (row) => spelled(row.reason) },
    words.on !== null &&
      rows.some((row) => row.on) && {
        key: 'on',
        heading: words.on,
        nowrap: true,
        cell: (row) => (row.on ? shortDate(row.on, today) : ''),
      },
    words.days !== null &&
      rows.some((row) => row.days) && {
        key: 'days',
        heading: words.days,
        figure: true,
        cell: (row) => row.days ?? '',
      },
    rows.some((row) => row.provisional) && {
      key: 'record',
      heading: 'Record',
      cell: (row) => (row.provisional ? 'Not signed yet' : ''),
    },
    rows.some((row) => row.minutesId) && {
      key: 'minutes',
      heading: 'Minutes',
      cell: (row) =>
        row.minutesId && (
          <Link to={`/minutes/${row.minutesId}`}>
            Read<span className="visually-hidden"> the minutes of {row.name}</span>
          </Link>
        ),
    },
    ofStanding.includes(page.measure) && {
      key: 'why',
      heading: 'Why',
      headingHidden: true,
      cell: (row) => why.button(row),
    },
  ];
  return (
    <>
      <Table
        caption={page.title}
        size="small"
        rows={rows}
        rowKey={(row) => row.key}
        columns={columns.filter((column) => column !== false)}
        below={why.below}
      />
      {why.question}
    </>
  );
}

function labelOf(code: string): string {
  return disciplines.find((one) => one.code === code)?.label ?? code;
}
