import { Link } from 'react-router';
import type { FamilyPage, FamilyRecord } from '../../../shared/families/family.js';
import { useDirectory } from '../../directory.js';
import { dateAndTime, longDate } from '../../ui/format.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Table } from '../../ui/surfaces/Table.js';
import { Tag } from '../../ui/surfaces/Tag.js';
import { Empty } from '../../ui/surfaces/Waiting.js';
import { NextSupervision } from '../overview/NextSupervision.js';

interface Props {
  family: FamilyPage;
  record: FamilyRecord;
  today: string;
}

/** The signed minutes on this family’s file. */
export function MinutesList({ family, record, today }: Props) {
  const directory = useDirectory();
  return (
    <div className="with-side">
      <Card
        heading="Minutes on file"
        aside={<span className="small muted">{record.minutes.length} signed</span>}
      >
        {record.minutes.length === 0 ? (
          <Empty fact="No minutes are signed yet.">
            They come here, and to each child’s file, at the moment the chair signs them.
          </Empty>
        ) : (
          <Table
            caption="Signed minutes, newest first"
            rows={record.minutes}
            rowKey={(line) => line.minutesId}
            columns={[
              {
                key: 'held',
                heading: 'Held',
                names: true,
                cell: (line) => <Link to={`/minutes/${line.minutesId}`}>{longDate(line.heldOn)}</Link>,
              },
              {
                key: 'kind',
                heading: 'Kept as',
                cell: (line) =>
                  line.kind === 'supervision' ? (
                    'Group supervision'
                  ) : (
                    <Tag tone="warn">Case discussion, does not count</Tag>
                  ),
              },
              { key: 'by', heading: 'Signed by', cell: (line) => directory.fullName(line.signedBy) },
              { key: 'at', heading: 'Signed', cell: (line) => dateAndTime(line.signedAt) },
            ]}
          />
        )}
      </Card>
      <NextSupervision family={family} today={today} />
    </div>
  );
}
