import type { GapsPage } from '../../../shared/audit/http.js';
import { countOf, shortDate } from '../../ui/format.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Table } from '../../ui/surfaces/Table.js';
import { Empty } from '../../ui/surfaces/Waiting.js';
import type { AuditQuestion } from '../asking.js';
import { countSays } from '../count-words.js';
import { GroupsTable } from '../rows/GroupsTable.js';
import { OpensRows } from '../rows/OpensRows.js';
import { FamilyName } from './FamilyName.js';
import { gapSays, medianSays, stillWaiting } from './gap-words.js';

interface Props {
  page: GapsPage;
  question: AuditQuestion;
  today: string;
}

/** How long families wait: the longest first; then the waits that ended, never without those that have not. */
export function GapsCard({ page, question, today }: Props) {
  const { intervals, longest } = page;
  const asked = { question, today };
  return (
    <Card heading="How long families wait" headingSize="l">
      {longest.length === 0 ? (
        <Empty fact="No family is counted on this day." />
      ) : (
        <Table
          caption="The longest waits"
          size="small"
          rows={longest.map((gap, at) => ({ ...gap, key: gap.familyId ?? `unnamed ${at}` }))}
          rowKey={(gap) => gap.key}
          columns={[
            {
              key: 'family',
              heading: 'Family',
              names: true,
              cell: (gap) => (
                <>
                  <FamilyName family={gap} />
                  <span className="small muted audit-line">{gapSays(gap, today)}</span>
                </>
              ),
            },
            {
              key: 'days',
              heading: 'Longest wait',
              figure: true,
              nowrap: true,
              cell: (gap) => countOf(gap.days, 'day'),
            },
            {
              key: 'open',
              heading: 'Today',
              figure: true,
              nowrap: true,
              cell: (gap) => countOf(gap.openDays, 'day'),
            },
          ]}
        />
      )}
      <p className="small audit-says">
        <OpensRows
          {...asked}
          title="Longest gap of every family"
          of={{ measure: 'longest-gap', lands: 'met' }}
        >
          Every family by its longest wait
        </OpensRows>
      </p>
      <h3 className="small audit-gaps-heading">Waits that ended since {shortDate(page.from, today)}</h3>
      <p className="small">
        {intervals.denominator + intervals.apart === 0 ? (
          'None.'
        ) : (
          <>
            <OpensRows
              {...asked}
              title="Intervals within the limit"
              of={{ measure: 'interval-compliance', lands: intervals.numerator > 0 ? 'met' : 'not-met' }}
            >
              {countSays(intervals)}
            </OpensRows>{' '}
            within the limit. {medianSays(intervals)}
          </>
        )}{' '}
        {stillWaiting(intervals)}
      </p>
      {question.by && (
        <GroupsTable
          {...asked}
          cut={question.by}
          figures={[{ measure: 'interval-compliance', title: 'Within the limit', groups: intervals.groups }]}
        />
      )}
    </Card>
  );
}
