import type { FamilyPage } from '../../../shared/families/family.js';
import type { Adult } from '../../../shared/families/members.js';
import { ask } from '../../api.js';
import { FormDialog } from '../../FormDialog.js';
import { ChipChecks } from '../../ui/fields/Chips.js';
import { TextField } from '../../ui/fields/TextField.js';

interface Props {
  family: FamilyPage;
  /** Left out to add one. */
  adult?: Adult | undefined;
  onClose: () => void;
}

/** Adds an adult, or changes one. Whose adult it is decides which child’s file their part goes on. */
export function AdultDialog({ family, adult, onClose }: Props) {
  const { familyId, children } = family;
  const all = children.map((child) => child.childId);
  return (
    <FormDialog
      title={adult ? `Change what is kept of ${adult.name}` : 'Add an adult'}
      onClose={onClose}
      act={adult ? 'Save the changes' : 'Add the adult'}
      busy="Saving"
      initial={{
        name: adult?.name ?? '',
        relation: adult?.relation ?? '',
        childIds: adult?.childIds ? [...adult.childIds] : all,
      }}
      check={({ name, childIds }) => ({
        name: name.trim() ? undefined : 'Write the adult’s name',
        childIds: childIds.length > 0 || all.length === 0 ? undefined : 'Choose at least one child',
      })}
      send={({ name, relation, childIds }) => {
        // Everybody’s stays everybody’s when another child comes.
        const body = { name, relation, childIds: childIds.length === all.length ? null : childIds };
        return adult
          ? ask('PATCH', `adults/${adult.adultId}`, body)
          : ask('POST', `families/${familyId}/adults`, body);
      }}
      done={onClose}
    >
      {(form) => {
        const { value, ...childIds } = form.field('childIds');
        return (
          <>
            <TextField label="Name" maxLength={120} {...form.field('name')} />
            <TextField
              label="Who they are to the children"
              hint="As people say it: “their mum”, “Maya and Theo’s dad”"
              maxLength={120}
              {...form.field('relation')}
            />
            {all.length > 0 && (
              <ChipChecks
                legend="Which children are theirs"
                hint="What is recorded about this adult goes only on these children’s files"
                options={children.map((child) => ({ value: child.childId, label: child.firstName }))}
                values={value}
                {...childIds}
              />
            )}
          </>
        );
      }}
    </FormDialog>
  );
}
