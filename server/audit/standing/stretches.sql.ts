import { places } from '../places.js';

// Where families are, from the stretches that stretches.service.ts keeps.

/** Rows h of audit_stretch that some teams (after so many other values) have on a day ($1). */
export const hereOn = (teams: number, after: number): string =>
  `h.team_id IN (${places(teams, after)}) AND h.over_on > $1 AND h.began_on <= $1`;

/** The families of those. */
export const familiesHere = (teams: number, after: number): string =>
  `SELECT h.family_id FROM audit_stretch h WHERE ${hereOn(teams, after)}`;

/** Families that one of those teams (from $3) had on some day from $2 to $1, whoever has taken them since. */
export const familiesHereSince = (teams: number): string =>
  `SELECT DISTINCT h.family_id FROM audit_stretch h WHERE h.team_id IN (${places(teams, 2)}) AND h.over_on >= $2
    AND h.began_on <= $1`;
