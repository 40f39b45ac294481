import { useState } from 'react';
import { Link } from 'react-router';
import { disciplineOf } from '../../../shared/disciplines.js';
import type { FamilyLine } from '../../../shared/families/family.js';
import { type Directory, useDirectory } from '../../directory.js';
import { PersonMark } from '../../marks/PersonMark.js';
import { Button } from '../../ui/actions/Button.js';
import { countOf, listed, shortDate } from '../../ui/format.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Table } from '../../ui/surfaces/Table.js';
import { Tag } from '../../ui/surfaces/Tag.js';
import { dueSays, plannedSays } from '../due-words.js';
import { withAge } from '../family-words.js';

/** As many rows at once as a page can hold without a wait; a council’s import may bring thousands. */
const atOnce = 100;

interface Props {
  team: string;
  lines: readonly FamilyLine[];
  today: string;
}

/** One team’s families as rows. */
export function TeamFamilies({ team, lines, today }: Props) {
  const [most, setMost] = useState(atOnce);
  const directory = useDirectory();
  const left = lines.length - most;
  return (
    <Card
      heading={team}
      aside={<span className="small muted">{countOf(lines.length, 'family', 'families')}</span>}
    >
      <Table
        caption={`Families of ${team}`}
        rows={lines.slice(0, most)}
        rowKey={(line) => line.familyId}
        columns={[
          { key: 'name', heading: 'Family', names: true, cell: (line) => <Name line={line} /> },
          {
            key: 'workers',
            heading: 'Who works with them',
            cell: (line) => <Workers line={line} directory={directory} />,
          },
          {
            key: 'held',
            heading: 'Last held',
            nowrap: true,
            cell: (line) => (line.lastHeldOn ? shortDate(line.lastHeldOn, today) : 'Not yet'),
          },
          { key: 'due', heading: 'Due', cell: (line) => <Due line={line} today={today} /> },
        ]}
      />
      {left > 0 && (
        <Button kind="quiet" onClick={() => setMost(most + atOnce)}>
          Show {Math.min(left, atOnce)} more
        </Button>
      )}
    </Card>
  );
}

function Name({ line }: { line: FamilyLine }) {
  const children = line.children.map(withAge);
  return (
    <>
      <Link className="medium" to={`/families/${line.familyId}`}>
        {line.name}
      </Link>
      {children.length > 0 && <span className="small muted families-children">{children.join(', ')}</span>}
    </>
  );
}

function Workers({ line, directory }: { line: FamilyLine; directory: Directory }) {
  if (line.workers.length === 0) return <span className="small muted">Nobody allocated</span>;
  const said = line.workers.map(
    (w) =>
      `${disciplineOf(w.discipline).label}: ${w.personId ? directory.fullName(w.personId) : 'post vacant'}`,
  );
  return (
    <span className="families-workers" role="img" aria-label={listed(said)} title={said.join('\n')}>
      {line.workers.map((w) => (
        <PersonMark
          key={`${w.discipline} ${w.personId}`}
          discipline={w.discipline}
          state={w.personId ? 'here' : 'vacant'}
        />
      ))}
    </span>
  );
}

function Due({ line, today }: { line: FamilyLine; today: string }) {
  const { words, tone } = dueSays(line, today);
  const planned = line.status === 'open' ? plannedSays(line, today) : '';
  return (
    <>
      {tone === 'plain' ? words : <Tag tone={tone}>{words}</Tag>}
      {planned && <span className="small muted families-planned">{planned}</span>}
    </>
  );
}
