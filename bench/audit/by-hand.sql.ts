// What somebody would write who knows this database well and answers one screen with it: SQLite's own words, whole sets
// at once, and only rows that the screen shows.

const teamsOf = (n: number): string => `(SELECT value FROM json_each(?${n}))`;
const moves = `kind IN ('allocated', 'transferred', 'reopened', 'closed')`;

/** Where each family was on a day (?1): its last coming or going. */
const here = (which: string): string => `here AS MATERIALIZED (
  SELECT family_id, team_id, kind, on_day FROM (
    SELECT family_id, team_id, kind, on_day, MAX(on_day || known_at) FROM family_event
    WHERE on_day <= ?1 AND ${moves} ${which} GROUP BY family_id)
  WHERE kind <> 'closed')`;

const oneTeam = `AND family_id IN (SELECT family_id FROM family_event WHERE team_id IN ${teamsOf(2)})`;

/** An unsigned record lapses after ten working days. */
const lapses = `((SELECT w.nth FROM working_day w WHERE w.day = date(?1, '-1 day')) >= (SELECT w.nth FROM working_day w WHERE w.day = o.held_on) + 10)`;

// Held: the last talk that counts, signed; open: the last whose record waits, lapsed or not.
const standing = (scope: string): string => `
  held AS MATERIALIZED (
    SELECT h.family_id, v.held_on, v.children FROM here h LEFT JOIN supervision v ON v.rowid = (
      SELECT s.rowid FROM supervision s WHERE s.family_id = h.family_id AND s.counts = 1 AND s.held_on <= ?1
        AND s.held_on >= h.on_day ORDER BY s.held_on DESC LIMIT 1)
    ${scope}),
  waiting AS MATERIALIZED (
    SELECT o.family_id, MAX(o.held_on) AS any_on, MAX(CASE WHEN NOT ${lapses} THEN o.held_on END) AS good_on, o.child_ids
    FROM audit_talk o JOIN here h ON h.family_id = o.family_id
    WHERE o.seq IS NOT NULL AND o.counts = 1 AND o.held_on <= ?1 AND o.held_on >= h.on_day GROUP BY o.family_id),
  last AS MATERIALIZED (
    SELECT h.family_id, h.team_id, h.on_day, MAX(IFNULL(l.held_on, ''), IFNULL(w.any_on, '')) AS any_on,
      MAX(IFNULL(l.held_on, ''), IFNULL(w.good_on, '')) AS good_on,
      w.good_on IS NOT NULL AND w.good_on > IFNULL(l.held_on, '') AS provisional,
      CASE WHEN w.good_on > IFNULL(l.held_on, '') THEN w.child_ids ELSE l.children END AS discussed,
      IFNULL(?3, CASE WHEN EXISTS (SELECT 1 FROM child c JOIN plan p ON p.child_id = c.id WHERE c.family_id = h.family_id
        AND p.type = 'CP' AND p.since_on <= ?1 AND (p.until_on IS NULL OR p.until_on > ?1)) THEN 21 ELSE 28 END) AS days,
      (SELECT e.kind = 'exempted' AND (e.until_on IS NULL OR e.until_on >= ?1) FROM family_event e
        WHERE e.family_id = h.family_id AND e.kind IN ('exempted', 'exemption-ended') AND e.on_day >= h.on_day
          AND e.on_day <= ?1 ORDER BY e.on_day DESC, e.known_at DESC LIMIT 1) AS exempt,
      (SELECT COUNT(*) FROM child c WHERE c.family_id = h.family_id AND (c.left_on IS NULL OR c.left_on > ?1)) AS children,
      (SELECT MIN(a.day) FROM working_day a WHERE a.nth = (SELECT b.nth FROM working_day b WHERE b.day = h.on_day) + 10) AS first_by
    FROM here h JOIN held l ON l.family_id = h.family_id LEFT JOIN waiting w ON w.family_id = h.family_id)`;

