import { Link } from 'react-router';
import type { SamplePage, SampleRecord } from '../../../shared/audit/sample/http.js';
import { ButtonLink } from '../../ui/actions/Button.js';
import { longDate } from '../../ui/format.js';
import { Table } from '../../ui/surfaces/Table.js';
import { whyNotSays } from './sample-words.js';

/** The records in the order of their days. One that is not the reader’s to see keeps its place and has no name. */
export function RecordsTable({ sample }: { sample: SamplePage }) {
  const numbered = sample.list.map((record, index) => ({ record, index }));
  return (
    <Table
      caption="The records of this sample"
      rows={numbered}
      rowKey={({ index }) => String(index)}
      columns={[
        {
          key: 'family',
          heading: 'Family',
          names: true,
          cell: ({ record }) => (
            <>
              {record.minutesId ? (
                <Link to={`/minutes/${record.minutesId}`}>
                  {record.familyName}
                  <span className="visually-hidden">: read the minutes</span>
                </Link>
              ) : (
                record.familyName
              )}
              <span className="record-why small muted">
                {record.because === 'chair' ? 'Drawn for its chair' : 'Drawn for its team'}
              </span>
            </>
          ),
        },
        {
          key: 'held',
          heading: 'Held',
          cell: ({ record }) => (record.heldOn ? longDate(record.heldOn) : ''),
        },
        { key: 'chair', heading: 'Chair', cell: ({ record }) => record.chairName },
        {
          key: 'given',
          heading: 'Grades',
          nowrap: true,
          cell: ({ record }) => `${record.given} of ${record.wanted}`,
        },
        {
          key: 'act',
          heading: 'Grade it',
          headingHidden: true,
          cell: ({ record }) => <Act sampleId={sample.sampleId} record={record} />,
        },
      ]}
    />
  );
}

function Act({ sampleId, record }: { sampleId: string; record: SampleRecord }) {
  if (record.whyNot !== null) return <span className="small muted">{whyNotSays(record)}</span>;
  return (
    <ButtonLink size="small" to={`/audit/samples/${sampleId}/records/${record.discussionId}`}>
      Grade it<span className="visually-hidden">: {record.familyName}</span>
    </ButtonLink>
  );
}
