import { titleOf, useDirectory } from '../directory.js';
import { Combobox, type ComboboxProps } from '../ui/fields/Combobox.js';

/** Names the manager who allowed it. */
export function AllowedBy(field: Omit<ComboboxProps, 'label' | 'options'>) {
  const managers = useDirectory().people.filter((person) => person.manager && !person.ended);
  return (
    <Combobox
      label="Allowed by"
      hint="A manager of the team"
      nothingFound="No manager has that name"
      options={managers.map((person) => ({
        value: person.personId,
        label: person.name,
        detail: titleOf(person),
      }))}
      {...field}
    />
  );
}
