import { Injectable } from '@nestjs/common';
import { plusMinutes } from '../../shared/schedule/local-time.js';
import type { Connection } from '../core/connection.js';

/** A session and who is needed in it, each from when until when (local times). */
export interface Needed {
  sessionId: string;
  teamId: string;
  teamName: string;
  status: 'planned' | 'open' | 'closed';
  date: string;
  startsAt: string;
  endsAt: string;
  joinLink: string;
  people: ReadonlyMap<string, Block>;
}

export interface Block {
  startsAt: string;
  endsAt: string;
}

interface SessionRow {
  id: string;
  team_id: string;
  team_name: string;
  status: Needed['status'];
  held_on: string;
  starts: string;
  ends: string;
  join_link: string;
  chair_id: string | null;
  deputy_id: string | null;
  pen_id: string | null;
}

interface SlotRow {
  id: string;
  session_id: string;
  minutes: number;
  draft: number;
}

/** Which sessions a question is about: a query for their ids, with its parameters. */
export interface Scope {
  ids: string;
  params: readonly string[];
}

/**
 * Who is needed when. Chair, deputy and pen for the whole of a session; whoever works with a family from the first of
 * theirs to the last. A session with no family in it needs nobody.
 */
@Injectable()
export class WhoIsNeeded {
  /** `drafts`: whether families count that a plan has put there which nobody has been told of yet. */
  async in(at: Connection, { ids, params }: Scope, drafts: boolean): Promise<Needed[]> {
    const sessions = await at.query<SessionRow>(
      `SELECT s.id, s.team_id, t.name AS team_name, s.status, s.held_on, s.starts, s.ends, s.join_link, s.chair_id,
         s.deputy_id, s.pen_id
       FROM session s JOIN team t ON t.id = s.team_id WHERE s.id IN (${ids}) ORDER BY s.held_on, s.starts, s.id`,
      params,
    );
    const slots = await at.query<SlotRow>(
      `SELECT p.id, p.session_id, p.minutes,
         CASE WHEN m.id IS NOT NULL AND m.sent_at IS NULL AND m.undone_at IS NULL THEN 1 ELSE 0 END AS draft
       FROM slot p LEFT JOIN month_plan m ON m.id = p.plan_id
       WHERE p.session_id IN (${ids}) AND p.position >= 0
         AND (p.outcome IS NULL OR p.outcome IN ('held', 'inquorate')) ORDER BY p.position, p.id`,
      params,
    );
    const workers = await at.query<{ slot_id: string; person_id: string }>(
      `SELECT DISTINCT p.id AS slot_id, a.person_id FROM slot p JOIN session s ON s.id = p.session_id
         JOIN discussion d ON d.id = p.discussion_id JOIN allocation a ON a.family_id = d.family_id
       WHERE p.session_id IN (${ids}) AND a.person_id IS NOT NULL
         AND a.from_on <= s.held_on AND (a.to_on IS NULL OR a.to_on >= s.held_on)`,
      params,
    );
    return sessions.map((session) => needed(session, slots, workers, drafts));
  }
}

function needed(
  session: SessionRow,
  slots: readonly SlotRow[],
  workers: readonly { slot_id: string; person_id: string }[],
  drafts: boolean,
): Needed {
  const whole = { startsAt: session.starts, endsAt: session.ends };
  const people = new Map<string, Block>();
  let before = 0;
  let families = 0;
  for (const slot of slots.filter((one) => one.session_id === session.id)) {
    const block = {
      startsAt: plusMinutes(session.starts, before),
      endsAt: plusMinutes(session.starts, before + slot.minutes),
    };
    before += slot.minutes;
    if (slot.draft && !drafts) continue;
    families += 1;
    for (const { slot_id, person_id } of workers)
      if (slot_id === slot.id)
        people.set(person_id, {
          startsAt: people.get(person_id)?.startsAt ?? block.startsAt,
          endsAt: block.endsAt,
        });
  }
  if (families > 0)
    for (const personId of [session.chair_id, session.deputy_id, session.pen_id])
      if (personId) people.set(personId, whole);
  return {
    sessionId: session.id,
    teamId: session.team_id,
    teamName: session.team_name,
    status: session.status,
    date: session.held_on,
    ...whole,
    joinLink: session.join_link,
    people,
  };
}
