import type { Look } from '../../shared/audit/http.js';
import { measureCodes, measureTitles } from '../../shared/audit/measures/titles.js';
import { Asked } from '../Asked.js';
import { useTeams } from '../directory.js';
import { dateAndTime } from '../ui/format.js';
import { usePageTitle } from '../ui/frames/page-title.js';
import { Card } from '../ui/surfaces/Card.js';
import { Table } from '../ui/surfaces/Table.js';
import { Empty } from '../ui/surfaces/Waiting.js';
import { useAsked } from '../use-asked.js';
import { BackToAudit } from './BackToAudit.js';

/** Every audit page, file and pack that was opened: who, when, and why they said they did. */
export function LooksPage() {
  usePageTitle(['Who has looked', 'Audit']);
  const looks = useAsked<Look[]>('audit/looks');
  const { teamName } = useTeams();
  return (
    <div className="stack">
      <BackToAudit />
      <h1>Who has looked</h1>
      <Asked query={looks} fetching="Fetching who has looked">
        {(rows) => (
          <Card label="Who has looked, newest first">
            {rows.length === 0 ? (
              <Empty fact="Nobody has opened the audit yet." />
            ) : (
              <Table
                caption="Who has looked, newest first"
                size="small"
                rows={rows.map((row, at) => ({ ...row, key: `${row.at} ${at}` }))}
                rowKey={(row) => row.key}
                columns={[
                  {
                    key: 'who',
                    heading: 'Who',
                    names: true,
                    cell: (row) => row.byName || 'The machine itself',
                  },
                  { key: 'at', heading: 'When', cell: (row) => dateAndTime(row.at) },
                  { key: 'what', heading: 'What', cell: (row) => lookSays(row.what) },
                  {
                    key: 'team',
                    heading: 'Team',
                    cell: (row) => (row.teamId ? teamName(row.teamId) : 'All theirs'),
                  },
                  {
                    key: 'why',
                    heading: 'Why',
                    cell: (row) =>
                      row.why ||
                      (row.byId && (
                        <span className="muted">
                          {row.why === null ? 'For managers of all teams' : 'Not said'}
                        </span>
                      )),
                  },
                ]}
              />
            )}
          </Card>
        )}
      </Asked>
    </div>
  );
}

const looksAt: Readonly<Record<string, string>> = {
  snapshot: 'Families in time',
  months: 'The months',
  attendance: 'Who was round the table',
  oversight: 'Other measures',
  gaps: 'How long families wait',
  why: 'Why one family is red',
  'export-snapshot': 'Families in time, as a file',
  'export-gaps': 'How long families wait, as a file',
  'export-months': 'The months, as a file',
  'export-attendance': 'Who was round the table, as a file',
  'export-oversight': 'Other measures, as a file',
};

function lookSays(what: string): string {
  const rows = measureCodes.find((code) => what === `rows-${code}` || what === `export-rows-${code}`);
  if (rows) return `${measureTitles[rows]}: the rows${what.startsWith('export') ? ', as a file' : ''}`;
  const words = what.replaceAll('-', ' ').replaceAll('.', ' ');
  return looksAt[what] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
