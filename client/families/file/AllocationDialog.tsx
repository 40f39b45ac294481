import { ask } from '../../api.js';
import { useDirectory } from '../../directory.js';
import { FormDialog } from '../../FormDialog.js';
import { ChipChoice } from '../../ui/fields/Chips.js';
import { Combobox } from '../../ui/fields/Combobox.js';
import { DateField } from '../../ui/fields/DateField.js';
import { SelectField, TextField } from '../../ui/fields/TextField.js';
import { localDate } from '../../ui/format.js';
import { colleagues, workingDisciplines } from './choices.js';

const ways = [
  { value: 'person', label: 'A person' },
  { value: 'vacant', label: 'The post is vacant' },
] as const;

/** Allocates somebody to the family from a day on, or says that the post is vacant. From that day they can see the family. */
export function AllocationDialog({ familyId, onClose }: { familyId: string; onClose: () => void }) {
  const today = localDate(new Date());
  const { people } = useDirectory();
  return (
    <FormDialog
      title="Allocate somebody to this family"
      onClose={onClose}
      act="Allocate"
      busy="Allocating"
      initial={{
        discipline: '',
        way: 'person' as (typeof ways)[number]['value'],
        personId: '',
        about: '',
        fromOn: today,
        toOn: '',
      }}
      check={({ discipline, way, personId, fromOn, toOn }) => ({
        discipline: discipline ? undefined : 'Choose the discipline',
        personId: way === 'vacant' || personId ? undefined : 'Choose who it is',
        fromOn: fromOn ? undefined : 'Give the day it begins',
        toOn: toOn && fromOn && toOn < fromOn ? 'The end cannot be before the beginning' : undefined,
      })}
      send={({ discipline, way, personId, about, fromOn, toOn }) =>
        ask('POST', `families/${familyId}/allocations`, {
          discipline,
          personId: way === 'vacant' ? null : personId,
          about,
          fromOn,
          toOn: toOn || null,
        })
      }
      done={onClose}
    >
      {(form) => (
        <>
          <SelectField
            label="Discipline"
            nothingChosen="Choose a discipline"
            options={workingDisciplines}
            {...form.field('discipline')}
          />
          <ChipChoice legend="Who" options={ways} {...form.field('way')} />
          {form.values.way === 'person' && (
            <Combobox
              label="Person"
              hint="Type the start of a name. Only those of the discipline are here"
              options={colleagues(people, form.values.discipline)}
              {...form.field('personId')}
            />
          )}
          <TextField
            label="With whom they work"
            hint="For example “for Kirsty”. It decides whose file a review goes on"
            maxLength={120}
            {...form.field('about')}
          />
          <DateField label="From" today={today} {...form.field('fromOn')} />
          <DateField
            label="Until"
            hint="Leave it empty while the end is not known"
            today={today}
            {...form.field('toOn')}
          />
        </>
      )}
    </FormDialog>
  );
}
