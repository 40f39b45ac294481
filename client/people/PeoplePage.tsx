import { useState } from 'react';
import { Link } from 'react-router';
import { disciplineOf } from '../../shared/disciplines.js';
import type { PersonKept } from '../../shared/people/directory.js';
import { keepsRecords } from '../../shared/people.js';
import { Asked } from '../Asked.js';
import { titleOf, useTeams } from '../directory.js';
import type { Around } from '../live/around.js';
import { PersonMark } from '../marks/PersonMark.js';
import { Button } from '../ui/actions/Button.js';
import { ChipChoice } from '../ui/fields/Chips.js';
import { TextField } from '../ui/fields/TextField.js';
import { countOf, listed } from '../ui/format.js';
import { usePageTitle } from '../ui/frames/page-title.js';
import { Icon } from '../ui/icons.js';
import { Card } from '../ui/surfaces/Card.js';
import { Table } from '../ui/surfaces/Table.js';
import { Tag } from '../ui/surfaces/Tag.js';
import { Empty } from '../ui/surfaces/Waiting.js';
import { useAsked } from '../use-asked.js';
import { KeepingHead } from './KeepingHead.js';
import { NotYours } from './NotYours.js';
import { PersonDialog } from './PersonDialog.js';

const atOnce = 100;
const whom = [
  { value: 'here', label: 'Here now' },
  { value: 'waiting', label: 'Cannot sign in yet' },
  { value: 'left', label: 'Have left' },
] as const;
type Whom = (typeof whom)[number]['value'];

function fits(person: PersonKept, whom: Whom): boolean {
  if (whom === 'left') return person.ended;
  return !person.ended && (whom === 'here' || !person.canSignIn);
}

/** The people this person keeps in order: an administrator all, business support those of its teams. */
export function PeoplePage({ around }: { around: Around }) {
  return keepsRecords(around.you.roles) ? <Kept around={around} /> : <NotYours />;
}

function Kept({ around }: { around: Around }) {
  usePageTitle(['People']);
  const people = useAsked<PersonKept[]>('people/kept');
  const [adding, setAdding] = useState(false);
  return (
    <div className="stack">
      <KeepingHead
        act={
          <Button kind="primary" icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
            Add a person
          </Button>
        }
      />
      <Asked query={people} fetching="Fetching the people">
        {(list) => <List people={list} />}
      </Asked>
      {adding && <PersonDialog you={around.you} onClose={() => setAdding(false)} />}
    </div>
  );
}

function List({ people }: { people: readonly PersonKept[] }) {
  const [q, setQ] = useState('');
  const [who, setWho] = useState<Whom>('here');
  const [most, setMost] = useState(atOnce);
  const { teamName } = useTeams();
  const wanted = q.trim().toLowerCase();
  const found = people.filter(
    (person) =>
      fits(person, who) &&
      [person.name, person.email ?? '', titleOf(person)].some((text) => text.toLowerCase().includes(wanted)),
  );
  return (
    <Card
      heading="People"
      aside={
        <span className="small muted" role="status">
          {countOf(found.length, 'person', 'people')}
        </span>
      }
    >
      <div className="keeping-find">
        <TextField
          label="Find a person"
          hint="A name, an e-mail address or what they do"
          type="search"
          autoComplete="off"
          value={q}
          onChange={setQ}
        />
        <ChipChoice legend="Show" size="small" options={whom} value={who} onChange={setWho} />
      </div>
      {found.length === 0 ? (
        <Empty fact="Nobody fits.">{wanted ? 'Try a part of the name.' : 'Add a person to begin.'}</Empty>
      ) : (
        <Table
          caption="People you keep"
          rows={found.slice(0, most)}
          rowKey={(person) => person.personId}
          columns={[
            {
              key: 'name',
              heading: 'Name',
              names: true,
              cell: (person) => (
                <span className="row">
                  <PersonMark discipline={person.discipline} state={person.ended ? 'away' : 'here'} />
                  <Link to={`/people/${person.personId}`}>{person.name}</Link>
                </span>
              ),
            },
            { key: 'what', heading: 'What they do', cell: (person) => titleOf(person) },
            {
              key: 'discipline',
              heading: 'Discipline',
              cell: (person) => disciplineOf(person.discipline).label,
            },
            { key: 'teams', heading: 'Teams', cell: (person) => listed(person.teamIds.map(teamName)) },
            { key: 'in', heading: 'Signing in', cell: (person) => <SigningIn person={person} /> },
          ]}
        />
      )}
      {found.length > most && (
        <Button kind="quiet" onClick={() => setMost(most + atOnce)}>
          Show {Math.min(found.length - most, atOnce)} more
        </Button>
      )}
    </Card>
  );
}

function SigningIn({ person }: { person: PersonKept }) {
  if (person.ended) return <span className="muted">Has left</span>;
  if (person.canSignIn) return <>Can sign in</>;
  return <Tag tone="warn">{person.email ? 'Needs a link' : 'Needs an e-mail address'}</Tag>;
}
