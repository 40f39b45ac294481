import type { FamilyStands } from '../../../shared/audit/http.js';
import { shortDate } from '../../ui/format.js';
import { Table } from '../../ui/surfaces/Table.js';
import { Empty } from '../../ui/surfaces/Waiting.js';
import { aboutFamily, FamilyName } from './FamilyName.js';

/** The families behind one number, a row each. */
export function StandsTable({
  caption,
  rows,
  today,
}: {
  caption: string;
  rows: readonly FamilyStands[];
  today: string;
}) {
  if (rows.length === 0) return <Empty fact="No family is here." />;
  return (
    <Table
      caption={caption}
      size="small"
      rows={rows.map((row, at) => ({ ...row, at }))}
      rowKey={(row) => row.familyId ?? `unnamed ${row.at}`}
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
      ]}
    />
  );
}
