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

/** The discussion before each step-down of a period ($1 to $2), however long before and with whatever team. */
export const beforeStepDowns = (
  teams: string,
): string => `SELECT t.* FROM audit_talk t WHERE t.discussion_id IN (
    SELECT (SELECT b.discussion_id FROM audit_talk b WHERE b.family_id = s.family_id AND (b.held_on < s.held_on
        OR (b.held_on = s.held_on AND b.discussion_id < s.discussion_id))
      ORDER BY b.held_on DESC, b.discussion_id DESC LIMIT 1)
    FROM audit_talk s WHERE s.decision = 'step-down' AND s.counts = 1 AND s.held_on >= $1 AND s.held_on <= $2
      AND s.team_id IN (${teams}))`;

/**
 * Steps carried often that were open on a day that is past ($1), as they had been agreed by then: since then they may
 * have been done, let go or carried further.
 */
export const carriedBy = (teams: string): string => `SELECT ${stepColumns} FROM audit_agreement a
    JOIN audit_talk t ON t.discussion_id = a.discussion_id AND t.held_on <= $1 JOIN next_step n ON n.id = a.step_id
  WHERE a.carried >= 3 AND a.due_on IS NOT NULL AND a.team_id IN (${teams})
    AND (n.status = 'open' OR n.done_on > $1 OR a.dropped_on > $1)
    AND NOT EXISTS (SELECT 1 FROM audit_agreement b JOIN audit_talk u ON u.discussion_id = b.discussion_id
      WHERE b.step_id = a.step_id AND b.carried > a.carried AND u.held_on <= $1)`;

/**
 * Challenges raised before $1: of those raised or settled since $2, the ones raised in sessions of the teams; and what is
 * still open of families that are with them on $3, or were when they were closed. One without a session was raised with the
 * family’s team. (`|| ''` keeps the database from an index that would find most of the table.)
 */
export const challengesOf = (teams: string): string => `SELECT * FROM (
    SELECT c.id, c.family_id, c.raised_at, c.settled_at, c.outcome, c.escalated_at,
      CASE WHEN COALESCE(s.team_id, f.team_id) IN (${teams}) THEN 1 ELSE 0 END AS raised_here,
      CASE WHEN EXISTS (SELECT 1 FROM audit_stretch h WHERE h.family_id = c.family_id AND ${withThem(teams, `|| ''`)})
        THEN 1 ELSE 0 END AS waits_here
    FROM challenge c JOIN family f ON f.id = c.family_id LEFT JOIN discussion d ON d.id = c.raised_in
      LEFT JOIN session s ON s.id = d.session_id
    WHERE c.id IN (
      SELECT id FROM challenge WHERE raised_at >= $2 AND raised_at < $1
      UNION ALL SELECT id FROM challenge WHERE settled_at >= $2 AND raised_at || '' < $1
      UNION ALL SELECT w.id FROM audit_stretch h JOIN challenge w ON w.family_id = h.family_id WHERE ${withThem(teams)}
        AND (w.settled_at IS NULL OR w.outcome IN ('evidence-needed', 'escalated')) AND w.raised_at || '' < $1)) x
  WHERE x.raised_here = 1 OR x.waits_here = 1`;

function withThem(teams: string, by = ''): string {
  return `h.team_id ${by} IN (${teams}) AND h.began_on <= $3 AND (h.next_on IS NULL OR h.next_on > $3)`;
}

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
