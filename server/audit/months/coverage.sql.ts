import { places } from '../places.js';

// Which families were with a team for the whole of a month, and which of them were discussed in it. The rules are those of
// shared/audit/measures/coverage; the test “the quick way and the slow way” keeps the two together.

const oneLine = (sql: string): string => sql.replace(/\s+/g, ' ').trim();
const stands = (e: string): string => `NOT EXISTS (SELECT 1 FROM family_event c WHERE c.replaces = ${e}.id)`;

// An exemption lasts until its own day, or until the day before another word about it.
const exempt = `EXISTS (SELECT 1 FROM family_event x WHERE x.family_id = h.family_id AND x.kind = 'exempted'
    AND x.kind IN ('exempted', 'exemption-ended') AND x.on_day >= h.began_on AND x.on_day <= m.until
    AND (x.until_on IS NULL OR x.until_on >= m.first) AND ${stands('x')}
    AND NOT EXISTS (SELECT 1 FROM family_event y WHERE y.family_id = h.family_id AND y.id <> x.id
      AND y.kind IN ('exempted', 'exemption-ended') AND ${stands('y')} AND y.on_day <= m.until
      AND (y.on_day > x.on_day OR (y.on_day = x.on_day AND y.known_at > x.known_at))
      AND (y.on_day <= m.first OR y.on_day = x.on_day)))`;

const childHere = `EXISTS (SELECT 1 FROM child k WHERE k.family_id = h.family_id AND (k.joined_on IS NULL OR k.joined_on <= m.first)
    AND (k.left_on IS NULL OR k.left_on > m.until))`;
// One may have come before another left.
const childCame = `EXISTS (SELECT 1 FROM child k WHERE k.family_id = h.family_id AND k.joined_on > m.first AND k.joined_on <= m.until)`;

/** The best of its discussions in the month that count: '3' signed by $1, '2' held since $2, so that its record has not lapsed; '1' lapsed. */
const best = `(SELECT MAX(CASE WHEN v.source = 'history' OR v.signed_at < $1 THEN '3' WHEN v.held_on >= $2 THEN '2' ELSE '1' END)
    FROM supervision v WHERE v.family_id = h.family_id AND v.counts = 1 AND v.held_on >= h.began_on AND v.held_on >= m.first
      AND v.held_on <= m.until)`;

/**
 * One row for each family and month in which a team had it: {month, family_id, found}. `found` says why it is not counted,
 * or how it was covered (above; '0' not at all), or “unsure”: only all that is known of it can tell.
 * $1 the instant and $2 the day above, then {month, first, until} of each month, then the teams.
 */
export const coverageRows = (months: number, teams: number): string => {
  const each = Array.from({ length: months }, (_, i) =>
    [3, 4, 5].map((n) => `CAST($${3 * i + n} AS varchar(10))`),
  );
  return oneLine(`WITH m (month, first, until) AS (VALUES ${each.map((of) => `(${of.join(', ')})`).join(', ')})
    SELECT m.month, h.family_id, CASE WHEN h.closed_on <= m.until THEN 'closed'
        WHEN h.began_on > m.first THEN CASE WHEN h.before_open = 1 THEN 'changed-team' ELSE 'new' END
        WHEN ${exempt} THEN 'exempt' WHEN NOT ${childHere} THEN CASE WHEN ${childCame} THEN 'unsure' ELSE 'no-child' END
        WHEN h.began_as = 'transferred' AND h.began_on = m.first THEN 'unsure'
        ELSE COALESCE(${best}, '0') END AS found
    FROM m JOIN audit_stretch h ON h.over_on > m.first AND h.began_on <= m.until AND (h.next_on IS NULL OR h.next_on > m.until)
    WHERE h.team_id IN (${places(teams, 2 + 3 * months)})`);
};

/**
 * What came to nothing from $1 to $2 with those teams (a move to an earlier day is not that), or was held (with anybody: who asks knows which families are theirs)
 * and did not count: rows {family_id, held_on, what}.
 */
export const instead = (teams: number): string =>
  oneLine(`SELECT d.family_id, t.held_on, p.outcome AS what FROM session t JOIN slot p ON p.session_id = t.id
      JOIN discussion d ON d.id = p.discussion_id
      WHERE t.held_on >= $1 AND t.held_on <= $2 AND t.team_id IN (${places(teams, 2)})
        AND p.outcome IN ('not-reached', 'postponed', 'cancelled')
        AND NOT (COALESCE(p.reason, '') = 'moved' AND EXISTS (SELECT 1 FROM slot m JOIN session n ON n.id = m.session_id
          WHERE m.id = p.moved_to_slot_id AND n.held_on <= t.held_on))
    UNION ALL SELECT v.family_id, v.held_on,
      CASE WHEN v.quorate = 0 AND (v.override_reason IS NULL OR v.override_reason = '') THEN 'inquorate' ELSE 'not-counted' END
      FROM supervision v WHERE v.counts = 0 AND v.held_on >= $1 AND v.held_on <= $2`);

/** Discussions held from $1 to $2, of families that a team has had since, whose record is still open, and whether they count as far as it says. */
export const openHeld = (teams: number): string =>
  oneLine(`SELECT family_id, held_on, counts FROM audit_talk WHERE seq IS NOT NULL AND held_on >= $1 AND held_on <= $2
    AND COALESCE(family_id, '') IN (SELECT h.family_id FROM audit_stretch h WHERE h.team_id IN (${places(teams, 2)}) AND h.over_on > $1)`);
