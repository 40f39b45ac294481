import { useNavigate } from 'react-router';
import type { Made } from '../../../shared/fields.js';
import type { You } from '../../../shared/people/sign-in.js';
import { manages } from '../../../shared/people.js';
import { plusDays } from '../../../shared/schedule/working-days.js';
import { ask } from '../../api.js';
import { useTeams } from '../../directory.js';
import { FormDialog } from '../../FormDialog.js';
import { DateField } from '../../ui/fields/DateField.js';
import { SelectField, TextField } from '../../ui/fields/TextField.js';
import { localDate } from '../../ui/format.js';
import { withReason } from '../reason/reason.js';
import { useReasonKept } from '../reason/reason-provider.js';

/** Which days, whose records, and from what seed. Chance does the rest. */
export function DrawDialog({ you, onClose }: { you: You; onClose: () => void }) {
  const today = localDate(new Date());
  const { teams } = useTeams();
  const navigate = useNavigate();
  const reason = useReasonKept();
  const mine = teams.filter((team) => manages(you.roles, team.teamId));
  const lastOfMonthBefore = plusDays(`${today.slice(0, 7)}-01`, -1);
  return (
    <FormDialog
      title="Draw a sample"
      onClose={onClose}
      act="Draw the sample"
      busy="Drawing"
      initial={{ from: `${lastOfMonthBefore.slice(0, 7)}-01`, to: lastOfMonthBefore, teamId: '', seed: '' }}
      check={({ from, to }) => ({
        from: from ? undefined : 'Give the first day',
        to: !to ? 'Give the last day' : to < from ? 'The last day cannot be before the first' : undefined,
      })}
      send={({ teamId, ...asked }) =>
        ask<Made>('POST', withReason('audit/samples', reason.given()), {
          ...asked,
          ...(teamId ? { teamId } : {}),
        })
      }
      done={(made) => void navigate(`/audit/samples/${(made as Made).id}`)}
    >
      {(form) => (
        <>
          <DateField label="Discussions held from" today={today} lean="past" {...form.field('from')} />
          <DateField label="To" today={today} lean="past" {...form.field('to')} />
          <SelectField
            label="Team"
            nothingChosen="All your teams"
            options={mine.map((team) => ({ value: team.teamId, label: team.name }))}
            {...form.field('teamId')}
          />
          <TextField
            label="Seed (optional)"
            hint="Any words. The same words draw the same records, so that others can check the draw."
            maxLength={120}
            autoComplete="off"
            {...form.field('seed')}
          />
        </>
      )}
    </FormDialog>
  );
}
