// Every way to stand to a family today (shared/people.ts), for lists and pages of families. Each line of the union is
// one relation; $2 is today. The live logs hold the same rules for one discussion or session (live/relations.sql):
// the test "every person sees the families whose discussions they may join, and no other" keeps the two together.

const oneLine = (sql: string): string => sql.replace(/\s+/g, ' ').trim();
const within = (table: string): string =>
  `${table}.from_on <= $2 AND (${table}.to_on IS NULL OR ${table}.to_on >= $2)`;
// A guest's access is for the sitting: its own day, and while nobody has closed it.
const sitting = `s.status <> 'closed' AND s.held_on = $2`;
// A session keeps its chair's name for months; only somebody of manager grade may have the chair, today.
const managerStill = `EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = s.chair_id
  AND r.role IN ('team-manager', 'deputy-manager', 'service-manager') AND ${within('r')})`;
const none = 'CAST(NULL AS varchar(36))';

const relations = `
  SELECT a.family_id AS family_id, a.person_id AS person_id, 'allocated' AS stands, a.discipline AS discipline,
      ${none} AS session_id
    FROM allocation a WHERE a.person_id IS NOT NULL AND ${within('a')}
  UNION ALL SELECT f.id, r.person_id,
      CASE r.role WHEN 'service-manager' THEN 'overseer' WHEN 'business-support' THEN 'business-support' ELSE 'manager' END,
      ${none}, ${none}
    FROM family f JOIN person_role r ON r.team_id = f.team_id OR (r.team_id IS NULL AND r.role = 'service-manager')
    WHERE r.role IN ('team-manager', 'deputy-manager', 'service-manager', 'business-support') AND ${within('r')}
  UNION ALL SELECT d.family_id, s.chair_id, 'chair', ${none}, s.id
    FROM discussion d JOIN session s ON s.id = d.session_id
    WHERE s.chair_id IS NOT NULL AND d.status <> 'signed' AND s.status <> 'closed' AND ${managerStill}
  UNION ALL SELECT d.family_id, g.person_id, 'observer', ${none}, s.id
    FROM discussion d JOIN session s ON s.id = d.session_id JOIN session_guest g ON g.session_id = s.id
    WHERE g."as" = 'observer' AND d.status <> 'signed' AND ${sitting}
  UNION ALL SELECT d.family_id, g.person_id, 'deputy', g.discipline, s.id
    FROM discussion d JOIN session s ON s.id = d.session_id JOIN session_guest g ON g.session_id = s.id
    JOIN allocation a ON a.family_id = d.family_id AND a.discipline = g.discipline
    WHERE g."as" = 'deputy' AND d.status <> 'signed' AND ${sitting} AND ${within('a')}
      AND (a.person_id IS NULL OR g.in_place_of IS NULL OR a.person_id = g.in_place_of)`;

/** The ids of the families that a person ($1) may see today ($2). */
export const familiesOfPerson = oneLine(`SELECT x.family_id FROM (${relations}) x WHERE x.person_id = $1`);

/** Every family that a person ($1) stands to today ($2), and how: rows {family_id, stands}. */
export const standsOfPerson = oneLine(
  `SELECT DISTINCT x.family_id, x.stands FROM (${relations}) x WHERE x.person_id = $1`,
);

/** How a person ($1) stands today ($2) to a family ($3): rows {stands, discipline}. */
export const relationsToFamily = oneLine(
  `SELECT DISTINCT x.stands, x.discipline FROM (${relations}) x WHERE x.person_id = $1 AND x.family_id = $3`,
);

/** Everybody who stands to a family ($1) today ($2): rows {person_id, own_discipline, stands, discipline, session_id}. */
export const onlookersOfFamily =
  oneLine(`SELECT DISTINCT x.person_id, p.discipline AS own_discipline, p.name, x.stands,
    x.discipline, x.session_id
  FROM (${relations}) x JOIN person p ON p.id = x.person_id
  WHERE x.family_id = $1 AND (p.ended_on IS NULL OR p.ended_on > $2) ORDER BY p.name`);
