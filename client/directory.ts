import { useMemo } from 'react';
import { disciplineOf } from '../shared/disciplines.js';
import type { Person, Team } from '../shared/people/directory.js';
import { useAsked } from './use-asked.js';

/** Who is who across the council, for names and for choosing. */
export interface Directory {
  people: readonly Person[];
  find(personId: string | null): Person | undefined;
  /** "Megan", or words for somebody the directory does not have. */
  firstName(personId: string | null): string;
  fullName(personId: string | null): string;
}

/** The colleagues; empty until they have been fetched, so that a page can already show the rest. */
export function useDirectory(): Directory {
  const { data } = useAsked<Person[]>('people');
  return useMemo(() => directoryOf(data ?? []), [data]);
}

/** The look-ups over a list of colleagues. */
export function directoryOf(people: readonly Person[]): Directory {
  const byId = new Map(people.map((person) => [person.personId, person]));
  const find = (personId: string | null) => (personId === null ? undefined : byId.get(personId));
  return {
    people,
    find,
    firstName: (personId) => find(personId)?.firstName ?? 'Somebody',
    fullName: (personId) => find(personId)?.name ?? 'Somebody',
  };
}

/** What somebody is called beside their name. */
export function titleOf(person: Pick<Person, 'title' | 'discipline'>): string {
  return person.title || disciplineOf(person.discipline).person;
}

/** The teams, and their names by id. */
export function useTeams(): { teams: readonly Team[]; teamName: (teamId: string | null) => string } {
  const { data } = useAsked<Team[]>('teams');
  return useMemo(() => {
    const teams = data ?? [];
    const names = new Map(teams.map((team) => [team.teamId, team.name]));
    return {
      teams,
      teamName: (teamId) => (teamId === null ? 'The whole council' : (names.get(teamId) ?? '')),
    };
  }, [data]);
}
