import { Injectable } from '@nestjs/common';
import { type DisciplineCode, disciplineCodes, disciplineOf } from '../../../shared/disciplines.js';
import type { DiscussionState } from '../../../shared/discussion/state.js';
import { proseText } from '../../../shared/live/prose.js';
import type { ReadyState } from '../../../shared/messages/chase.js';
import { type Preparation, preparationOf } from '../../../shared/schedule/preparation.js';
import { type OfficeCalendar, plusDays } from '../../../shared/schedule/working-days.js';
import { OfficeDays } from '../../cadence/office-days.service.js';
import type { Connection } from '../../core/connection.js';
import { Record } from '../../live/record.js';

/** A review that a family's discussion needs. */
export interface Review {
  discussionId: string;
  familyId: string;
  familyName: string;
  discipline: DisciplineCode;
  personId: string;
}

export interface PreparedSlot {
  slotId: string;
  discussionId: string;
  /** Put there by a plan that nobody has been told of yet. */
  draft: boolean;
  reviews: readonly Review[];
}

/** A session that is to come, with the days of its preparation. */
export interface PreparedSession {
  sessionId: string;
  teamId: string;
  teamName: string;
  date: string;
  chairId: string | null;
  days: Preparation;
  /** When its team's office is shut. */
  office: OfficeCalendar;
  slots: readonly PreparedSlot[];
}

interface SessionRow {
  id: string;
  team_id: string;
  team_name: string;
  held_on: string;
  chair_id: string | null;
}

interface SlotRow {
  id: string;
  session_id: string;
  discussion_id: string;
  family_id: string;
  family_name: string;
  draft: number;
  discipline: DisciplineCode | null;
  person_id: string | null;
}

// Ten working days, over the longest closure that a council has.
const daysAhead = 45;

/** The sessions that are being prepared, and how far each review has come. */
@Injectable()
export class PreparedSessions {
  constructor(
    private readonly record: Record,
    private readonly officeDays: OfficeDays,
  ) {}

  /** Planned for a day or later, as far ahead as preparation reaches; in order of their dates. */
  upcoming(at: Connection, day: string, teamId?: string): Promise<PreparedSession[]> {
    const ids = `SELECT id FROM session WHERE status = 'planned' AND held_on >= $1 AND held_on <= $2`;
    const params = [day, plusDays(day, daysAhead)];
    return teamId === undefined
      ? this.of(at, ids, params)
      : this.of(at, `${ids} AND team_id = $3`, [...params, teamId]);
  }

  /** One that is still to come, by itself or by one of its slots. */
  async session(at: Connection, sessionId: string): Promise<PreparedSession | null> {
    const [found] = await this.of(at, `SELECT id FROM session WHERE status = 'planned' AND id = $1`, [
      sessionId,
    ]);
    return found ?? null;
  }
  async ofSlot(at: Connection, slotId: string): Promise<PreparedSession | null> {
    const ids = `SELECT s.id FROM session s JOIN slot p ON p.session_id = s.id WHERE s.status = 'planned' AND p.id = $1`;
    const [found] = await this.of(at, ids, [slotId]);
    return found ?? null;
  }

  /** How far each of the reviews has come: what its author says, and else whether anything is written. */
  async states(reviews: readonly Review[]): Promise<(Review & { state: ReadyState })[]> {
    const states = new Map<string, DiscussionState | undefined>();
    for (const { discussionId } of reviews)
      if (!states.has(discussionId)) {
        const held = await this.record.stateOf<DiscussionState>(`discussion/${discussionId}`);
        states.set(discussionId, held?.state);
      }
    return reviews.map((review) => ({ ...review, state: readyIn(states.get(review.discussionId), review) }));
  }

  /** Those of the reviews that are not ready to be read. */
  async owed(reviews: readonly Review[]): Promise<Review[]> {
    return (await this.states(reviews)).filter(({ state }) => state !== 'ready');
  }

  private async of(at: Connection, ids: string, params: readonly string[]): Promise<PreparedSession[]> {
    const sessions = await at.query<SessionRow>(
      `SELECT s.id, s.team_id, t.name AS team_name, s.held_on, s.chair_id FROM session s JOIN team t ON t.id = s.team_id
       WHERE s.id IN (${ids}) ORDER BY s.held_on, s.starts, s.id`,
      params,
    );
    if (!sessions.length) return [];
    const rows = await at.query<SlotRow>(
      `SELECT p.id, p.session_id, p.discussion_id, d.family_id, f.name AS family_name, a.discipline, a.person_id,
         CASE WHEN m.id IS NOT NULL AND m.sent_at IS NULL AND m.undone_at IS NULL THEN 1 ELSE 0 END AS draft
       FROM slot p JOIN session s ON s.id = p.session_id JOIN discussion d ON d.id = p.discussion_id
         JOIN family f ON f.id = d.family_id LEFT JOIN month_plan m ON m.id = p.plan_id
         LEFT JOIN allocation a ON a.family_id = d.family_id AND a.person_id IS NOT NULL
           AND a.from_on <= s.held_on AND (a.to_on IS NULL OR a.to_on >= s.held_on)
       WHERE p.session_id IN (${ids}) AND p.position >= 0 AND p.outcome IS NULL AND d.status = 'preparing'
       ORDER BY p.position, p.id, a.from_on, a.id`,
      params,
    );
    const offices = await this.officeDays.ofAll();
    return sessions.map((session) => {
      const office = offices(session.team_id);
      return {
        sessionId: session.id,
        teamId: session.team_id,
        teamName: session.team_name,
        date: session.held_on,
        chairId: session.chair_id,
        days: preparationOf(session.held_on, office),
        office,
        slots: slotsOf(rows.filter((row) => row.session_id === session.id)),
      };
    });
  }
}

function readyIn(discussion: DiscussionState | undefined, { discipline }: Review): ReadyState {
  const review = discussion?.reviews[discipline];
  if (review?.ready) return 'ready';
  const written = review?.nothingNew === true || proseText(discussion?.prose[`review/${discipline}`]) !== '';
  return written ? 'draft' : 'nothing';
}

function slotsOf(rows: readonly SlotRow[]): PreparedSlot[] {
  const slots = new Map<string, PreparedSlot & { reviews: Review[] }>();
  for (const row of rows) {
    const slot = slots.get(row.id) ?? {
      slotId: row.id,
      discussionId: row.discussion_id,
      draft: Number(row.draft) === 1,
      reviews: [],
    };
    slots.set(row.id, slot);
    const { discipline, person_id } = row;
    if (!discipline || !person_id || !disciplineOf(discipline).reviews) continue;
    slot.reviews.push({
      discussionId: row.discussion_id,
      familyId: row.family_id,
      familyName: row.family_name,
      discipline,
      personId: person_id,
    });
  }
  const order = ({ discipline }: Review): number => disciplineCodes.indexOf(discipline);
  for (const { reviews } of slots.values()) reviews.sort((one, other) => order(one) - order(other));
  return [...slots.values()];
}
