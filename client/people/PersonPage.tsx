import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { disciplineOf } from '../../shared/disciplines.js';
import type { Act } from '../../shared/fields.js';
import type { PersonKept } from '../../shared/people/directory.js';
import { ActsList } from '../ActsList.js';
import { Asked } from '../Asked.js';
import { titleOf } from '../directory.js';
import type { Around } from '../live/around.js';
import { PersonMark } from '../marks/PersonMark.js';
import { Button } from '../ui/actions/Button.js';
import { localDate, longDate } from '../ui/format.js';
import { usePageTitle } from '../ui/frames/page-title.js';
import { Card } from '../ui/surfaces/Card.js';
import { Note } from '../ui/surfaces/Note.js';
import { useAsked } from '../use-asked.js';
import { AwayCard } from './away/AwayCard.js';
import { InviteCard } from './InviteCard.js';
import { LeaveDialog, StayButton } from './LeaveDialog.js';
import { NotYours } from './NotYours.js';
import { PersonDialog } from './PersonDialog.js';
import { RolesCard } from './RolesCard.js';
import { daysSay } from './working-days.js';
import './keeping.css';

/** One person as their keeper sees them: who they are, what they may do and since when, and how they sign in. */
export function PersonPage({ around }: { around: Around }) {
  usePageTitle(['Person']);
  const { personId = '' } = useParams();
  const people = useAsked<PersonKept[]>('people/kept');
  return (
    <Asked page query={people} fetching="Fetching the person">
      {(list) => {
        const person = list.find((one) => one.personId === personId);
        if (!person) return <NotYours />;
        return <Kept person={person} around={around} />;
      }}
    </Asked>
  );
}

function Kept({ person, around }: { person: PersonKept; around: Around }) {
  const [dialog, setDialog] = useState<'change' | 'leave' | null>(null);
  const acts = useAsked<Act[]>(`people/${person.personId}/acts`);
  const today = localDate(new Date());
  return (
    <div className="stack">
      <p>
        <Link to="/people">People</Link>
      </p>
      <div className="row apart wraps">
        <h1 className="row">
          <PersonMark discipline={person.discipline} size="large" state={person.ended ? 'away' : 'here'} />
          {person.name}
        </h1>
        <span className="row wraps">
          <Button onClick={() => setDialog('change')}>Change</Button>
          {person.endedOn ? (
            <StayButton person={person} />
          ) : (
            <Button onClick={() => setDialog('leave')}>They are leaving</Button>
          )}
        </span>
      </div>
      {person.endedOn && (
        <Note tone="warn" icon="info">
          {person.ended
            ? `Left on ${longDate(person.endedOn)}. Named in what they wrote, and offered for nothing new.`
            : `Leaves on ${longDate(person.endedOn)}. From that day they can no longer sign in.`}
        </Note>
      )}
      <div className="with-side">
        <div className="stack">
          <Card heading="Who they are" headingSize="l">
            <dl className="keeping-facts">
              <Fact name="What they do">{titleOf(person)}</Fact>
              <Fact name="Discipline">{disciplineOf(person.discipline).label}</Fact>
              <Fact name="Called">{person.firstName}</Fact>
              <Fact name="E-mail address">{person.email ?? 'None yet'}</Fact>
              <Fact name="Works">{daysSay(person.workingDays)}</Fact>
              <Fact name="Joins">{person.remote ? 'Usually from elsewhere' : 'Usually in the room'}</Fact>
            </dl>
          </Card>
          <RolesCard person={person} you={around.you} today={today} />
        </div>
        <div className="stack">
          <InviteCard person={person} />
          <AwayCard person={person} today={today} />
        </div>
      </div>
      <Card heading="What was changed" about="Newest first.">
        <Asked query={acts} fetching="Fetching the history">
          {(lines) => <ActsList acts={lines} today={today} />}
        </Asked>
      </Card>
      {dialog === 'change' && (
        <PersonDialog you={around.you} person={person} onClose={() => setDialog(null)} />
      )}
      {dialog === 'leave' && <LeaveDialog person={person} onClose={() => setDialog(null)} />}
    </div>
  );
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt className="small muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
