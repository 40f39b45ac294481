import { Refused } from '../../../shared/refusals.js';
import type { Connection } from '../../core/connection.js';
import { placesOf } from './rows.js';

/** Practice 3.7: who allowed it is always a manager, of this team or above it. */
export async function mustManage(
  at: Connection,
  personId: string,
  teamId: string,
  today: string,
): Promise<void> {
  const rows = await at.query(
    `SELECT 1 FROM person p JOIN person_role r ON r.person_id = p.id
     WHERE p.id = $1 AND (p.ended_on IS NULL OR p.ended_on > $2) AND r.from_on <= $2 AND (r.to_on IS NULL OR r.to_on >= $2)
       AND r.role IN ('team-manager', 'deputy-manager', 'service-manager') AND (r.team_id = $3 OR r.team_id IS NULL)`,
    [personId, today, teamId],
  );
  if (!rows.length) throw new Refused('manager-only', 'Only a manager of this team can have allowed it.');
}

/** Of these sessions, those to come that name as their chair somebody who is no manager on that day, or has left by then. */
export async function withoutChair(at: Connection, sessionIds: readonly string[]): Promise<Set<string>> {
  if (!sessionIds.length) return new Set();
  const rows = await at.query<{ id: string }>(
    `SELECT s.id FROM session s WHERE s.id IN (${placesOf(sessionIds)}) AND s.status = 'planned' AND s.chair_id IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM person p JOIN person_role r ON r.person_id = p.id
         WHERE p.id = s.chair_id AND (p.ended_on IS NULL OR p.ended_on > s.held_on)
           AND r.role IN ('team-manager', 'deputy-manager', 'service-manager')
           AND r.from_on <= s.held_on AND (r.to_on IS NULL OR r.to_on >= s.held_on))`,
    sessionIds,
  );
  return new Set(rows.map((row) => row.id));
}
