import { type DisciplineCode, disciplineCodes, disciplineOf } from '../../../shared/disciplines.js';
import type { SlotOutcome } from '../../../shared/session/state.js';
import type { Connection } from '../../core/connection.js';
import type { SessionRow } from '../session-access.service.js';

/** `$1, $2, …` for as many values, from the number given on. */
export function placesOf(values: readonly unknown[], from = 1): string {
  return values.map((_, i) => `$${i + from}`).join(', ');
}

/** Rows by a key, each group in the order given. */
export function grouped<R>(rows: readonly R[], keyOf: (row: R) => string): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** A family's slot in a session, with the family's name and team. */
export interface SlotRow {
  id: string;
  session_id: string;
  discussion_id: string;
  family_id: string;
  family_name: string;
  family_team: string;
  position: number;
  minutes: number;
  pattern: number;
  outcome: SlotOutcome | null;
  plan_id: string | null;
  late_allowed_by: string | null;
  late_reason: string | null;
  /** Since when people count on the family being there; null: they do not yet. */
  listed_at: string | null;
}

export const slotColumns = `p.id, p.session_id, p.discussion_id, d.family_id, f.name AS family_name, f.team_id AS family_team,
    p.position, p.minutes, p.pattern, p.outcome, p.plan_id, p.late_allowed_by, p.late_reason,
    p.listed_at
  FROM slot p JOIN discussion d ON d.id = p.discussion_id JOIN family f ON f.id = d.family_id`;

export async function sessionsById(at: Connection, ids: readonly string[]): Promise<SessionRow[]> {
  if (!ids.length) return [];
  return at.query<SessionRow>(
    `SELECT * FROM session WHERE id IN (${placesOf(ids)}) ORDER BY held_on, starts, id`,
    ids,
  );
}

/** The sessions of these teams from a day to a day, both included, in their order. */
export async function sessionsOf(
  at: Connection,
  teamIds: readonly string[],
  from: string,
  to: string,
): Promise<SessionRow[]> {
  return at.query<SessionRow>(
    `SELECT * FROM session WHERE held_on >= $1 AND held_on <= $2 AND team_id IN (${placesOf(teamIds, 3)})
     ORDER BY held_on, starts, id`,
    [from, to, ...teamIds],
  );
}

/** The slots of these sessions, in the order in which they stand. */
export async function slotsIn(at: Connection, sessionIds: readonly string[]): Promise<SlotRow[]> {
  if (!sessionIds.length) return [];
  return at.query<SlotRow>(
    `SELECT ${slotColumns} WHERE p.position >= 0 AND p.session_id IN (${placesOf(sessionIds)}) ORDER BY p.position, p.id`,
    sessionIds,
  );
}

/** One slot, with where it stands. */
export async function slotById(at: Connection, slotId: string): Promise<SlotRow | null> {
  const [row] = await at.query<SlotRow>(`SELECT ${slotColumns} WHERE p.id = $1`, [slotId]);
  return row ?? null;
}

/** Whether the slot takes time: it is to come, or was held. One that came to nothing leaves its time free. */
export function takesTime({ outcome }: { outcome: SlotOutcome | null }): boolean {
  return outcome === null || outcome === 'held' || outcome === 'inquorate';
}

/** Somebody who works with a family; without a person the post is vacant. */
export interface Called {
  discipline: DisciplineCode;
  personId: string | null;
}

/** Who works with these families on a day, by discipline. */
export async function calledIn(
  at: Connection,
  familyIds: readonly string[],
  on: string,
): Promise<Map<string, Called[]>> {
  const called = new Map<string, Called[]>(familyIds.map((id) => [id, []]));
  if (!familyIds.length) return called;
  const rows = await at.query<{ family_id: string; discipline: DisciplineCode; person_id: string | null }>(
    `SELECT a.family_id, a.discipline, CASE WHEN p.ended_on IS NULL OR p.ended_on > $1 THEN a.person_id END AS person_id
     FROM allocation a LEFT JOIN person p ON p.id = a.person_id
     WHERE a.from_on <= $1 AND (a.to_on IS NULL OR a.to_on >= $1) AND a.family_id IN (${placesOf(familyIds, 2)})
     ORDER BY a.from_on, a.id`,
    [on, ...familyIds],
  );
  rows.sort((a, b) => disciplineCodes.indexOf(a.discipline) - disciplineCodes.indexOf(b.discipline));
  for (const row of rows)
    called.get(row.family_id)?.push({ discipline: row.discipline, personId: row.person_id });
  return called;
}

/** Those who must be there: social work and the specialists who are in post. */
export function mustBeThere(called: readonly Called[]): { people: string[]; specialists: string[] } {
  const inPost = called.filter((one): one is Called & { personId: string } => one.personId !== null);
  const specialists = inPost.filter(({ discipline }) => disciplineOf(discipline).specialist);
  const workers = inPost.filter(({ discipline }) => discipline === 'social-work');
  const ids = (list: readonly { personId: string }[]): string[] => [
    ...new Set(list.map((one) => one.personId)),
  ];
  return { people: ids([...workers, ...specialists]), specialists: ids(specialists) };
}
