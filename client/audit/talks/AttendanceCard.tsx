import type { AttendancePage } from '../../../shared/audit/http.js';
import { disciplines } from '../../../shared/disciplines.js';
import { PersonMark } from '../../marks/PersonMark.js';
import { shortDate } from '../../ui/format.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Empty } from '../../ui/surfaces/Waiting.js';

type Line = AttendancePage['lines'][number];

/** Which disciplines were round the table: of those in post. A vacant post is drawn apart and is nobody's absence. */
export function AttendanceCard({ page, today }: { page: AttendancePage; today: string }) {
  const period = `${shortDate(page.from, today)} to ${shortDate(page.asAt, today)}`;
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
        <ul className="attendance">
          {page.lines.map((line) => (
            <AttendanceLine key={line.discipline} line={line} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function AttendanceLine({ line }: { line: Line }) {
  const discipline = disciplines.find((one) => one.code === line.discipline);
  const all = Math.max(1, line.inPost + line.vacant);
  const share = (n: number) => ({ width: `${(100 * n) / all}%` });
  return (
    <li>
      {discipline && <PersonMark discipline={discipline.code} />}
      <span>{discipline?.label ?? line.discipline}</span>
      <span className="attendance-track" aria-hidden="true">
        <span className="attendance-bar there" style={share(line.there)} />
        <span className="attendance-bar written" style={share(line.inWriting)} />
        <span style={share(line.inPost - line.there - line.inWriting)} />
        <span className="attendance-bar vacant" style={share(line.vacant)} />
      </span>
      <span className="tabular attendance-says">{attendanceSays(line)}</span>
    </li>
  );
}

function attendanceSays({ there, inPost, inWriting, vacant }: Line): string {
  return [
    `${there} of ${inPost}`,
    inWriting > 0 ? `${inWriting} written` : '',
    vacant > 0 ? `${vacant} vacant` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
