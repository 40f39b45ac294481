// Every way to stand to a family or a session (shared/people.ts), each one line of the union: $1 what the log is about,
// $2 who, $3 today. A role says what kind of thing somebody does; these say whose.

const within = (table: string): string =>
  `${table}.from_on <= $3 AND (${table}.to_on IS NULL OR ${table}.to_on >= $3)`;

const byRole = `CASE r.role WHEN 'team-manager' THEN 'manager' WHEN 'deputy-manager' THEN 'manager'
  WHEN 'service-manager' THEN 'overseer' ELSE r.role END`;

const ofTeam = (team: string): string => `r.person_id = $2 AND ${within('r')}
  AND r.role IN ('team-manager', 'deputy-manager', 'service-manager', 'business-support')
  AND (r.team_id = ${team} OR (r.team_id IS NULL AND r.role = 'service-manager'))`;

// A guest's access is for the sitting: its own day, and while nobody has closed it.
const sitting = `s.status <> 'closed' AND s.held_on = $3`;

// Named as the chair is not enough: only somebody of manager grade may have the chair, today (practice 2.2). A session
// keeps its chair's name for months, also after their role has ended.
const managerStill = `EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = s.chair_id
  AND r.role IN ('team-manager', 'deputy-manager', 'service-manager') AND ${within('r')})`;

const oneLine = (sql: string): string => sql.replace(/\s+/g, ' ').trim();

/**
 * Rows {stands, discipline} for a discussion. A deputy stands in only for the colleague whose families are discussed. Who
 * chaired without managing the team has nothing more to do there once the session is over and the minutes are signed.
 */
export const relationsInDiscussion = oneLine(`
  SELECT 'allocated' AS stands, a.discipline AS discipline FROM discussion d
    JOIN allocation a ON a.family_id = d.family_id WHERE d.id = $1 AND a.person_id = $2 AND ${within('a')}
  UNION SELECT 'deputy', g.discipline FROM discussion d JOIN session s ON s.id = d.session_id
    JOIN session_guest g ON g.session_id = s.id
    JOIN allocation a ON a.family_id = d.family_id AND a.discipline = g.discipline
    WHERE d.id = $1 AND g.person_id = $2 AND g."as" = 'deputy' AND ${sitting} AND ${within('a')}
      AND (a.person_id IS NULL OR g.in_place_of IS NULL OR a.person_id = g.in_place_of)
  UNION SELECT g."as", NULL FROM discussion d JOIN session s ON s.id = d.session_id
    JOIN session_guest g ON g.session_id = s.id
    WHERE d.id = $1 AND g.person_id = $2 AND g."as" = 'observer' AND ${sitting}
  UNION SELECT 'chair', NULL FROM discussion d JOIN session s ON s.id = d.session_id
    WHERE d.id = $1 AND s.chair_id = $2 AND NOT (d.status = 'signed' AND s.status = 'closed') AND ${managerStill}
  UNION SELECT ${byRole}, NULL FROM discussion d JOIN family f ON f.id = d.family_id, person_role r
    WHERE d.id = $1 AND ${ofTeam('f.team_id')}`);

/** Rows {stands, discipline} for a session: whoever may see any family in it may see that it is held, and where the room is. */
export const relationsInSession = oneLine(`
  SELECT 'allocated' AS stands, a.discipline AS discipline FROM slot p JOIN discussion d ON d.id = p.discussion_id
    JOIN allocation a ON a.family_id = d.family_id
    WHERE p.session_id = $1 AND p.position >= 0 AND a.person_id = $2 AND ${within('a')}
  UNION SELECT g."as", CASE g."as" WHEN 'deputy' THEN g.discipline END FROM session s JOIN session_guest g ON g.session_id = s.id
    WHERE s.id = $1 AND g.person_id = $2 AND ${sitting}
  UNION SELECT 'chair', NULL FROM session s WHERE s.id = $1 AND s.chair_id = $2 AND ${managerStill}
  UNION SELECT ${byRole}, NULL FROM session s, person_role r WHERE s.id = $1 AND ${ofTeam('s.team_id')}`);
