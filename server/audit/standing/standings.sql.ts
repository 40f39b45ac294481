import { places } from '../places.js';

// One row for each family that a team has on a day: since when, exempt or not, and its last discussion that counts. The
// rules are those of shared/cadence/timeline; the test “the quick way and the slow way” keeps the two together.

const oneLine = (sql: string): string => sql.replace(/\s+/g, ' ').trim();

/** An event that no other corrects. */
const stands = (e: string): string => `NOT EXISTS (SELECT 1 FROM family_event c WHERE c.replaces = ${e}.id)`;
/** The order of events of one kind within a day: as they became known; an end after a beginning. */
const newestFirst = (e: string): string => `${e}.on_day DESC, ${e}.known_at DESC,
  CASE WHEN ${e}.kind IN ('closed', 'exemption-ended') THEN 'z' ELSE ${e}.kind END DESC, ${e}.id DESC`;

const oldestFirst = (e: string): string => `${e}.on_day, ${e}.known_at,
  CASE WHEN ${e}.kind IN ('closed', 'exemption-ended') THEN 'z' ELSE ${e}.kind END, ${e}.id`;

/** The last of a family’s comings and goings up to a day ($1): where it is, if it is anywhere. */
const whereNow = `SELECT family_id, team_id, kind, on_day FROM (
    SELECT e.family_id, e.team_id, e.kind, e.on_day,
      ROW_NUMBER() OVER (PARTITION BY e.family_id ORDER BY ${newestFirst('e')}) AS nth
    FROM family_event e
    WHERE e.on_day <= $1 AND e.kind IN ('allocated', 'transferred', 'reopened', 'closed') AND ${stands('e')}
  ) ordered WHERE nth = 1 AND kind <> 'closed'`;

/**
 * $1 the day, then the teams. `exempt_id`: the newest word about exemption in this episode. `supervision_id`: the last
 * discussion that counts, signed or not as at the day.
 */
export const standingRows = (teams: number): string =>
  oneLine(`SELECT h.family_id, h.team_id, h.kind AS began_as, h.on_day AS began_on, x.kind AS exempt_kind,
      x.until_on AS exempt_until, s.id AS supervision_id, s.discussion_id, s.held_on, s.signed_at, s.source, s.children,
      s.chair_id
    FROM (${whereNow}) h
    LEFT JOIN family_event x ON x.id = (
      SELECT e.id FROM family_event e WHERE e.family_id = h.family_id AND e.kind IN ('exempted', 'exemption-ended')
        AND e.on_day >= h.on_day AND e.on_day <= $1 AND ${stands('e')} ORDER BY ${newestFirst('e')} LIMIT 1)
    LEFT JOIN supervision s ON s.id = (
      SELECT v.id FROM supervision v WHERE v.family_id = h.family_id AND v.counts = 1 AND v.held_on >= h.on_day
        AND v.held_on <= $1 ORDER BY v.held_on DESC, v.signed_at DESC, v.id DESC LIMIT 1)
    WHERE h.team_id IN (${places(teams, 1)})
    ORDER BY h.family_id`);

/** The children who belong to those teams’ families on a day ($1). Families that have moved since are found by their events. */
export const childRows = (teams: number): string =>
  oneLine(`SELECT c.id, c.family_id, c.ethnicity, c.disability FROM child c
    WHERE (c.left_on IS NULL OR c.left_on > $1) AND c.family_id IN (SELECT f.family_id FROM family_event f
      WHERE f.kind IN ('allocated', 'transferred', 'reopened')
        AND f.team_id IN (${places(teams, 1)}))
    ORDER BY c.family_id, c.id`);

/** Their plans, in the same way. */
export const planRows = (teams: number): string =>
  oneLine(`SELECT p.child_id, c.family_id, p.type, p.since_on, p.until_on, c.left_on FROM plan p JOIN child c ON c.id = p.child_id
    WHERE p.since_on <= $1 AND c.family_id IN (SELECT f.family_id FROM family_event f
      WHERE f.kind IN ('allocated', 'transferred', 'reopened')
        AND f.team_id IN (${places(teams, 1)}))`);

/** Families whose last talk has been held and waits for its signature: what it counts as, its log says. */
export const openTalks = oneLine(
  `SELECT DISTINCT family_id FROM discussion WHERE status = 'held' AND held_on <= $1`,
);

/** Families that one of those teams (from $3) had on some day from $2 to $1, by their last coming or going. */
export const familiesHereSince = (teams: number): string =>
  oneLine(`SELECT family_id FROM (
      SELECT e.family_id, e.kind, e.on_day,
        CASE WHEN e.kind = 'closed' THEN LAG(e.team_id) OVER (PARTITION BY e.family_id ORDER BY ${oldestFirst('e')})
          ELSE e.team_id END AS team_id,
        LEAD(e.kind) OVER (PARTITION BY e.family_id ORDER BY ${oldestFirst('e')}) AS next_kind
      FROM family_event e
      WHERE e.on_day <= $1 AND e.kind IN ('allocated', 'transferred', 'reopened', 'closed') AND ${stands('e')}
    ) ordered WHERE next_kind IS NULL AND (kind <> 'closed' OR on_day >= $2) AND team_id IN (${places(teams, 2)})`);

/** Their discussions that count, up to $1, since they last came anywhere before $2. */
export const heldSince = (teams: number): string =>
  oneLine(`SELECT v.family_id, v.discussion_id, v.held_on, v.signed_at, v.source, t.team_id
    FROM supervision v LEFT JOIN discussion d ON d.id = v.discussion_id LEFT JOIN session t ON t.id = d.session_id
    WHERE v.counts = 1 AND v.held_on <= $1 AND v.family_id IN (${familiesHereSince(teams)})
      AND v.held_on >= COALESCE((SELECT MAX(b.on_day) FROM family_event b WHERE b.family_id = v.family_id
        AND b.kind IN ('allocated', 'transferred', 'reopened') AND b.on_day <= $2 AND ${stands('b')}), '')`);
