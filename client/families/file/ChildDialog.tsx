import type { Child } from '../../../shared/families/members.js';
import { ask } from '../../api.js';
import { FormDialog } from '../../FormDialog.js';
import { DateField } from '../../ui/fields/DateField.js';
import { TextField } from '../../ui/fields/TextField.js';
import { localDate } from '../../ui/format.js';

interface Props {
  familyId: string;
  /** Left out to add one. */
  child?: Child | undefined;
  onClose: () => void;
}

/** Adds a child to the family, or changes what is kept of one. */
export function ChildDialog({ familyId, child, onClose }: Props) {
  const today = localDate(new Date());
  return (
    <FormDialog
      title={child ? `Change what is kept of ${child.firstName}` : 'Add a child'}
      onClose={onClose}
      act={child ? 'Save the changes' : 'Add the child'}
      busy="Saving"
      initial={{
        firstName: child?.firstName ?? '',
        lastName: child?.lastName ?? '',
        bornOn: child?.bornOn ?? '',
        expectedOn: child?.expectedOn ?? '',
        ref: child?.ref ?? '',
        joinedOn: child?.joinedOn ?? '',
        leftOn: child?.leftOn ?? '',
      }}
      check={({ firstName, bornOn }) => ({
        firstName: firstName.trim() ? undefined : 'Write the child’s first name, or “Unborn baby”',
        bornOn:
          bornOn > today ? 'A birth cannot be in the future: give when the baby is expected' : undefined,
      })}
      send={({ firstName, lastName, bornOn, expectedOn, ref, joinedOn, leftOn }) => {
        const facts = {
          firstName,
          lastName,
          bornOn: bornOn || null,
          expectedOn: expectedOn || null,
          ref: ref.trim() || null,
          // Of a child who is added the server says since when, if nobody does.
          joinedOn: joinedOn || (child ? null : undefined),
        };
        return child
          ? ask('PATCH', `children/${child.childId}`, { ...facts, leftOn: leftOn || null })
          : ask('POST', `families/${familyId}/children`, facts);
      }}
      done={onClose}
    >
      {(form) => (
        <>
          <TextField label="First name" maxLength={60} {...form.field('firstName')} />
          <TextField label="Last name" maxLength={60} {...form.field('lastName')} />
          <DateField
            label="Born on"
            hint="For example 14 jun 2018. Leave it empty when it is not known"
            today={today}
            lean="past"
            {...form.field('bornOn')}
          />
          {!form.values.bornOn && (
            <DateField
              label="Expected on"
              hint="For a baby who is not born yet"
              today={today}
              {...form.field('expectedOn')}
            />
          )}
          <TextField
            label="Number in the council’s own system"
            hint="If there is one"
            maxLength={40}
            {...form.field('ref')}
          />
          <DateField
            label="Part of the family since"
            hint={
              child
                ? 'Figures of days before leave the child out. Empty: from the first'
                : 'Figures of days before leave the child out. Empty: since today, or from the first where the file was opened today'
            }
            today={today}
            lean="past"
            {...form.field('joinedOn')}
          />
          {child && (
            <DateField
              label="Left the family on"
              hint="Only when the child is no longer part of this family’s record"
              today={today}
              lean="past"
              {...form.field('leftOn')}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}
