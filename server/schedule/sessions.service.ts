import { Injectable } from '@nestjs/common';
import type { DisciplineCode } from '../../shared/disciplines.js';
import { maySee } from '../../shared/people.js';
import type { SessionLine, SessionPage, SlotHere } from '../../shared/schedule/http.js';
import { plusMinutes } from '../../shared/schedule/local-time.js';
import type { SlotOutcome } from '../../shared/session/state.js';
import { administers, keepsTeam } from '../core/http/keepers.js';
import type { Caller } from '../core/http/policy.js';
import { Reader } from '../core/reader.js';
import { Families } from '../families/families.service.js';
import { Standing } from '../live/standing.js';
import { cancelledOf, SessionAccess, type SessionRow } from './session-access.service.js';

interface SlotRow {
  id: string;
  session_id: string;
  discussion_id: string;
  family_id: string;
  family_name: string;
  position: number;
  minutes: number;
  pattern: number;
  outcome: SlotOutcome | null;
}

/** Which sessions are to be shown. Local dates, both included. */
export interface Period {
  from?: string | undefined;
  to?: string | undefined;
  /** Only those in which the caller has a family, the chair or the pen. */
  mine?: boolean;
}

/** Shows sessions. A family that is not the reader's is a length and a pattern, and nothing else. */
@Injectable()
export class Sessions {
  constructor(
    private readonly reader: Reader,
    private readonly standing: Standing,
    private readonly access: SessionAccess,
    private readonly families: Families,
  ) {}

  async list(
    by: Caller,
    { from = '0000-01-01', to = '9999-12-31', mine = false }: Period,
  ): Promise<SessionLine[]> {
    const rows = await this.reader.query<SessionRow>(
      'SELECT * FROM session WHERE held_on >= $1 AND held_on <= $2 ORDER BY held_on, starts, id',
      [from, to],
    );
    const slots = await this.reader.query<SlotRow>(
      `${slotsOf} JOIN session s ON s.id = p.session_id WHERE p.position >= 0 AND s.held_on >= $1 AND s.held_on <= $2
       ORDER BY p.position`,
      [from, to],
    );
    const lines: SessionLine[] = [];
    for (const row of rows) {
      if (!(await this.access.maySee(by, row.id))) continue;
      const line = await this.line(
        by,
        row,
        slots.filter((slot) => slot.session_id === row.id),
      );
      const isMine = line.yours.length > 0 || [row.chair_id, row.pen_id].includes(by.personId);
      if (!mine || isMine) lines.push(line);
    }
    return lines;
  }

  async page(by: Caller, sessionId: string): Promise<SessionPage> {
    const row = await this.access.mustSee(by, sessionId);
    const slots = await this.reader.query<SlotRow>(
      `${slotsOf} WHERE p.session_id = $1 AND p.position >= 0 ORDER BY p.position`,
      [sessionId],
    );
    const guests = await this.reader.query<{
      person_id: string;
      as_what: 'observer' | 'deputy';
      discipline: DisciplineCode | null;
      in_place_of: string | null;
    }>(
      'SELECT person_id, "as" AS as_what, discipline, in_place_of FROM session_guest WHERE session_id = $1',
      [sessionId],
    );
    return {
      ...factsOf(row),
      mayPlan: keepsTeam(by, row.team_id),
      slots: await Promise.all(slots.map((slot) => this.slot(by, slot))),
      guests: guests.map((guest) => ({
        personId: guest.person_id,
        as: guest.as_what,
        discipline: guest.discipline,
        inPlaceOf: guest.in_place_of,
      })),
    };
  }

  private async slot(by: Caller, row: SlotRow): Promise<SlotHere> {
    const { id, position, minutes, pattern, outcome } = row;
    const place = { slotId: id, position, minutes, pattern, outcome };
    const yours = await this.isYours(by, row);
    const family = yours || administers(by) ? await this.families.line(row.family_id) : null;
    if (!family) return { ...place, yours: false };
    if (!yours) return { ...place, yours: false, family: { familyId: family.familyId, name: family.name } };
    const { familyId, name, children, workers, dueBy } = family;
    return {
      ...place,
      yours: true,
      discussionId: row.discussion_id,
      family: { familyId, name, children, disciplines: workers },
      dueBy,
    };
  }

  private async line(by: Caller, row: SessionRow, slots: readonly SlotRow[]): Promise<SessionLine> {
    const yours: SessionLine['yours'] = [];
    let before = 0;
    for (const slot of slots) {
      if (await this.isYours(by, slot))
        yours.push({
          slotId: slot.id,
          discussionId: slot.discussion_id,
          familyName: slot.family_name,
          startsAt: plusMinutes(row.starts, before),
          minutes: slot.minutes,
          pattern: slot.pattern,
          outcome: slot.outcome,
        });
      before += slot.minutes;
    }
    return { ...factsOf(row), slots: slots.length, yours };
  }

  private async isYours(by: Caller, slot: SlotRow): Promise<boolean> {
    return maySee(await this.standing.actorFor(this.reader, by.personId, `discussion/${slot.discussion_id}`));
  }
}

const slotsOf = `SELECT p.id, p.session_id, p.discussion_id, d.family_id, f.name AS family_name, p.position, p.minutes, p.pattern,
    p.outcome FROM slot p JOIN discussion d ON d.id = p.discussion_id JOIN family f ON f.id = d.family_id`;

function factsOf(row: SessionRow): Omit<SessionPage, 'mayPlan' | 'slots' | 'guests'> {
  return {
    sessionId: row.id,
    teamId: row.team_id,
    title: row.title,
    date: row.held_on,
    startsAt: row.starts,
    endsAt: row.ends,
    room: row.room,
    joinLink: row.join_link,
    chairId: row.chair_id,
    penId: row.pen_id,
    status: row.status,
    cancelled: cancelledOf(row),
  };
}
