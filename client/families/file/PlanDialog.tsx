import type { Child } from '../../../shared/families/members.js';
import { ask } from '../../api.js';
import { FormDialog } from '../../FormDialog.js';
import { DateField } from '../../ui/fields/DateField.js';
import { SelectField, TextField } from '../../ui/fields/TextField.js';
import { localDate } from '../../ui/format.js';
import { planChoices } from './choices.js';

/** A plan the child is on, from a day. Several may run at once. */
export function PlanDialog({ child, onClose }: { child: Child; onClose: () => void }) {
  const today = localDate(new Date());
  return (
    <FormDialog
      title={`Add a plan for ${child.firstName}`}
      onClose={onClose}
      act="Add the plan"
      busy="Adding"
      initial={{ type: '', category: '', since: today }}
      check={({ type, since }) => ({
        type: type ? undefined : 'Choose what kind of plan it is',
        since: since ? undefined : 'Give the day the plan began',
      })}
      send={({ type, category, since }) =>
        ask('POST', `children/${child.childId}/plans`, { type, category, since })
      }
      done={onClose}
    >
      {(form) => (
        <>
          <SelectField
            label="Plan"
            nothingChosen="Choose a plan"
            options={planChoices}
            {...form.field('type')}
          />
          {form.values.type === 'CP' && (
            <TextField
              label="Category"
              hint="For example neglect, or emotional abuse"
              maxLength={60}
              {...form.field('category')}
            />
          )}
          <DateField label="Since" today={today} lean="past" {...form.field('since')} />
        </>
      )}
    </FormDialog>
  );
}
