import type { Connection } from '../../../core/connection.js';
import type { SaidOfChild, SaidOfFamily } from './said.js';
import { type Named, nameKey } from './workers.js';

export interface StoredFamily {
  id: string;
  ref: string;
  name: string;
  teamId: string;
  open: boolean;
  allocatedOn: string | null;
  closedOn: string | null;
  /** What began its present time with its team. */
  began: { id: string; kind: string; on: string } | null;
  said: SaidOfFamily | undefined;
  children: StoredChild[];
  /** Open allocations, of any discipline. */
  allocations: { id: string; discipline: string; personId: string | null; fromOn: string }[];
}

export interface StoredChild {
  id: string;
  ref: string | null;
  familyId: string;
  columns: ChildColumns;
  plans: { id: string; type: string; category: string | null; since: string; until: string | null }[];
  said: SaidOfChild | undefined;
}

export interface ChildColumns {
  first_name: string;
  born_on: string | null;
  expected_on: string | null;
  gender: string | null;
  ethnicity: string | null;
  disability: string | null;
  left_on: string | null;
}

/** Everything an import compares with, as it stands inside the import's own transaction. */
export interface Stored {
  teams: Map<string, { id: string; name: string }>;
  people: Named[];
  families: StoredFamily[];
}

export async function readStored(at: Connection, today: string): Promise<Stored> {
  const teams = await at.query<{ id: string; name: string }>('SELECT id, name FROM team');
  const families = new Map<string, StoredFamily>();
  for (const row of await at.query<FamilyRow>(
    `SELECT f.id, f.ref, f.name, f.team_id, f.status, f.allocated_on, f.closed_on, l.said FROM family f
     LEFT JOIN listed_family l ON l.family_id = f.id ORDER BY f.ref`,
  )) {
    const { id, ref, name } = row;
    const said = row.said === null ? undefined : (JSON.parse(row.said) as SaidOfFamily);
    families.set(id, {
      id,
      ref,
      name,
      teamId: row.team_id,
      open: row.status === 'open',
      allocatedOn: row.allocated_on,
      closedOn: row.closed_on,
      began: null,
      said,
      children: [],
      allocations: [],
    });
  }
  // In order, so that the newest stays; one that was corrected is passed over.
  for (const row of await at.query<{ id: string; family_id: string; kind: string; on_day: string }>(
    `SELECT id, family_id, kind, on_day FROM family_event e WHERE kind IN ('allocated', 'transferred', 'reopened')
       AND NOT EXISTS (SELECT 1 FROM family_event x WHERE x.replaces = e.id) ORDER BY on_day, known_at, id`,
  )) {
    const family = families.get(row.family_id);
    if (family) family.began = { id: row.id, kind: row.kind, on: row.on_day };
  }
  const children = new Map<string, StoredChild>();
  for (const row of await at.query<ChildRow>(
    `SELECT c.id, c.ref, c.family_id, c.first_name, c.born_on, c.expected_on, c.gender, c.ethnicity, c.disability, c.left_on, l.said
     FROM child c LEFT JOIN listed_child l ON l.child_id = c.id ORDER BY c.id`,
  )) {
    const { id, ref, family_id: familyId, said, ...columns } = row;
    const child: StoredChild = {
      id,
      ref,
      familyId,
      columns,
      plans: [],
      said: said === null ? undefined : (JSON.parse(said) as SaidOfChild),
    };
    children.set(id, child);
    families.get(familyId)?.children.push(child);
  }
  for (const row of await at.query<PlanRow>(
    'SELECT id, child_id, type, category, since_on, until_on FROM plan ORDER BY since_on, id',
  )) {
    children.get(row.child_id)?.plans.push({
      id: row.id,
      type: row.type,
      category: row.category,
      since: row.since_on,
      until: row.until_on,
    });
  }
  for (const row of await at.query<AllocationRow>(
    'SELECT id, family_id, discipline, person_id, from_on FROM allocation WHERE to_on IS NULL OR to_on >= $1 ORDER BY from_on, id',
    [today],
  )) {
    families.get(row.family_id)?.allocations.push({
      id: row.id,
      discipline: row.discipline,
      personId: row.person_id,
      fromOn: row.from_on,
    });
  }
  return {
    teams: new Map(teams.map((t) => [nameKey(t.name), t])),
    people: await readPeople(at, today),
    families: [...families.values()],
  };
}

async function readPeople(at: Connection, today: string): Promise<Named[]> {
  const rows = await at.query<{ id: string; name: string; signs_in: number }>(
    `SELECT id, name, CASE WHEN email IS NULL AND password_hash IS NULL THEN 0 ELSE 1 END AS signs_in
     FROM person WHERE ended_on IS NULL OR ended_on >= $1 ORDER BY made_at, id`,
    [today],
  );
  const places = await at.query<{ person_id: string; team_id: string }>(
    `SELECT person_id, team_id FROM person_role WHERE team_id IS NOT NULL AND (to_on IS NULL OR to_on >= $1)
     UNION SELECT person_id, team_id FROM post WHERE person_id IS NOT NULL AND (to_on IS NULL OR to_on >= $1)`,
    [today],
  );
  const teamsOf = new Map<string, string[]>();
  for (const p of places) teamsOf.set(p.person_id, [...(teamsOf.get(p.person_id) ?? []), p.team_id]);
  return rows.map((r) => ({
    id: r.id,
    name: r.name,
    signsIn: r.signs_in === 1,
    teamIds: teamsOf.get(r.id) ?? [],
  }));
}

interface FamilyRow {
  id: string;
  ref: string;
  name: string;
  team_id: string;
  status: string;
  allocated_on: string | null;
  closed_on: string | null;
  said: string | null;
}

interface ChildRow extends ChildColumns {
  id: string;
  ref: string | null;
  family_id: string;
  said: string | null;
}

interface PlanRow {
  id: string;
  child_id: string;
  type: string;
  category: string | null;
  since_on: string;
  until_on: string | null;
}

interface AllocationRow {
  id: string;
  family_id: string;
  discipline: string;
  person_id: string | null;
  from_on: string;
}
