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

/** When the list of a session first went out. */
export const invitedAt = (sessionId: string): string =>
  `(SELECT MIN(i.at) FROM invite i WHERE i.session_id = ${sessionId})`;