const told = `SELECT f.id, f.ref, f.name, l.team_id, l.on_day, NULLIF(l.any_on, '') AS held_on, l.children, l.provisional,
    CASE WHEN l.exempt THEN NULL WHEN l.any_on = '' THEN l.first_by ELSE date(l.any_on, '+' || l.days || ' days') END AS due,
    CASE WHEN l.children = 0 THEN 'no-child' WHEN l.exempt THEN 'exempt'
      WHEN l.any_on = '' THEN CASE WHEN l.first_by >= ?1 THEN 'not-yet-due' ELSE 'overdue-first' END
      WHEN date(l.any_on, '+' || l.days || ' days') < ?1 THEN 'overdue'
      WHEN l.good_on <> '' AND date(l.good_on, '+' || l.days || ' days') >= ?1 THEN 'in-time'
      ELSE 'unsigned' END AS reason,
    (SELECT COUNT(*) FROM child c WHERE c.family_id = l.family_id AND (c.left_on IS NULL OR c.left_on > ?1)
      AND (l.discussed = '[]' OR instr(l.discussed, c.id) > 0)) AS credited
  FROM last l JOIN family f ON f.id = l.family_id ORDER BY due`;

/** ?1 the day, ?2 the teams, ?3 the limit in days or null for the rules. One row for each family. */
export const snapshot = (one: boolean): string =>
  `WITH ${here(one ? oneTeam : '')}, ${standing(`WHERE h.team_id IN ${teamsOf(2)}`)} ${told}`;

/** The same of one family (?2). */
export const whyOne = `WITH ${here('AND family_id = ?2')}, ${standing('')} ${told}`;

export const whyEvents = `SELECT on_day, kind, reason FROM family_event WHERE family_id = ?2 AND on_day <= ?1
  UNION ALL SELECT held_on, kind, IFNULL(note, '') FROM supervision WHERE family_id = ?2 AND held_on <= ?1
  UNION ALL SELECT t.held_on, p.outcome, p.reason FROM discussion d JOIN slot p ON p.discussion_id = d.id
    JOIN session t ON t.id = p.session_id WHERE d.family_id = ?2 AND t.held_on <= ?1
      AND p.outcome IN ('not-reached', 'postponed', 'cancelled') ORDER BY 1`;

/** Whoever asks for teams is told no name of a family that has gone to another since. */
const named = `CASE WHEN f.team_id IN ${teamsOf(2)} THEN f.name ELSE 'Restricted family' END`;

/** ?1 the months as JSON {month, first, until}, ?2 the teams, ?3 the day. */
export const months = (one: boolean): string => `WITH
  spell AS MATERIALIZED (
    SELECT family_id, team_id, kind, on_day, LEAD(on_day, 1, '9') OVER (PARTITION BY family_id ORDER BY on_day, known_at) AS next_on
    FROM family_event WHERE ${moves} AND on_day <= ?3 ${one ? oneTeam : ''}),
  month AS (SELECT value ->> 'month' AS month, value ->> 'first' AS first, value ->> 'until' AS until FROM json_each(?1)),
  scope AS MATERIALIZED (
    SELECT m.month, s.family_id, MAX(m.first, s.on_day) AS since, m.until FROM month m JOIN spell s
      ON s.on_day <= m.first AND s.next_on > m.until
    WHERE s.kind <> 'closed' AND s.team_id IN ${teamsOf(2)}
      AND EXISTS (SELECT 1 FROM child c WHERE c.family_id = s.family_id AND (c.left_on IS NULL OR c.left_on > m.until))
      AND NOT EXISTS (SELECT 1 FROM family_event x WHERE x.family_id = s.family_id AND x.kind = 'exempted'
        AND x.on_day >= s.on_day AND x.on_day <= m.until AND (x.until_on IS NULL OR x.until_on >= m.first))),
  told AS (
    SELECT month, family_id,
      EXISTS (SELECT 1 FROM supervision v WHERE v.family_id = scope.family_id AND v.counts = 1 AND v.held_on >= since
        AND v.held_on <= until) AS signed,
      EXISTS (SELECT 1 FROM audit_talk o WHERE o.family_id = scope.family_id AND o.seq IS NOT NULL AND o.counts = 1
        AND o.held_on >= since AND o.held_on <= until
        AND (SELECT w.nth FROM working_day w WHERE w.day = date(?3, '-1 day')) < (SELECT w.nth FROM working_day w WHERE w.day = o.held_on) + 10
      ) AS waits
    FROM scope)
  SELECT month, SUM(signed OR waits) AS covered, COUNT(*) AS families, SUM(waits AND NOT signed) AS provisional,
    json_group_array(CASE WHEN NOT (signed OR waits) THEN ${named} END) AS missing
  FROM told JOIN family f ON f.id = told.family_id GROUP BY month ORDER BY month`;

