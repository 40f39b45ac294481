import { slotMinutes } from '../../../shared/agenda.js';
import type { Connection } from '../../core/connection.js';
import { placesOf } from './rows.js';

/** From so many children on, a discussion is a long one (practice 3.4). */
const manyChildren = 4;

/** How many children each of these families has on a day. */
export async function childrenOf(
  at: Connection,
  familyIds: readonly string[],
  on: string,
): Promise<Map<string, number>> {
  if (!familyIds.length) return new Map();
  const rows = await at.query<{ family_id: string; many: number }>(
    `SELECT family_id, CAST(COUNT(*) AS integer) AS many FROM child
     WHERE (left_on IS NULL OR left_on > $1) AND family_id IN (${placesOf(familyIds, 2)}) GROUP BY family_id`,
    [on, ...familyIds],
  );
  return new Map(rows.map((row) => [row.family_id, row.many]));
}

/** The minutes of a family's slot: long for its first discussion and for many children. */
export function minutesFor(
  children: number | undefined,
  { lastHeldOn }: { lastHeldOn: string | null },
): number {
  return lastHeldOn === null || (children ?? 0) >= manyChildren ? slotMinutes.long : slotMinutes.usual;
}
