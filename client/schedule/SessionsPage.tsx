import { useState } from 'react';
import { Link } from 'react-router';
import { keepsRecords } from '../../shared/people.js';
import type { SessionLine } from '../../shared/schedule/http.js';
import { plusDays } from '../../shared/schedule/working-days.js';
import { Asked } from '../Asked.js';
import { useDirectory, useTeams } from '../directory.js';
import type { Around } from '../live/around.js';
import { Button } from '../ui/actions/Button.js';
import { localDate, timeOfDay, weekdayShortDate } from '../ui/format.js';
import { usePageTitle } from '../ui/frames/page-title.js';
import { Icon } from '../ui/icons.js';
import { Card } from '../ui/surfaces/Card.js';
import { Table } from '../ui/surfaces/Table.js';
import { Tag } from '../ui/surfaces/Tag.js';
import { Empty } from '../ui/surfaces/Waiting.js';
import { useAsked } from '../use-asked.js';
import { SessionDialog } from './SessionDialog.js';

/** How far the list looks back and ahead, in days. */
const back = 56;
const ahead = 182;

/** The sessions one may know of: those to come, and those that were. */
export function SessionsPage({ around }: { around: Around }) {
  usePageTitle(['Sessions']);
  const today = localDate(new Date());
  const sessions = useAsked<SessionLine[]>(
    `sessions?from=${plusDays(today, -back)}&to=${plusDays(today, ahead)}`,
  );
  const [making, setMaking] = useState(false);
  return (
    <div className="stack">
      <div className="row apart wraps">
        <h1>Sessions</h1>
        {keepsRecords(around.you.roles) && (
          <Button kind="primary" icon={<Icon name="plus" />} onClick={() => setMaking(true)}>
            Make a session
          </Button>
        )}
      </div>
      <Asked query={sessions} fetching="Fetching the sessions">
        {(lines) => <Lists lines={lines} today={today} around={around} />}
      </Asked>
      {making && <SessionDialog you={around.you} onClose={() => setMaking(false)} />}
    </div>
  );
}

function Lists({ lines, today, around }: { lines: readonly SessionLine[]; today: string; around: Around }) {
  const inTime = [...lines].sort((a, b) => `${a.date}${a.startsAt}`.localeCompare(`${b.date}${b.startsAt}`));
  const coming = inTime.filter((s) => (s.status !== 'closed' || s.cancelled) && s.date >= today);
  const before = inTime.filter((s) => !coming.includes(s)).reverse();
  return (
    <>
      <Card heading="To come">
        {coming.length === 0 ? (
          <Empty fact="No session is planned.">
            {keepsRecords(around.you.roles)
              ? 'Make one, then put families into it.'
              : 'Business support makes them.'}
          </Empty>
        ) : (
          <Sessions caption="Sessions to come" lines={coming} today={today} around={around} />
        )}
      </Card>
      {before.length > 0 && (
        <Card heading="The last eight weeks">
          <Sessions caption="Sessions of the last eight weeks" lines={before} today={today} around={around} />
        </Card>
      )}
    </>
  );
}

interface SessionsProps {
  caption: string;
  lines: readonly SessionLine[];
  today: string;
  around: Around;
}

function Sessions({ caption, lines, today, around }: SessionsProps) {
  const directory = useDirectory();
  const { teamName } = useTeams();
  const to = ({ sessionId, status, teamId }: SessionLine) =>
    status === 'open' && !keepsRecords(around.you.roles, teamId)
      ? `/sessions/${sessionId}`
      : `/sessions/${sessionId}/plan`;
  return (
    <Table
      caption={caption}
      rows={lines}
      rowKey={(line) => line.sessionId}
      columns={[
        {
          key: 'day',
          heading: 'Day',
          names: true,
          cell: (line) => (
            <Link to={to(line)}>
              {line.date === today ? 'Today' : weekdayShortDate(line.date, today)}
              <span className="visually-hidden">, {teamName(line.teamId)}</span>
            </Link>
          ),
        },
        {
          key: 'time',
          heading: 'Time',
          nowrap: true,
          cell: (line) => `${timeOfDay(line.startsAt)} to ${timeOfDay(line.endsAt)}`,
        },
        {
          key: 'team',
          heading: 'Team',
          cell: (line) => [teamName(line.teamId), line.title].filter(Boolean).join(', '),
        },
        {
          key: 'room',
          heading: 'Where',
          cell: (line) => [line.room, line.joinLink && 'by link'].filter(Boolean).join(', '),
        },
        {
          key: 'chair',
          heading: 'Chair',
          cell: (line) =>
            line.chairId ? directory.fullName(line.chairId) : <Tag tone="warn">Nobody yet</Tag>,
        },
        { key: 'families', heading: 'Families', cell: (line) => line.slots },
        { key: 'state', heading: 'State', cell: (line) => <State line={line} today={today} /> },
      ]}
    />
  );
}

function State({ line, today }: { line: SessionLine; today: string }) {
  if (line.status === 'open') return <Tag tone="accent">Open now</Tag>;
  if (line.cancelled) return <Tag>Cancelled</Tag>;
  if (line.status === 'closed') return <>Held</>;
  return line.date < today ? <Tag tone="warn">Never opened</Tag> : <>Planned</>;
}
