import { type DisciplineCode, disciplineOf } from '../../../shared/disciplines.js';

/** A colleague, as far as the room needs to know them. */
export interface Colleague {
  personId: string;
  name: string;
  firstName: string;
  discipline: DisciplineCode;
  /** Monday to Sunday, `1` for a day worked: `1110000`. */
  workingDays: string;
}

/** Who is who, for everybody named in this room. */
export interface People {
  all: readonly Colleague[];
  /** The first name, or words for somebody the page does not know. */
  firstName(personId: string | null): string;
  /** The full name, as the record says it. */
  fullName(personId: string | null): string;
  find(personId: string | null): Colleague | undefined;
}

/** The look-ups over a list of colleagues. */
export function peopleOf(all: readonly Colleague[]): People {
  const byId = new Map(all.map((person) => [person.personId, person]));
  const find = (personId: string | null) => (personId === null ? undefined : byId.get(personId));
  return {
    all,
    find,
    firstName: (personId) => find(personId)?.firstName ?? 'Somebody',
    fullName: (personId) => find(personId)?.name ?? 'Somebody',
  };
}

/** "Social worker", "Recovery worker": what this colleague is called beside their name. */
export function roleOf(person: Colleague): string {
  return disciplineOf(person.discipline).person;
}
