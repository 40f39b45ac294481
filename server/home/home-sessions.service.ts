import { Injectable } from '@nestjs/common';
import type { HomeSession } from '../../shared/home/home.js';
import type { Relation } from '../../shared/people.js';
import { plusMinutes } from '../../shared/schedule/local-time.js';
import type { SlotOutcome } from '../../shared/session/state.js';
import { Reader } from '../core/reader.js';

/** Every family that somebody may see, and how they stand to it. */
export type Stands = ReadonlyMap<string, ReadonlySet<Relation['as']>>;

/** One family in a session, with its time. */
export interface SlotThere {
  slotId: string;
  discussionId: string;
  familyId: string;
  familyName: string;
  startsAt: string;
  minutes: number;
  pattern: number;
  outcome: SlotOutcome | null;
  /** Put there by a plan that nobody has been told of yet. */
  draft: boolean;
}

/** A session that is not over, with all its families: for the server alone, which shows of them what is somebody's. */
export interface SessionThere {
  sessionId: string;
  teamId: string;
  teamName: string;
  date: string;
  startsAt: string;
  endsAt: string;
  room: string;
  chairId: string | null;
  penId: string | null;
  status: 'planned' | 'open';
  slots: SlotThere[];
}

interface Row {
  session_id: string;
  team_id: string;
  team_name: string;
  held_on: string;
  starts: string;
  ends: string;
  room: string;
  chair_id: string | null;
  pen_id: string | null;
  status: 'planned' | 'open';
  slot_id: string | null;
  discussion_id: string;
  family_id: string;
  family_name: string;
  minutes: number;
  pattern: number;
  outcome: SlotOutcome | null;
  draft: number;
}

const coming = `SELECT s.id AS session_id, s.team_id, t.name AS team_name, s.held_on, s.starts, s.ends, s.room, s.chair_id,
    s.pen_id, s.status, p.id AS slot_id, p.discussion_id, d.family_id, f.name AS family_name, p.minutes, p.pattern, p.outcome,
    CASE WHEN m.id IS NOT NULL AND m.sent_at IS NULL AND m.undone_at IS NULL THEN 1 ELSE 0 END AS draft
  FROM session s JOIN team t ON t.id = s.team_id
    LEFT JOIN slot p ON p.session_id = s.id AND p.position >= 0
    LEFT JOIN discussion d ON d.id = p.discussion_id LEFT JOIN family f ON f.id = d.family_id
    LEFT JOIN month_plan m ON m.id = p.plan_id
  WHERE s.held_on >= $1 AND s.held_on <= $2 AND s.status <> 'closed'
  ORDER BY s.held_on, s.starts, s.id, p.position`;

// Whoever stands so to a family is called in for it; others may see it, and are not.
const calledIn: readonly Relation['as'][] = ['allocated', 'deputy', 'observer'];

/** The sessions of the coming weeks, for the page that says when somebody is needed. */
@Injectable()
export class HomeSessions {
  constructor(private readonly reader: Reader) {}

  /** All that are not over, of these days. */
  async between(from: string, to: string): Promise<SessionThere[]> {
    const sessions = new Map<string, SessionThere>();
    for (const row of await this.reader.query<Row>(coming, [from, to])) {
      const session = sessions.get(row.session_id) ?? sessionOf(row);
      sessions.set(row.session_id, session);
      if (row.slot_id === null) continue;
      session.slots.push({
        slotId: row.slot_id,
        discussionId: row.discussion_id,
        familyId: row.family_id,
        familyName: row.family_name,
        startsAt: plusMinutes(session.startsAt, minutesOf(session.slots)),
        minutes: row.minutes,
        pattern: row.pattern,
        outcome: row.outcome,
        draft: row.draft === 1,
      });
    }
    return [...sessions.values()];
  }
}

/**
 * What one person sees of them: sessions with a family of theirs or their own part in it, and only their own families.
 * Nobody but the chair and the pen is called in by what a plan has only drafted.
 */
export function sessionsFor(
  personId: string,
  stands: Stands,
  sessions: readonly SessionThere[],
): HomeSession[] {
  return sessions.flatMap(({ slots, chairId, penId, ...facts }) => {
    const leads = chairId === personId ? ('chair' as const) : penId === personId ? ('pen' as const) : null;
    const seen = slots.filter((slot) => stands.has(slot.familyId) && (leads || !slot.draft));
    if (seen.length === 0 && !leads) return [];
    const shown = leads
      ? seen
      : seen.filter((slot) => calledIn.some((as) => stands.get(slot.familyId)?.has(as)));
    const yours = shown.map(({ draft: _, ...slot }) => slot);
    const part = leads ?? (yours.length > 0 ? 'called' : 'none');
    return [{ ...facts, part, slots: slots.length, yours }];
  });
}

function sessionOf(row: Row): SessionThere {
  return {
    sessionId: row.session_id,
    teamId: row.team_id,
    teamName: row.team_name,
    date: row.held_on,
    startsAt: row.starts,
    endsAt: row.ends,
    room: row.room,
    chairId: row.chair_id,
    penId: row.pen_id,
    status: row.status,
    slots: [],
  };
}

/** How long these take: what was put off or cancelled takes no time. */
function minutesOf(slots: readonly SlotThere[]): number {
  return slots
    .filter(({ outcome }) => outcome === null || outcome === 'held' || outcome === 'inquorate')
    .reduce((sum, { minutes }) => sum + minutes, 0);
}