const period = `held_on >= ?1 AND held_on <= ?2 AND team_id IN ${teamsOf(3)}`;

/** ?1 and ?2 the period, ?3 the teams: here and below. */
export const attendance = `SELECT discipline, SUM(way = 'there') AS there,
    SUM(way = 'in-writing' OR (way = 'absent' AND ready)) AS in_writing, SUM(way <> 'vacant') AS in_post,
    SUM(way = 'vacant') AS vacant, SUM(way = 'there' OR (way <> 'vacant' AND ready)) AS contributed
  FROM audit_line WHERE ${period} GROUP BY discipline ORDER BY discipline`;

const waited = (until: string): string => `((SELECT w.nth FROM working_day w WHERE w.day = ${until})
  - (SELECT w.nth FROM working_day w WHERE w.day = t.held_on))`;
const counted = `t.held_on >= ?1 AND t.held_on <= ?2 AND t.team_id IN ${teamsOf(3)}`;
const since = `t.held_on >= date(?1, '-70 days') AND t.held_on <= ?2 AND t.team_id IN ${teamsOf(3)}`;

export const oversight: Readonly<Record<string, string>> = {
  challenge: `SELECT SUM(challenged OR considered) AS met, COUNT(*) AS of FROM audit_talk t WHERE ${counted}`,
  challenges: `SELECT c.raised_at, c.settled_at, c.outcome FROM challenge c JOIN discussion d ON d.id = c.raised_in
      JOIN session s ON s.id = d.session_id
    WHERE +c.raised_at < date(?2, '+1 day') AND (c.settled_at IS NULL OR c.settled_at >= ?1 OR c.raised_at >= ?1)
      AND s.team_id IN ${teamsOf(3)}`,
  challengesOpen: `SELECT f.name, c.raised_at FROM challenge c JOIN family f ON f.id = c.family_id
    WHERE c.settled_at IS NULL AND f.team_id IN ${teamsOf(3)} AND
      (SELECT w.nth FROM working_day w WHERE w.day = date(?2, '-1 day')) >= (SELECT w.nth FROM working_day w WHERE w.day = substr(c.raised_at, 1, 10)) + 10
    ORDER BY c.raised_at`,
  steps: `SELECT CASE WHEN n.status = 'done' AND n.done_on <= ?2 THEN CASE WHEN n.done_on <= a.due_on THEN 'met' ELSE 'late' END
      WHEN a.dropped_because IS NOT NULL AND a.dropped_on <= ?2 THEN 'apart' ELSE 'open' END AS became, COUNT(*) AS steps
    FROM audit_agreement a LEFT JOIN next_step n ON n.id = a.step_id
    WHERE a.due_on >= ?1 AND a.due_on <= ?2 AND a.team_id IN ${teamsOf(3)} GROUP BY 1`,
  carried: `SELECT f.name, MAX(a.carried) AS carried, a.due_on FROM next_step n CROSS JOIN audit_agreement a ON a.step_id = n.id
      JOIN family f ON f.id = a.family_id
    WHERE n.status = 'open' AND n.carried >= 3 AND a.team_id IN ${teamsOf(3)} GROUP BY n.id
    HAVING MAX(a.carried) >= 3 AND MAX(a.dropped_because) IS NULL ORDER BY 2 DESC`,
  records: `SELECT wd, COUNT(*) AS records FROM (SELECT CASE WHEN t.signed_on <= ?2 THEN ${waited('t.signed_on')} END AS wd
    FROM audit_talk t WHERE ${counted}) GROUP BY wd ORDER BY wd`,
  unsigned: `SELECT f.name, t.held_on, ${waited('?2')} AS wd FROM audit_talk t JOIN family f ON f.id = t.family_id
    WHERE t.seq IS NOT NULL AND ${since} AND ${waited('?2')} > 5 ORDER BY t.held_on`,
  voice: `SELECT SUM(v.value ->> 'gatheredOn' IS NOT NULL AND v.value ->> 'gatheredOn' <= t.held_on
        AND v.value ->> 'gatheredOn' >= date(t.held_on, '-31 days')) AS met, COUNT(*) AS of
    FROM audit_talk t, json_each(t.child_ids) c LEFT JOIN json_each(t.voices) v ON v.value ->> 'childId' = c.value
    WHERE ${counted}`,
  sessions: `SELECT CASE WHEN p.outcome IS NULL AND d.status = 'held' THEN 'held' ELSE p.outcome END AS outcome, COUNT(*) AS slots,
      COUNT(DISTINCT t.id) AS sessions
    FROM session t JOIN slot p ON p.session_id = t.id LEFT JOIN discussion d ON p.outcome IS NULL AND d.id = p.discussion_id
    WHERE ${counted} AND (p.listed_at IS NOT NULL OR t.status = 'planned') AND NOT (p.outcome IN ('postponed', 'cancelled')
      AND substr(p.outcome_at, 1, 10) < substr(COALESCE(p.listed_at, t.held_on), 1, 10) AND p.outcome IS NOT NULL)
    GROUP BY 1`,
  notReached: `SELECT t.id, t.held_on, COUNT(*) AS families FROM session t JOIN slot p ON p.session_id = t.id
    WHERE ${counted} AND p.outcome = 'not-reached' GROUP BY t.id ORDER BY t.held_on DESC`,
  stepDown: `SELECT COUNT(*) AS of, SUM(EXISTS (SELECT 1 FROM json_each(t.reviews) r
      JOIN json_each((SELECT b.reviews FROM audit_talk b WHERE b.family_id = t.family_id
        AND (b.held_on || ' ' || b.discussion_id) < (t.held_on || ' ' || t.discussion_id)
        ORDER BY b.held_on DESC, b.discussion_id DESC LIMIT 1)) q ON q.value ->> 'discipline' = r.value ->> 'discipline'
      WHERE r.value ->> 'better' AND r.value ->> 'evidenced' AND q.value ->> 'better' AND q.value ->> 'evidenced')) AS met
    FROM audit_talk t WHERE ${counted} AND t.counts = 1 AND t.decision = 'step-down'`,
  silent: `WITH two AS MATERIALIZED (SELECT t.discussion_id, t.family_id, t.held_on, ROW_NUMBER() OVER
      (PARTITION BY t.family_id ORDER BY t.held_on DESC, t.discussion_id DESC) AS nth FROM audit_talk t WHERE ${since})
    SELECT f.name, a.discipline, x.held_on FROM two x JOIN two y ON y.family_id = x.family_id AND y.nth = 2
      JOIN audit_line a ON a.discussion_id = x.discussion_id AND a.way = 'absent' AND a.ready = 0
      JOIN audit_line b ON b.discussion_id = y.discussion_id AND b.discipline = a.discipline AND b.way = 'absent' AND b.ready = 0
      JOIN family f ON f.id = x.family_id
    WHERE x.nth = 1`,
};
