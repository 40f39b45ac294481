import type { FamilyPage } from '../../../shared/families/family.js';
import { ask } from '../../api.js';
import { useTeams } from '../../directory.js';
import { FormDialog } from '../../FormDialog.js';
import { DateField } from '../../ui/fields/DateField.js';
import { SelectField, TextArea, TextField } from '../../ui/fields/TextField.js';
import { localDate } from '../../ui/format.js';

interface Props {
  family: FamilyPage;
  onClose: () => void;
}

/** Changes the family’s name, team or start. */
export function FileDialog({ family, onClose }: Props) {
  const today = localDate(new Date());
  const { teams } = useTeams();
  return (
    <FormDialog
      title="Change the file"
      onClose={onClose}
      act="Save the changes"
      busy="Saving"
      initial={{ name: family.name, teamId: family.teamId, allocatedOn: family.allocatedOn ?? '' }}
      check={({ name, allocatedOn }) => ({
        name: name.trim() ? undefined : 'Write the family’s name, as the team says it',
        allocatedOn: allocatedOn
          ? undefined
          : 'Give the day the family came to the team: its clock starts there',
      })}
      send={(values) => ask('PATCH', `families/${family.familyId}`, values)}
      done={onClose}
    >
      {(form) => (
        <>
          <TextField label="Family name" maxLength={120} {...form.field('name')} />
          <SelectField
            label="Team"
            hint="The managers and business support of the team can see the family; those of the team it leaves no longer can"
            options={teams.map((team) => ({ value: team.teamId, label: team.name }))}
            {...form.field('teamId')}
          />
          <DateField label="Came to the team on" today={today} lean="past" {...form.field('allocatedOn')} />
        </>
      )}
    </FormDialog>
  );
}

/** Closes the family’s file, with the reason. Nothing is deleted, and it can be taken up again. */
export function CloseDialog({ family, onClose }: Props) {
  const today = localDate(new Date());
  return (
    <FormDialog
      title="Close the file"
      onClose={onClose}
      act="Close the file"
      busy="Closing"
      initial={{ closedOn: today, closedReason: '' }}
      check={({ closedOn, closedReason }) => ({
        closedOn: closedOn ? undefined : 'Give the day',
        closedReason: closedReason.trim() ? undefined : 'Write why, in a few words',
      })}
      send={(values) => ask('PATCH', `families/${family.familyId}`, { status: 'closed', ...values })}
      done={onClose}
    >
      {(form) => (
        <>
          <p>
            The clock stops on that day. Everything on the file stays, and the file can be taken up again.
          </p>
          <DateField label="Closed on" today={today} lean="past" {...form.field('closedOn')} />
          <TextArea label="Why" rows={2} maxLength={200} {...form.field('closedReason')} />
        </>
      )}
    </FormDialog>
  );
}
