// Pieces of the questions about talks, steps and sessions.

/**
 * What was held up to $2 and waits for its signature, and all of families where somebody stepped down since $3, or was
 * silent since $1: for them the discussion before matters too.
 */
export const telling = (teams: string): string => `(t.signed_on IS NULL OR t.signed_on > $2
  OR t.family_id IN (SELECT s.family_id FROM audit_talk s
    WHERE s.decision = 'step-down' AND s.held_on >= $3 AND s.held_on <= $2 AND s.team_id IN (${teams}))
  OR t.family_id IN (SELECT s.family_id FROM audit_line l JOIN audit_talk s ON s.discussion_id = l.discussion_id
    WHERE l.way = 'absent' AND l.ready = 0 AND l.held_on >= $1 AND l.held_on <= $2 AND l.team_id IN (${teams})))`;

export const stepColumns =
  'a.id, a.step_id, a.family_id, a.owner_id, a.due_on, a.carried, a.dropped_because, a.dropped_on, n.done_on, n.status';

/**
 * What became of a slot p of a session s. A family that was talked through was held, though its record is not signed yet.
 * Where people were told nothing and the session has not begun, the list is the one that stands on its day.
 */
export const slotColumns = `CASE WHEN ${waits()} THEN 'held' ELSE p.outcome END AS outcome,
  CASE WHEN ${waits()} THEN 1 ELSE 0 END AS unsigned,
  CASE WHEN p.outcome IN ('postponed', 'cancelled') THEN p.outcome_at END AS outcome_at,
  CASE WHEN p.reason = 'moved' THEN p.reason END AS reason,
  COALESCE(p.listed_at, CASE WHEN s.status = 'planned' THEN s.held_on || 'T00:00:00.000Z' END) AS listed_at`;

function waits(): string {
  return `p.outcome IS NULL AND EXISTS (SELECT 1 FROM discussion w WHERE w.id = p.discussion_id AND w.status = 'held')`;
}
