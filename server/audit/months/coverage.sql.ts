import { places } from '../places.js';

// Which families were with a team for the whole of a month, and which of them were discussed in it. The rules are those of
// shared/audit/measures/coverage; the test “the quick way and the slow way” keeps the two together.

const oneLine = (sql: string): string => sql.replace(/\s+/g, ' ').trim();
const stands = (e: string): string => `NOT EXISTS (SELECT 1 FROM family_event c WHERE c.replaces = ${e}.id)`;
const inOrder = (e: string): string =>
  `${e}.on_day, ${e}.known_at, CASE WHEN ${e}.kind IN ('closed', 'exemption-ended') THEN 'z' ELSE ${e}.kind END, ${e}.id`;

/** Every family's last coming or going up to $2, with the one before it. */
const lastSpell = `SELECT family_id, team_id, kind, on_day, before_kind, before_team FROM (
    SELECT e.family_id, e.team_id, e.kind, e.on_day,
      LAG(e.kind) OVER (PARTITION BY e.family_id ORDER BY ${inOrder('e')}) AS before_kind,
      LAG(e.team_id) OVER (PARTITION BY e.family_id ORDER BY ${inOrder('e')}) AS before_team,
      LEAD(e.kind) OVER (PARTITION BY e.family_id ORDER BY ${inOrder('e')}) AS next_kind
    FROM family_event e
    WHERE e.on_day <= $2 AND e.kind IN ('allocated', 'transferred', 'reopened', 'closed') AND ${stands('e')}
  ) ordered WHERE next_kind IS NULL AND (kind <> 'closed' OR (on_day > $1 AND before_kind IS NOT NULL AND before_kind <> 'closed'))`;

// An exemption lasts until its own day, or until the day before another word about it.
const exempt = `EXISTS (SELECT 1 FROM family_event x WHERE x.family_id = h.family_id AND x.kind = 'exempted'
    AND x.on_day >= h.on_day AND x.on_day <= $2 AND (x.until_on IS NULL OR x.until_on >= $1) AND ${stands('x')}
    AND NOT EXISTS (SELECT 1 FROM family_event y WHERE y.family_id = h.family_id AND y.id <> x.id
      AND y.kind IN ('exempted', 'exemption-ended') AND ${stands('y')} AND y.on_day <= $2
      AND (y.on_day > x.on_day OR (y.on_day = x.on_day AND y.known_at > x.known_at))
      AND (y.on_day <= $1 OR y.on_day = x.on_day)))`;

const childHere = `EXISTS (SELECT 1 FROM child k WHERE k.family_id = h.family_id AND (k.left_on IS NULL OR k.left_on > $2))`;

/** A discussion in the month that counts: signed by $3 (an instant), or held since $4, so that its record has not lapsed. */
const covered = (
  signed: string,
): string => `(SELECT COUNT(*) FROM supervision v WHERE v.family_id = h.family_id
    AND v.counts = 1 AND v.held_on >= $1 AND v.held_on <= $2 AND v.held_on >= h.on_day AND ${signed})`;
const isSigned = `(v.source = 'history' OR v.signed_at < $3)`;

/**
 * $1 and $2 the first and the last day, $3 the instant and $4 the day above, then the teams. `apart` says why a family is
 * not counted; `signed`, `provisional` and `lapsed` how many discussions of each kind it had; `unsure` that only its
 * events can tell whose discussion that was.
 */
export const coverageRows = (teams: number): string =>
  oneLine(`SELECT family_id, team_id, apart, signed, provisional, lapsed, unsure FROM (
    SELECT h.family_id, CASE WHEN h.kind = 'closed' THEN h.before_team ELSE h.team_id END AS team_id,
      CASE WHEN h.kind = 'closed' THEN 'closed'
        WHEN h.on_day > $1 AND h.before_kind IS NOT NULL AND h.before_kind <> 'closed' THEN 'changed-team'
        WHEN h.on_day > $1 THEN 'new' WHEN ${exempt} THEN 'exempt' WHEN NOT ${childHere} THEN 'no-child' END AS apart,
      ${covered(isSigned)} AS signed,
      ${covered(`NOT ${isSigned} AND v.held_on >= $4`)} AS provisional,
      ${covered(`NOT ${isSigned} AND v.held_on < $4`)} AS lapsed,
      CASE WHEN h.kind = 'transferred' AND h.on_day = $1 THEN 1 ELSE 0 END AS unsure
    FROM (${lastSpell}) h) counted
    WHERE team_id IN (${places(teams, 4)}) ORDER BY family_id`);

/** What came to nothing in the month, or was held and did not count: rows {family_id, what}. */
export const instead = (teams: number): string => {
  const these = places(teams, 2);
  return oneLine(`SELECT DISTINCT d.family_id, p.outcome AS what FROM session t JOIN slot p ON p.session_id = t.id
      JOIN discussion d ON d.id = p.discussion_id
      WHERE t.held_on >= $1 AND t.held_on <= $2 AND t.team_id IN (${these})
        AND p.outcome IN ('not-reached', 'postponed', 'cancelled')
    UNION SELECT v.family_id,
      CASE WHEN v.quorate = 0 AND (v.override_reason IS NULL OR v.override_reason = '') THEN 'inquorate' ELSE 'not-counted' END
      FROM supervision v JOIN family f ON f.id = v.family_id
      WHERE v.counts = 0 AND v.held_on >= $1 AND v.held_on <= $2 AND f.team_id IN (${these})`);
};

/** Families with a discussion held in the month whose record is still open: their logs say whether it counts. */
export const openInMonth = oneLine(
  `SELECT DISTINCT family_id FROM discussion WHERE status = 'held' AND held_on >= $1 AND held_on <= $2`,
);
