import { useState } from 'react';
import { disciplineOf } from '../../../shared/disciplines.js';
import type { FamilyPage } from '../../../shared/families/family.js';
import type { Allocation } from '../../../shared/families/members.js';
import { type Directory, useDirectory } from '../../directory.js';
import { EndOnDialog } from '../../EndOnDialog.js';
import { PersonMark } from '../../marks/PersonMark.js';
import { Button } from '../../ui/actions/Button.js';
import { Disclosure } from '../../ui/actions/Disclosure.js';
import { shortDate } from '../../ui/format.js';
import { Icon } from '../../ui/icons.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Empty } from '../../ui/surfaces/Waiting.js';
import { AllocationDialog } from './AllocationDialog.js';

/** Who works with the family, from when until when. What they may see follows from it. */
export function WorkersCard({ family, today }: { family: FamilyPage; today: string }) {
  const [asked, setAsked] = useState<'add' | Allocation | null>(null);
  const directory = useDirectory();
  const past = family.allocations.filter((a) => a.toOn !== null && a.toOn < today);
  const now = family.allocations.filter((a) => !past.includes(a));
  const close = () => setAsked(null);
  const row = (a: Allocation) => (
    <Row
      key={a.allocationId}
      allocation={a}
      directory={directory}
      today={today}
      onEnd={family.mayKeep && a.toOn === null ? () => setAsked(a) : undefined}
    />
  );
  return (
    <Card heading="Who works with them" headingSize="l">
      {now.length === 0 && (
        <Empty fact="Nobody is allocated.">
          Until somebody is, only the team’s managers and business support see the family.
        </Empty>
      )}
      <ul className="file-list">{now.map(row)}</ul>
      {past.length > 0 && (
        <Disclosure summary={`Before (${past.length})`}>
          <ul className="file-list">{past.map(row)}</ul>
        </Disclosure>
      )}
      {family.mayKeep && (
        <Button size="small" icon={<Icon name="plus" />} onClick={() => setAsked('add')}>
          Allocate somebody
        </Button>
      )}
      {asked === 'add' && <AllocationDialog familyId={family.familyId} onClose={close} />}
      {asked !== null && asked !== 'add' && (
        <EndOnDialog
          title={`End the allocation of ${whoIs(asked, directory)}`}
          hint={
            asked.personId
              ? 'The last day on which they see this family'
              : 'The last day on which the post counts as vacant'
          }
          act="End the allocation"
          path={`allocations/${asked.allocationId}`}
          since={asked.fromOn}
          onClose={close}
        />
      )}
    </Card>
  );
}

interface RowProps {
  allocation: Allocation;
  directory: Directory;
  today: string;
  onEnd: (() => void) | undefined;
}

function Row({ allocation: a, directory, today, onEnd }: RowProps) {
  const dates = a.toOn
    ? `${shortDate(a.fromOn, today)} to ${shortDate(a.toOn, today)}`
    : `since ${shortDate(a.fromOn, today)}`;
  return (
    <li className="row">
      <PersonMark discipline={a.discipline} state={a.personId ? 'here' : 'vacant'} />
      <span className="grow">
        {whoIs(a, directory)}
        {a.about && <span className="muted"> {a.about}</span>}
        <span className="small muted file-line">
          {disciplineOf(a.discipline).label}, {dates}
        </span>
      </span>
      {onEnd && (
        <Button kind="quiet" size="small" onClick={onEnd}>
          End<span className="visually-hidden"> the allocation of {whoIs(a, directory)}</span>
        </Button>
      )}
    </li>
  );
}

function whoIs({ personId }: Allocation, directory: Directory): string {
  return personId ? directory.fullName(personId) : 'Post vacant';
}
