import { Injectable } from '@nestjs/common';
import { groupedBy } from '../../shared/audit/grouped.js';
import type { MeasureCode } from '../../shared/audit/measures/titles.js';
import type { Role } from '../../shared/people.js';
import { Refused } from '../../shared/refusals.js';
import { Clock } from '../core/clock.js';
import type { Connection } from '../core/connection.js';
import { administers } from '../core/http/keepers.js';
import { type Caller, holds } from '../core/http/policy.js';
import { Reader } from '../core/reader.js';
import { familiesOfPerson } from '../families/relations.sql.js';

const managers: readonly Role[] = ['team-manager', 'deputy-manager', 'service-manager'];

/** The teams that a question is about. */
export interface Scope {
  teamId: string | null;
  /** Of these alone; all of the council's teams are there by name too. */
  teamIds: readonly string[];
}

/** Whose figures somebody may read, and which families among them by name. Figures are counts: names need a relation. */
@Injectable()
export class AuditAccess {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  /** One team, or, where none is asked for, all of which the caller may read the figures. */
  async scope(by: Caller, teamId: string | undefined): Promise<Scope> {
    const own = await this.teamsOf(by);
    if (teamId === undefined && own.length > 0) return { teamId: null, teamIds: own };
    if (teamId === undefined || !own.includes(teamId)) throw new Refused('not-found');
    return { teamId, teamIds: [teamId] };
  }

  /** The caller's own teams, by role or by post; every team for a service manager of all and for an administrator. */
  async teamsOf(by: Caller): Promise<string[]> {
    const all = (await this.reader.query<{ id: string }>('SELECT id FROM team ORDER BY name')).map(
      (t) => t.id,
    );
    if (administers(by) || by.roles.some((r) => r.role === 'service-manager' && r.teamId === null))
      return all;
    const posts = await this.reader.query<{ team_id: string }>(
      `SELECT team_id FROM post WHERE person_id = $1 AND from_on <= $2 AND (to_on IS NULL OR to_on >= $2)`,
      [by.personId, this.clock.today()],
    );
    const own = new Set([...by.roles.map((r) => r.teamId), ...posts.map((p) => p.team_id)]);
    return all.filter((id) => own.has(id));
  }

  /** Who may read grades, samples and packs, and see who looked: managers, for their own teams. */
  manages(by: Pick<Caller, 'roles'>, teamIds: readonly string[]): boolean {
    return teamIds.every((id) => holds(by, managers, id));
  }

  /** Which records got which grade is for managers, though how many got which is for all of the team. */
  async mayRead(by: Caller, measure: MeasureCode, teamId: string | undefined): Promise<void> {
    const { teamIds } = await this.scope(by, teamId);
    if (measure === 'quality' && !this.manages(by, teamIds)) throw new Refused('manager-only');
  }

  managesAny(by: Caller): boolean {
    return holds(by, managers);
  }

  /** Everybody who manages all of these teams today; of no team, nobody does. */
  async managersOf(at: Connection, teamIds: readonly string[]): Promise<string[]> {
    if (teamIds.length === 0) return [];
    const rows = await at.query<{ person_id: string; role: Role; team_id: string | null }>(
      `SELECT person_id, role, team_id FROM person_role WHERE from_on <= $1 AND (to_on IS NULL OR to_on >= $1)
       ORDER BY person_id`,
      [this.clock.today()],
    );
    return [...groupedBy(rows, (r) => r.person_id)].flatMap(([personId, held]) => {
      const roles = held.map(({ role, team_id: teamId }) => ({ role, teamId }));
      return this.manages({ roles }, teamIds) ? [personId] : [];
    });
  }

  /** One team that the caller manages, or, where none is asked for, all of them. */
  async managed(by: Caller, teamId?: string): Promise<Scope> {
    const own = (await this.teamsOf(by)).filter((id) => this.manages(by, [id]));
    if (own.length === 0 || (teamId !== undefined && !own.includes(teamId))) throw new Refused('not-found');
    return teamId === undefined ? { teamId: null, teamIds: own } : { teamId, teamIds: [teamId] };
  }

  /** The team that a family is with; none, of a family that there is not. */
  async teamsOfFamily(familyId: string): Promise<string[]> {
    const rows = await this.reader.query<{ team_id: string }>('SELECT team_id FROM family WHERE id = $1', [
      familyId,
    ]);
    return rows.map((row) => row.team_id);
  }

  /** The families whose names the caller may read. */
  async named(by: Pick<Caller, 'personId'>): Promise<Set<string>> {
    const rows = await this.reader.query<{ family_id: string }>(familiesOfPerson, [
      by.personId,
      this.clock.today(),
    ]);
    return new Set(rows.map((r) => r.family_id));
  }
}
