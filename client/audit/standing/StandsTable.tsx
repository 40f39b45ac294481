import type { FamilyStands } from '../../../shared/audit/http.js';
import { shortDate } from '../../ui/format.js';
import { Table } from '../../ui/surfaces/Table.js';
import { Empty } from '../../ui/surfaces/Waiting.js';
import type { AuditQuestion } from '../asking.js';
import { aboutFamily, FamilyName } from './FamilyName.js';
import { useWhyRows } from './why-rows.js';

interface Props {
  caption: string;
  rows: readonly FamilyStands[];
  today: string;
}

/** The same, where each named family opens to why it stands there. */
export function StandsWithWhy({ question, ...props }: Props & { question: AuditQuestion }) {
  const why = useWhyRows(question, props.today);
  return (
    <>
      <StandsTable {...props} why={why} />
      {why.question}
    </>
  );
}

/** The families behind one number, a row each. */
export function StandsTable({
  caption,
  rows,
  today,
  why,
}: Props & { why?: Pick<ReturnType<typeof useWhyRows>, 'button' | 'below'> }) {
  if (rows.length === 0) return <Empty fact="No family is here." />;
  return (
    <Table
      caption={caption}
      size="small"
      rows={rows.map((row, at) => ({ ...row, key: row.familyId ?? `unnamed ${at}` }))}
      rowKey={(row) => row.key}
      below={why?.below}
      columns={[
        {
          key: 'family',
          heading: 'Family',
          names: true,
          cell: (row) => (
            <>
              <FamilyName family={row} />
              <span className="small muted audit-line">{aboutFamily(row)}</span>
            </>
          ),
        },
        {
          key: 'held',
          heading: 'Last held',
          cell: (row) => (row.lastHeldOn ? shortDate(row.lastHeldOn, today) : 'Not yet'),
        },
        { key: 'due', heading: 'Due by', cell: (row) => (row.dueBy ? shortDate(row.dueBy, today) : '') },
        { key: 'signed', heading: 'Record', cell: (row) => (row.provisional ? 'Not signed yet' : '') },
        ...(why ? [{ key: 'why', heading: 'Why', headingHidden: true, cell: why.button }] : []),
      ]}
    />
  );
}
