import { useState } from 'react';
import type { PersonKept } from '../../shared/people/directory.js';
import type { You } from '../../shared/people/sign-in.js';
import {
  administers,
  keepsRecords,
  needsTeam,
  onlyTeamKept,
  type Role,
  rolesToGive,
  roleTitles,
} from '../../shared/people.js';
import { ask } from '../api.js';
import { useTeams } from '../directory.js';
import { EndOnDialog } from '../EndOnDialog.js';
import { FormDialog } from '../FormDialog.js';
import { Button } from '../ui/actions/Button.js';
import { DateField } from '../ui/fields/DateField.js';
import { SelectField } from '../ui/fields/TextField.js';
import { localDate, longDate } from '../ui/format.js';
import { Icon } from '../ui/icons.js';
import { Card } from '../ui/surfaces/Card.js';
import { Empty } from '../ui/surfaces/Waiting.js';

type Held = PersonKept['roles'][number];

interface Props {
  person: PersonKept;
  you: You;
  today: string;
}

/** What somebody is employed to do, in which team, from when until when. */
export function RolesCard({ person, you, today }: Props) {
  const [asked, setAsked] = useState<'give' | Held | null>(null);
  const { teamName } = useTeams();
  const give = rolesToGive(you.roles);
  const roles = [...person.roles].sort((a, b) => (b.toOn ?? '9').localeCompare(a.toOn ?? '9'));
  const close = () => setAsked(null);
  return (
    <Card heading="Roles" headingSize="l">
      {roles.length === 0 && (
        <Empty fact="No role.">They see the families they are allocated to, and nothing else.</Empty>
      )}
      <ul className="keeping-rows">
        {roles.map((held) => (
          <li key={held.roleId} className="row apart wraps">
            <span className={held.toOn && held.toOn < today ? 'muted' : undefined}>
              {roleTitles[held.role]}, {teamName(held.teamId)}
              <span className="small muted keeping-line">
                {held.toOn
                  ? `${longDate(held.fromOn)} to ${longDate(held.toOn)}`
                  : `since ${longDate(held.fromOn)}`}
              </span>
            </span>
            {!held.toOn && give.includes(held.role) && (
              <Button kind="quiet" size="small" onClick={() => setAsked(held)}>
                End<span className="visually-hidden"> the role {roleTitles[held.role]}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {give.length > 0 && !person.ended && (
        <Button size="small" icon={<Icon name="plus" />} onClick={() => setAsked('give')}>
          Give a role
        </Button>
      )}
      {asked === 'give' && <GiveRole person={person} you={you} onClose={close} />}
      {asked !== null && asked !== 'give' && (
        <EndOnDialog
          title={`End a role of ${person.name}`}
          hint={`The last day as ${roleTitles[asked.role].toLowerCase()}, ${teamName(asked.teamId)}`}
          act="End the role"
          path={`roles/${asked.roleId}`}
          since={asked.fromOn}
          onClose={close}
        />
      )}
    </Card>
  );
}

function GiveRole({ person, you, onClose }: { person: PersonKept; you: You; onClose: () => void }) {
  const today = localDate(new Date());
  const { teams } = useTeams();
  const give = rolesToGive(you.roles);
  const mine = teams.filter((team) => keepsRecords(you.roles, team.teamId));
  return (
    <FormDialog
      title={`Give ${person.name} a role`}
      onClose={onClose}
      act="Give the role"
      busy="Saving"
      initial={{
        role: (give.length === 1 ? (give[0] ?? '') : '') as Role | '',
        teamId: onlyTeamKept(you.roles),
        fromOn: today,
      }}
      check={({ role, teamId, fromOn }) => ({
        role: role ? undefined : 'Choose the role',
        teamId: role && needsTeam(role) && !teamId ? 'Choose the team: this role is held in one' : undefined,
        fromOn: fromOn ? undefined : 'Give the day it begins',
      })}
      send={({ role, teamId, fromOn }) =>
        ask('POST', `people/${person.personId}/roles`, { role, teamId: teamId || null, fromOn })
      }
      done={onClose}
    >
      {(form) => (
        <>
          <SelectField
            label="Role"
            nothingChosen="Choose a role"
            options={give.map((role) => ({ value: role, label: roleTitles[role] }))}
            {...form.field('role')}
            onChange={(role) => form.set({ role: role as Role })}
          />
          <SelectField
            label="Team"
            nothingChosen={administers(you.roles) ? 'The whole council' : 'Choose a team'}
            options={mine.map((team) => ({ value: team.teamId, label: team.name }))}
            {...form.field('teamId')}
          />
          <DateField label="From" today={today} {...form.field('fromOn')} />
        </>
      )}
    </FormDialog>
  );
}
