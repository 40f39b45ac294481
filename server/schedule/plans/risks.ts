import type { PlanType } from '../../../shared/discussion/state.js';
import type { Connection } from '../../core/connection.js';
import { placesOf } from '../slots/rows.js';

/** Riskier plans are taken first: pre-proceedings, child protection, in our care, all others. */
const order: Partial<Record<PlanType, number>> = { PLO: 0, CP: 1, CLA: 2 };

/** The riskiest plan of each family's children on a day, as the planner counts it: lower goes first. */
export async function risksOf(
  at: Connection,
  familyIds: readonly string[],
  on: string,
): Promise<Map<string, number>> {
  const risks = new Map<string, number>();
  if (!familyIds.length) return risks;
  const rows = await at.query<{ family_id: string; type: PlanType }>(
    `SELECT c.family_id, p.type FROM plan p JOIN child c ON c.id = p.child_id
     WHERE p.since_on <= $1 AND (p.until_on IS NULL OR p.until_on > $1) AND (c.left_on IS NULL OR c.left_on > $1)
       AND c.family_id IN (${placesOf(familyIds, 2)})`,
    [on, ...familyIds],
  );
  for (const { family_id: id, type } of rows) risks.set(id, Math.min(risks.get(id) ?? 3, order[type] ?? 3));
  return risks;
}
