import { Injectable } from '@nestjs/common';
import type { DisciplineCode } from '../../shared/disciplines.js';
import type { Onlooker } from '../../shared/families/family.js';
import type { Actor, Relation } from '../../shared/people.js';
import { Refused } from '../../shared/refusals.js';
import { Clock } from '../core/clock.js';
import type { Connection } from '../core/connection.js';
import { keepsTeam } from '../core/http/keepers.js';
import type { Caller } from '../core/http/policy.js';
import { Reader } from '../core/reader.js';
import { onlookersOfFamily, relationsToFamily, standsOfPerson } from './relations.sql.js';

interface OnlookerRow {
  person_id: string;
  own_discipline: DisciplineCode;
  stands: Relation['as'];
  discipline: DisciplineCode | null;
  session_id: string | null;
}

/** What somebody may do with one family. Whatever is not theirs answers like what is not there. */
@Injectable()
export class FamilyAccess {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  /** The person as the family's record sees them; without any relation, they may see nothing of it. */
  async actorFor(personId: string, familyId: string): Promise<Actor> {
    const [person] = await this.reader.query<{ name: string; discipline: DisciplineCode }>(
      'SELECT name, discipline FROM person WHERE id = $1',
      [personId],
    );
    const rows = await this.reader.query<{ stands: Relation['as']; discipline: DisciplineCode | null }>(
      relationsToFamily,
      [personId, this.clock.today(), familyId],
    );
    const relations = rows.map(
      ({ stands, discipline }) => (discipline ? { as: stands, discipline } : { as: stands }) as Relation,
    );
    return {
      personId,
      name: person?.name ?? '',
      discipline: person?.discipline ?? 'management',
      relations,
      confirmed: false,
    };
  }

  /** Every family that somebody may see today, and how they stand to it. */
  async familiesOf(personId: string): Promise<Map<string, ReadonlySet<Relation['as']>>> {
    const rows = await this.reader.query<{ family_id: string; stands: Relation['as'] }>(standsOfPerson, [
      personId,
      this.clock.today(),
    ]);
    const families = new Map<string, Set<Relation['as']>>();
    for (const { family_id, stands } of rows)
      families.set(family_id, (families.get(family_id) ?? new Set()).add(stands));
    return families;
  }

  /** May keep members, allocations and dates: those who keep the family's team, and administrators. */
  async mayKeep(at: Connection, by: Caller, familyId: string): Promise<boolean> {
    const [family] = await at.query<{ team_id: string }>('SELECT team_id FROM family WHERE id = $1', [
      familyId,
    ]);
    return family !== undefined && keepsTeam(by, family.team_id);
  }

  async mustKeep(at: Connection, by: Caller, familyId: string): Promise<void> {
    if (!(await this.mayKeep(at, by, familyId))) throw new Refused('not-found');
  }

  /** Who else may see this family, and why. */
  async onlookers(familyId: string): Promise<Onlooker[]> {
    const rows = await this.reader.query<OnlookerRow>(onlookersOfFamily, [familyId, this.clock.today()]);
    return rows.map((row) => ({
      personId: row.person_id,
      as: row.stands,
      discipline: row.discipline ?? row.own_discipline,
      untilSessionId: row.session_id,
    }));
  }

  /** Nobody lets themselves into a family, whatever they keep: somebody else does. */
  mustNotLetSelfIn(by: Caller, personId: string | null): void {
    if (personId === by.personId)
      throw new Refused('not-yours', 'Somebody else has to allocate you to this family.');
  }
}
