import { Injectable } from '@nestjs/common';
import type { DisciplineCode } from '../../shared/disciplines.js';
import type { AdultHere, ChildHere, Expected, PlanType } from '../../shared/discussion/state.js';
import type { Connection } from '../core/connection.js';

/** A family as it is on one day, as a discussion keeps it. */
export interface FamilySnapshot {
  familyName: string;
  children: ChildHere[];
  adults: AdultHere[];
  expected: Expected[];
}

interface ChildRow {
  id: string;
  first_name: string;
  born_on: string | null;
  expected_on: string | null;
}

/** Takes the snapshot that a discussion opens and begins with: who is in the family, and who is expected for it that day. */
@Injectable()
export class Snapshots {
  /** Read where the caller writes, so that it shows what has just been changed. Null when there is no such family. */
  async of(at: Connection, familyId: string, on: string): Promise<FamilySnapshot | null> {
    const [family] = await at.query<{ name: string }>('SELECT name FROM family WHERE id = $1', [familyId]);
    if (!family) return null;
    return {
      familyName: family.name,
      children: await this.children(at, familyId, on),
      adults: await this.adults(at, familyId),
      expected: await this.expected(at, familyId, on),
    };
  }

  private async children(at: Connection, familyId: string, on: string): Promise<ChildHere[]> {
    const children = await at.query<ChildRow>(
      `SELECT id, first_name, born_on, expected_on FROM child WHERE family_id = $1 AND (left_on IS NULL OR left_on > $2)
       ORDER BY COALESCE(born_on, expected_on, '9999-12-31'), first_name, id`,
      [familyId, on],
    );
    const plans = await at.query<{ child_id: string; type: PlanType; since_on: string }>(
      `SELECT p.child_id, p.type, p.since_on FROM plan p JOIN child c ON c.id = p.child_id
       WHERE c.family_id = $1 AND p.since_on <= $2 AND (p.until_on IS NULL OR p.until_on > $2) ORDER BY p.since_on, p.id`,
      [familyId, on],
    );
    return children.map((child) => ({
      childId: child.id,
      firstName: child.first_name,
      bornOn: child.born_on,
      expectedOn: child.expected_on,
      plans: plans.filter((p) => p.child_id === child.id).map((p) => ({ type: p.type, since: p.since_on })),
      discussed: true,
    }));
  }

  private async adults(at: Connection, familyId: string): Promise<AdultHere[]> {
    const rows = await at.query<{ id: string; name: string; relation: string; child_ids: string | null }>(
      'SELECT id, name, relation, child_ids FROM adult WHERE family_id = $1 ORDER BY name, id',
      [familyId],
    );
    return rows.map((row) => ({
      adultId: row.id,
      name: row.name,
      relation: row.relation,
      childIds: row.child_ids === null ? null : (JSON.parse(row.child_ids) as string[]),
    }));
  }

  /** Whoever is allocated on the day; a discipline allocated without a person is a vacant post, not an absence. */
  private async expected(at: Connection, familyId: string, on: string): Promise<Expected[]> {
    const rows = await at.query<{
      discipline: DisciplineCode;
      person_id: string | null;
      about: string;
      from_on: string;
    }>(
      `SELECT discipline, person_id, about, from_on FROM allocation
       WHERE family_id = $1 AND from_on <= $2 AND (to_on IS NULL OR to_on >= $2) ORDER BY from_on, id`,
      [familyId, on],
    );
    return rows.map((row) => ({
      discipline: row.discipline,
      personId: row.person_id,
      about: row.about,
      vacantSince: row.person_id === null ? row.from_on : null,
    }));
  }
}
