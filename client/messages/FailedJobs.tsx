import type { FailedJobLine } from '../../shared/messages/outbox.js';
import { dateAndTime, longDate } from '../ui/format.js';
import { Card } from '../ui/surfaces/Card.js';
import { Table } from '../ui/surfaces/Table.js';
import { Again } from './Again.js';

const kinds: Readonly<Record<string, string>> = {
  'reviews.ask': 'Asking for reviews',
  'reviews.remind': 'Reminding of reviews that are due',
  'chase.list': 'Telling who still owes a review',
  'brief.freeze': 'Freezing a brief',
  digest: 'The week’s figures for a manager',
  'month.close': 'Closing a month',
};

/** Work that runs by itself and did not work. What it was about stays in the log of the server, under its reference. */
export function FailedJobs({ jobs }: { jobs: readonly FailedJobLine[] }) {
  return (
    <Card heading="Work that did not work" about="It is tried again by itself for about a day.">
      <Table
        caption="Daily work that did not work"
        size="small"
        rows={jobs}
        rowKey={(job) => job.jobId}
        columns={[
          { key: 'kind', heading: 'What', names: true, cell: (job) => kinds[job.kind] ?? job.kind },
          { key: 'day', heading: 'For', cell: (job) => longDate(job.day) },
          { key: 'at', heading: 'Last tried', cell: (job) => dateAndTime(job.at) },
          { key: 'ref', heading: 'Reference', cell: (job) => job.reference },
          {
            key: 'act',
            heading: 'Try again',
            headingHidden: true,
            cell: (job) =>
              job.givenUp ? (
                <Again path={`jobs/${job.jobId}/again`} busy="Asking">
                  Try it again
                  <span className="visually-hidden">: {kinds[job.kind] ?? job.kind}</span>
                </Again>
              ) : (
                'Tried again by itself'
              ),
          },
        ]}
      />
    </Card>
  );
}
