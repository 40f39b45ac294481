import type { ReactNode } from 'react';
import { ask } from './api.js';
import { FormDialog } from './FormDialog.js';
import { DateField } from './ui/fields/DateField.js';
import { localDate } from './ui/format.js';

export interface EndOnDialogProps {
  title: ReactNode;
  /** What the last day means: "The last day on which Megan sees this family." */
  hint: string;
  act: string;
  /** The address that takes the last day: `allocations/…`, `plans/…`, `roles/…`. */
  path: string;
  since: string;
  onClose: () => void;
}

/** The last day of something that has a beginning: an allocation, a plan, a role. Nothing is deleted by it. */
export function EndOnDialog({ title, hint, act, path, since, onClose }: EndOnDialogProps) {
  const today = localDate(new Date());
  return (
    <FormDialog
      title={title}
      onClose={onClose}
      act={act}
      busy="Ending"
      initial={{ toOn: today }}
      check={({ toOn }) => ({
        toOn: !toOn
          ? 'Give the last day'
          : toOn < since
            ? 'The end cannot be before the beginning'
            : undefined,
      })}
      send={({ toOn }) => ask('PATCH', path, { toOn })}
      done={onClose}
    >
      {(form) => <DateField label="Last day" hint={hint} today={today} lean="past" {...form.field('toOn')} />}
    </FormDialog>
  );
}
