import { Fragment } from 'react';
import type { AttendancePage } from '../../../shared/audit/http.js';
import { disciplines } from '../../../shared/disciplines.js';
import { PersonMark } from '../../marks/PersonMark.js';
import { shortDate } from '../../ui/format.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Empty } from '../../ui/surfaces/Waiting.js';
import type { AuditQuestion } from '../asking.js';
import { countSays } from '../count-words.js';
import { GroupsTable } from '../rows/GroupsTable.js';
import { OpensRows } from '../rows/OpensRows.js';
import type { RowsOf } from '../rows/row-asking.js';

type Line = AttendancePage['lines'][number];
interface Props {
  page: AttendancePage;
  question: AuditQuestion;
  today: string;
}

/** Which disciplines were round the table: of those in post. A vacant post is drawn apart and is nobody's absence. */
export function AttendanceCard({ page, question, today }: Props) {
  const period = `${shortDate(page.from, today)} to ${shortDate(page.asAt, today)}`;
  const asked = { question, today };
  return (
    <Card
      heading={`Who was round the table, ${period}`}
      headingSize="l"
      aside={
        <span className="small muted attendance-key" aria-hidden="true">
          <span className="attendance-bar there" /> there <span className="attendance-bar written" /> in
          writing <span className="attendance-bar vacant" /> post vacant
        </span>
      }
    >
      {page.lines.length === 0 ? (
        <Empty fact="No discussion was held in these months." />
      ) : (
        <>
          <ul className="attendance">
            {page.lines.map((line) => (
              <AttendanceLine key={line.discipline} line={line} {...asked} />
            ))}
          </ul>
          <p className="small muted attendance-all">
            All disciplines: there{' '}
            <OpensRows
              {...asked}
              title="Attendance by discipline"
              of={{ measure: 'attendance', lands: 'met' }}
            >
              {countSays(page.attendance)}
            </OpensRows>
            ; there or wrote{' '}
            <OpensRows {...asked} title="Attended or wrote" of={{ measure: 'contribution', lands: 'met' }}>
              {countSays(page.contribution)}
            </OpensRows>
            .
          </p>
          {question.by && (
            <GroupsTable
              {...asked}
              cut={question.by}
              figures={[
                { measure: 'attendance', title: 'There', groups: page.attendance.groups },
                { measure: 'contribution', title: 'There or wrote', groups: page.contribution.groups },
              ]}
            />
          )}
        </>
      )}
    </Card>
  );
}

function AttendanceLine({ line, ...asked }: { line: Line; question: AuditQuestion; today: string }) {
  const discipline = disciplines.find((one) => one.code === line.discipline);
  const label = discipline?.label ?? line.discipline;
  const all = Math.max(1, line.inPost + line.vacant);
  const share = (n: number) => ({ width: `${(100 * n) / all}%` });
  return (
    <li>
      {discipline && <PersonMark discipline={discipline.code} />}
      <span>{label}</span>
      <span className="attendance-track" aria-hidden="true">
        <span className="attendance-bar there" style={share(line.there)} />
        <span className="attendance-bar written" style={share(line.inWriting)} />
        <span style={share(line.inPost - line.there - line.inWriting)} />
        <span className="attendance-bar vacant" style={share(line.vacant)} />
      </span>
      <span className="tabular attendance-says">
        {numbersOf(line).map(({ says, title, of }, at) => (
          <Fragment key={title}>
            {at > 0 && ' · '}
            <OpensRows
              {...asked}
              title={`${label}: ${title}`}
              of={{ measure: 'attendance', by: 'discipline', group: line.discipline, ...of }}
            >
              {says}
            </OpensRows>
          </Fragment>
        ))}
      </span>
    </li>
  );
}

/** "9 of 10", "2 written", "6 vacant": each with the rows that it is of. */
function numbersOf({ there, inPost, inWriting, vacant }: Line): {
  says: string;
  title: string;
  of: Pick<RowsOf, 'lands' | 'reason'>;
}[] {
  const lands = there > 0 || inPost === 0 ? 'met' : 'not-met';
  return [
    { says: `${there} of ${inPost}`, title: 'round the table', of: { lands } as const },
    { says: `${inWriting} written`, title: 'in writing only', of: { reason: 'in-writing' } },
    { says: `${vacant} vacant`, title: 'post vacant', of: { lands: 'apart', reason: 'vacant' } as const },
  ].filter((_, at) => at === 0 || [there, inWriting, vacant][at]! > 0);
}
