import { type DisciplineCode, disciplines, mayWorkAs } from '../../../shared/disciplines.js';
import { planTypeCodes, planTypes } from '../../../shared/families/members.js';
import type { Person } from '../../../shared/people/directory.js';
import { titleOf } from '../../directory.js';
import type { ComboboxOption } from '../../ui/fields/Combobox.js';

/** Disciplines that work with families, as a select offers them. */
export const workingDisciplines = disciplines
  .filter((d) => d.reviews)
  .map((d) => ({ value: d.code as string, label: d.label }));

export const planChoices = planTypeCodes.map((code) => ({ value: code as string, label: planTypes[code] }));

/** Colleagues who are still here and of the wanted discipline; before one is chosen, all of them. */
export function colleagues(people: readonly Person[], discipline: string): ComboboxOption[] {
  return people
    .filter((person) => !person.ended)
    .filter((person) => !discipline || mayWorkAs(person.discipline, discipline as DisciplineCode))
    .map((person) => ({ value: person.personId, label: person.name, detail: titleOf(person) }));
}
