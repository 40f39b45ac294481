import type { SessionPlan } from '../../shared/session/planning.js';
import type { PlannedRow } from './session-access.service.js';

/** What the session's log is told of its table. */
export function planOf(row: PlannedRow): SessionPlan {
  return {
    teamId: row.team_id,
    date: row.held_on,
    startsAt: row.starts,
    endsAt: row.ends,
    room: row.room,
    joinLink: row.join_link,
    chairId: row.chair_id,
    penId: row.pen_id,
  };
}
