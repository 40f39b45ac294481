import { disciplineOf } from '../../../shared/disciplines.js';
import type { FamilyPage, Onlooker } from '../../../shared/families/family.js';
import type { Act } from '../../../shared/fields.js';
import { ActsList } from '../../ActsList.js';
import { Asked } from '../../Asked.js';
import { titleOf, useDirectory } from '../../directory.js';
import { PersonMark } from '../../marks/PersonMark.js';
import { countOf } from '../../ui/format.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Table } from '../../ui/surfaces/Table.js';
import { Empty } from '../../ui/surfaces/Waiting.js';
import { useAsked } from '../../use-asked.js';

const reasons: Readonly<Record<Onlooker['as'], string>> = {
  allocated: 'Works with the family',
  deputy: 'Sits in for a colleague at a session',
  manager: 'Manages the family’s team',
  chair: 'Chairs the session it is in',
  'business-support': 'Business support of the family’s team',
  overseer: 'Service manager above the team',
  observer: 'Let in to watch a session',
};

/** Everybody who can see this family today, and because of what. Nobody else receives even its name. */
export function WhoCanSee({ family, today }: { family: FamilyPage; today: string }) {
  const directory = useDirectory();
  const people = [...new Set(family.whoCanSee.map((o) => o.personId))].map((personId) =>
    family.whoCanSee.filter((o) => o.personId === personId),
  );
  return (
    <div className="stack">
      <Card
        heading="Who can see this"
        aside={<span className="small muted">{countOf(people.length, 'person', 'people')}</span>}
        about="Each because of how they stand to the family today. When that ends, so does what they see. Protected notes and protected next steps are narrower still."
      >
        {family.whoCanSee.length === 0 ? (
          <Empty fact="Nobody can read this family’s record.">
            Allocate its workers, or give its team a manager.
          </Empty>
        ) : (
          <Table
            caption="People who can see this family, and why"
            rows={people}
            rowKey={([o]) => o?.personId ?? ''}
            columns={[
              {
                key: 'who',
                heading: 'Who',
                names: true,
                cell: ([o]) =>
                  o && (
                    <span className="row">
                      <PersonMark discipline={o.discipline} />
                      {directory.fullName(o.personId)}
                    </span>
                  ),
              },
              {
                key: 'title',
                heading: 'What they do',
                cell: ([o]) => {
                  const person = directory.find(o?.personId ?? null);
                  return person ? titleOf(person) : o && disciplineOf(o.discipline).person;
                },
              },
              { key: 'why', heading: 'Why', cell: (ways) => ways.map(whySays).join('. ') },
            ]}
          />
        )}
      </Card>
      {family.mayKeep && <History familyId={family.familyId} today={today} />}
    </div>
  );
}

function whySays({ as, discipline, untilSessionId }: Onlooker): string {
  const inDiscipline =
    as === 'allocated' || as === 'deputy' ? `: ${disciplineOf(discipline).label.toLowerCase()}` : '';
  return `${reasons[as]}${inDiscipline}${untilSessionId ? ', until it has ended' : ''}`;
}

function History({ familyId, today }: { familyId: string; today: string }) {
  const acts = useAsked<Act[]>(`families/${familyId}/acts`);
  return (
    <Card
      heading="What was changed on the file"
      about="Who is in the family, who works with it, plans and dates. Newest first."
    >
      <Asked query={acts} fetching="Fetching the history">
        {(lines) => <ActsList acts={lines} today={today} />}
      </Asked>
    </Card>
  );
}
