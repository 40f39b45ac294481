import { familiesHere, familiesHereSince, hereOn } from './stretches.sql.js';

// One row for each family that a team has on a day: since when, exempt or not, and its last discussion that counts. The
// rules are those of shared/cadence/timeline; the test “the quick way and the slow way” keeps the two together.

const oneLine = (sql: string): string => sql.replace(/\s+/g, ' ').trim();

/** An event that no other corrects. */
const stands = (e: string): string => `NOT EXISTS (SELECT 1 FROM family_event c WHERE c.replaces = ${e}.id)`;
/** The order of events of one kind within a day: as they became known; an end after a beginning. */
const newestFirst = (e: string): string => `${e}.on_day DESC, ${e}.known_at DESC,
  CASE WHEN ${e}.kind IN ('closed', 'exemption-ended') THEN 'z' ELSE ${e}.kind END DESC, ${e}.id DESC`;

/**
 * $1 the day, then the teams. `exempt_kind`: the newest word about exemption in this episode. `supervision_id`: the last
 * discussion that counts, signed or not as at the day.
 */
export const standingRows = (teams: number): string =>
  oneLine(`SELECT h.family_id, h.team_id, h.began_as, h.began_on, x.kind AS exempt_kind,
      x.until_on AS exempt_until, s.id AS supervision_id, s.discussion_id, s.held_on, s.signed_at, s.source, s.children,
      s.chair_id
    FROM audit_stretch h
    LEFT JOIN family_event x ON x.id = (
      SELECT e.id FROM family_event e WHERE e.family_id = h.family_id AND e.kind IN ('exempted', 'exemption-ended')
        AND e.on_day >= h.began_on AND e.on_day <= $1 AND ${stands('e')} ORDER BY ${newestFirst('e')} LIMIT 1)
    LEFT JOIN supervision s ON s.id = (
      SELECT v.id FROM supervision v WHERE v.family_id = h.family_id AND v.counts = 1 AND v.held_on >= h.began_on
        AND v.held_on <= $1 ORDER BY v.held_on DESC, v.signed_at DESC, v.id DESC LIMIT 1)
    WHERE ${hereOn(teams, 1)}
    ORDER BY h.family_id`);

/** The children of those families on that day. */
export const childRows = (teams: number): string =>
  oneLine(`SELECT c.id, c.family_id, c.ethnicity, c.disability, c.joined_on FROM child c
    WHERE (c.joined_on IS NULL OR c.joined_on <= $1) AND (c.left_on IS NULL OR c.left_on > $1) AND c.family_id IN (${familiesHere(teams, 1)})
    ORDER BY c.family_id, c.id`);

/** Their plans, in the same way. */
export const planRows = (teams: number): string =>
  oneLine(`SELECT p.child_id, c.family_id, p.type, p.since_on, p.until_on, c.joined_on, c.left_on FROM plan p JOIN child c ON c.id = p.child_id
    WHERE p.since_on <= $1 AND c.family_id IN (${familiesHere(teams, 1)})`);

/** Discussions of those families that count, as far as their open records say up to now: found by being open, which few are. */
export const openTalks = (teams: number): string =>
  oneLine(`SELECT discussion_id, family_id, held_on, chair_id, child_ids FROM audit_talk
    WHERE seq IS NOT NULL AND counts = 1 AND held_on <= $1
      AND COALESCE(family_id, '') IN (${familiesHere(teams, 1)})`);

/** The discussions that count of families that are here ($1) or were since ($2), from when they last came before $2. */
export const heldSince = (teams: number): string =>
  oneLine(`SELECT v.family_id, v.discussion_id, v.held_on, v.signed_at, v.source, t.team_id
    FROM supervision v LEFT JOIN discussion d ON d.id = v.discussion_id LEFT JOIN session t ON t.id = d.session_id
    WHERE v.counts = 1 AND v.held_on <= $1 AND v.family_id IN (${familiesHereSince(teams)})
      AND v.held_on >= COALESCE((SELECT MAX(b.began_on) FROM audit_stretch b WHERE b.family_id = v.family_id
        AND b.began_on <= $2), '')`);
