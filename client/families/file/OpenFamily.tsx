import { useNavigate } from 'react-router';
import type { Made } from '../../../shared/fields.js';
import type { You } from '../../../shared/people/sign-in.js';
import { keepsRecords, onlyTeamKept } from '../../../shared/people.js';
import { ask } from '../../api.js';
import { useTeams } from '../../directory.js';
import { FormDialog } from '../../FormDialog.js';
import { DateField } from '../../ui/fields/DateField.js';
import { SelectField, TextField } from '../../ui/fields/TextField.js';
import { localDate } from '../../ui/format.js';

/** Opens a family’s file by hand. Its members and workers are added on the page that opens next. */
export function OpenFamily({ you, onClose }: { you: You; onClose: () => void }) {
  const today = localDate(new Date());
  const { teams } = useTeams();
  const mine = teams.filter((team) => keepsRecords(you.roles, team.teamId));
  const navigate = useNavigate();
  return (
    <FormDialog
      title="Open a family’s file"
      onClose={onClose}
      act="Open the file"
      busy="Opening"
      initial={{
        name: '',
        teamId: onlyTeamKept(you.roles),
        allocatedOn: today,
        ref: '',
      }}
      check={({ name, teamId, allocatedOn }) => ({
        name: name.trim() ? undefined : 'Write the family’s name, as the team says it',
        teamId: teamId ? undefined : 'Choose the team that works with the family',
        allocatedOn: allocatedOn
          ? undefined
          : 'Give the day the family came to the team: its clock starts there',
      })}
      send={({ name, teamId, allocatedOn, ref }) =>
        ask<Made>('POST', 'families', { name, teamId, allocatedOn, ...(ref.trim() ? { ref } : {}) })
      }
      done={(made) => void navigate(`/families/${(made as Made).id}/file`)}
    >
      {(form) => (
        <>
          <TextField
            label="Family name"
            hint="All the surnames, for example Hartley / Osei / Brooks"
            maxLength={120}
            {...form.field('name')}
          />
          <SelectField
            label="Team"
            nothingChosen="Choose a team"
            options={mine.map((team) => ({ value: team.teamId, label: team.name }))}
            {...form.field('teamId')}
          />
          <DateField
            label="Came to the team on"
            hint="The first supervision is due within 10 working days of it"
            today={today}
            lean="past"
            {...form.field('allocatedOn')}
          />
          <TextField
            label="Reference"
            hint="Leave it empty to have one made"
            maxLength={40}
            {...form.field('ref')}
          />
        </>
      )}
    </FormDialog>
  );
}
