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
  family_id: string;
  first_name: string;
  born_on: string | null;
  expected_on: string | null;
}

interface AdultRow {
  id: string;
  family_id: string;
  name: string;
  relation: string;
  child_ids: string | null;
}

interface AllocationRow {
  family_id: string;
  discipline: DisciplineCode;
  person_id: string | null;
  about: string;
  from_on: string;
}

/** Takes the snapshot that a discussion opens and begins with: who is in the family, and who is expected for it that day. */
@Injectable()
export class Snapshots {
  /** Read where the caller writes, so that it shows what has just been changed. Null when there is no such family. */
  async of(at: Connection, familyId: string, on: string): Promise<FamilySnapshot | null> {
    return (await this.ofMany(at, [familyId], on)).get(familyId) ?? null;
  }

  /** Of many families at once, by their ids: an import opens discussions by the hundred. */
  async ofMany(
    at: Connection,
    familyIds: readonly string[],
    on: string,
  ): Promise<Map<string, FamilySnapshot>> {
    const ids = familyIds.map((_, i) => `$${i + 1}`).join(', ');
    const families = await at.query<{ id: string; name: string }>(
      `SELECT id, name FROM family WHERE id IN (${ids})`,
      familyIds,
    );
    const today = `$${familyIds.length + 1}`;
    const children = await this.children(at, ids, today, [...familyIds, on]);
    const adults = await this.adults(at, ids, familyIds);
    const expected = await this.expected(at, ids, today, [...familyIds, on]);
    return new Map(
      families.map(({ id, name }) => [
        id,
        {
          familyName: name,
          children: children.get(id) ?? [],
          adults: adults.get(id) ?? [],
          expected: expected.get(id) ?? [],
        },
      ]),
    );
  }

  private async children(
    at: Connection,
    ids: string,
    on: string,
    params: readonly string[],
  ): Promise<Map<string, ChildHere[]>> {
    const children = await at.query<ChildRow>(
      `SELECT id, family_id, first_name, born_on, expected_on FROM child
       WHERE family_id IN (${ids}) AND (left_on IS NULL OR left_on > ${on})
       ORDER BY COALESCE(born_on, expected_on, '9999-12-31'), first_name, id`,
      params,
    );
    const plans = await at.query<{ child_id: string; type: PlanType; since_on: string }>(
      `SELECT p.child_id, p.type, p.since_on FROM plan p JOIN child c ON c.id = p.child_id
       WHERE c.family_id IN (${ids}) AND p.since_on <= ${on} AND (p.until_on IS NULL OR p.until_on > ${on})
       ORDER BY p.since_on, p.id`,
      params,
    );
    const byChild = grouped(
      plans,
      (plan) => plan.child_id,
      ({ type, since_on }) => ({ type, since: since_on }),
    );
    return grouped(
      children,
      (child) => child.family_id,
      (child) => ({
        childId: child.id,
        firstName: child.first_name,
        bornOn: child.born_on,
        expectedOn: child.expected_on,
        plans: byChild.get(child.id) ?? [],
        discussed: true,
      }),
    );
  }

  private async adults(
    at: Connection,
    ids: string,
    params: readonly string[],
  ): Promise<Map<string, AdultHere[]>> {
    const rows = await at.query<AdultRow>(
      `SELECT id, family_id, name, relation, child_ids FROM adult WHERE family_id IN (${ids}) ORDER BY name, id`,
      params,
    );
    return grouped(
      rows,
      (row) => row.family_id,
      (row) => ({
        adultId: row.id,
        name: row.name,
        relation: row.relation,
        childIds: row.child_ids === null ? null : (JSON.parse(row.child_ids) as string[]),
      }),
    );
  }

  /** Whoever is allocated on the day; a discipline allocated without a person is a vacant post, not an absence. */
  private async expected(
    at: Connection,
    ids: string,
    on: string,
    params: readonly string[],
  ): Promise<Map<string, Expected[]>> {
    const rows = await at.query<AllocationRow>(
      `SELECT family_id, discipline, person_id, about, from_on FROM allocation
       WHERE family_id IN (${ids}) AND from_on <= ${on} AND (to_on IS NULL OR to_on >= ${on}) ORDER BY from_on, id`,
      params,
    );
    return grouped(
      rows,
      (row) => row.family_id,
      (row) => ({
        discipline: row.discipline,
        personId: row.person_id,
        about: row.about,
        vacantSince: row.person_id === null ? row.from_on : null,
      }),
    );
  }
}

function grouped<R, T>(rows: readonly R[], keyOf: (row: R) => string, of: (row: R) => T): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(of(row));
    else groups.set(keyOf(row), [of(row)]);
  }
  return groups;
}
