import { Injectable } from '@nestjs/common';
import { Clock } from '../core/clock.js';
import type { Connection } from '../core/connection.js';
import { administers, keepsTeam } from '../core/http/keepers.js';
import type { Caller } from '../core/http/policy.js';

/** How far somebody's work reaches, today or on a day to come. */
export interface Reach {
  /** More than a practitioner, anywhere. */
  wide: boolean;
  /** The teams that they belong to, by a role or a post. */
  teams: ReadonlySet<string>;
  /** The teams whose families they may see. */
  families: ReadonlySet<string>;
}

interface Row {
  person_id: string;
  team_id: string | null;
  how: 'wide' | 'team' | 'family';
}

// $1: today. What has ended is nothing; what ends later, or begins later, counts.
const reaches = `
  SELECT person_id, team_id, CASE role WHEN 'practitioner' THEN 'team' ELSE 'wide' END AS how FROM person_role
    WHERE to_on IS NULL OR to_on >= $1
  UNION SELECT person_id, team_id, 'team' FROM post WHERE person_id IS NOT NULL AND (to_on IS NULL OR to_on >= $1)
  UNION SELECT a.person_id, f.team_id, 'family' FROM allocation a JOIN family f ON f.id = a.family_id
    WHERE a.person_id IS NOT NULL AND (a.to_on IS NULL OR a.to_on >= $1)
  UNION SELECT g.person_id, f.team_id, 'family' FROM session_guest g JOIN session s ON s.id = g.session_id
    JOIN discussion d ON d.session_id = s.id JOIN family f ON f.id = d.family_id
    WHERE s.status <> 'closed' AND s.held_on >= $1`;

const nowhere: Reach = { wide: false, teams: new Set(), families: new Set() };

/** Which people somebody keeps in order, and for whom they may make a link to sign in with. */
@Injectable()
export class Keeping {
  constructor(private readonly clock: Clock) {}

  /** How far each person's work reaches; or one person's. */
  async reaches(at: Connection, personId?: string): Promise<(personId: string) => Reach> {
    const rows = await at.query<Row>(
      `SELECT x.person_id, x.team_id, x.how FROM (${reaches}) x${personId ? ' WHERE x.person_id = $2' : ''}`,
      [this.clock.today(), ...(personId ? [personId] : [])],
    );
    const found = new Map<string, { wide: boolean; teams: Set<string>; families: Set<string> }>();
    for (const { person_id, team_id, how } of rows) {
      const reach = found.get(person_id) ?? { wide: false, teams: new Set(), families: new Set() };
      found.set(person_id, reach);
      if (how === 'wide' || team_id === null) reach.wide = true;
      else reach[how === 'team' ? 'teams' : 'families'].add(team_id);
    }
    return (id) => found.get(id) ?? nowhere;
  }

  /**
   * Whoever keeps a team keeps its practitioners, never anybody with a wider role. Somebody of no team is kept by those
   * who keep every team whose families they work with.
   */
  mayKeep(by: Pick<Caller, 'roles'>, { wide, teams, families }: Reach): boolean {
    if (administers(by)) return true;
    if (wide) return false;
    const keeps = (teamId: string): boolean => keepsTeam(by, teamId);
    return teams.size > 0 ? [...teams].some(keeps) : [...families].every(keeps);
  }

  /**
   * Whoever holds a link can be that person. So it opens nothing that its maker does not keep; all other links are an
   * administrator's to make.
   */
  mayInvite(by: Pick<Caller, 'roles'>, { wide, teams, families }: Reach): boolean {
    if (administers(by)) return true;
    return !wide && [...teams, ...families].every((teamId) => keepsTeam(by, teamId));
  }

  /** The same for somebody who made a link earlier: by the roles that they hold today. */
  async mayStillInvite(at: Connection, byId: string, personId: string): Promise<boolean> {
    const today = this.clock.today();
    const roles = await at.query<{ role: Caller['roles'][number]['role']; team_id: string | null }>(
      `SELECT r.role, r.team_id FROM person_role r JOIN person p ON p.id = r.person_id
       WHERE r.person_id = $1 AND (p.ended_on IS NULL OR p.ended_on > $2)
         AND r.from_on <= $2 AND (r.to_on IS NULL OR r.to_on >= $2)`,
      [byId, today],
    );
    const by = { roles: roles.map((row) => ({ role: row.role, teamId: row.team_id })) };
    return this.mayInvite(by, (await this.reaches(at, personId))(personId));
  }
}
