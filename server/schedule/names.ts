import { administers, keepsTeam } from '../core/http/keepers.js';
import { type Caller, holds } from '../core/http/policy.js';

export type NameOf = (family: { family_name: string; family_team: string }) => string;

/** Slots as a warning names them: of a family that is another team’s to keep it says only that. */
export function namedFor<S extends { family_name: string; family_team: string }>(
  by: Caller,
  slots: readonly S[],
): S[] {
  return slots.map((slot) =>
    keepsTeam(by, slot.family_team) ? slot : { ...slot, family_name: 'another team’s family' },
  );
}

/** A family by its name for whoever may see it; of any other only the team is said. */
export function namer(by: Caller, teams: ReadonlyMap<string, string>): NameOf {
  return ({ family_name: name, family_team: team }) =>
    administers(by) || keepsTeam(by, team) || holds(by, ['service-manager'], team)
      ? name
      : (teams.get(team) ?? '');
}
