import { Inject, Injectable } from '@nestjs/common';
import { type CalendarEvent, calendarFile } from '../../shared/messages/calendar-file.js';
import { entryWords } from '../../shared/messages/words.js';
import type { Config } from '../config.js';
import { Clock } from '../core/clock.js';
import { Reader } from '../core/reader.js';
import { CONFIG } from '../core/tokens.js';
import { eventOf } from './invitations.service.js';
import { type Needed, WhoIsNeeded } from './needed.service.js';

/** Local dates, both included. */
export interface Days {
  from: string;
  to: string;
}

/** What the calendars that programs fetch hold: the plan as it stands, without what is still a draft. */
@Injectable()
export class FeedCalendars {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly needed: WhoIsNeeded,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Somebody's own block of every session in which they are needed, and nothing of anybody else's. */
  async ofPerson(personId: string, { from, to }: Days): Promise<string> {
    const told = await this.reader.query<{ session_id: string; sequence: number }>(
      'SELECT session_id, sequence FROM invite WHERE person_id = $1',
      [personId],
    );
    // As high as the last message, so that a program which has both keeps them apart from older ones.
    const sequences = new Map(told.map((row) => [row.session_id, row.sequence]));
    const ids = 'SELECT id FROM session WHERE held_on >= $1 AND held_on <= $2';
    const sessions = await this.needed.in(this.reader, { ids, params: [from, to] }, false);
    const events = sessions.flatMap((session): CalendarEvent[] => {
      const block = session.people.get(personId);
      if (!block) return [];
      const event = eventOf(this.about(session), personId, { ...session, ...block });
      return [{ ...event, sequence: sequences.get(session.sessionId) ?? 0, cancelled: false }];
    });
    return this.file('Your supervision', events);
  }

  /** Every session of a team that has a family in it, whole. */
  async ofTeam(teamId: string, { from, to }: Days): Promise<string> {
    const [team] = await this.reader.query<{ name: string }>('SELECT name FROM team WHERE id = $1', [teamId]);
    const ids = 'SELECT id FROM session WHERE held_on >= $1 AND held_on <= $2 AND team_id = $3';
    const all = await this.needed.in(this.reader, { ids, params: [from, to, teamId] }, false);
    const sessions = all.filter(({ people }) => people.size > 0);
    const events = sessions.map((session) => ({
      uid: `${session.sessionId}@group-supervision`,
      sequence: 0,
      cancelled: false,
      date: session.date,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      joinLink: session.joinLink,
      ...entryWords(this.about(session), session.joinLink),
    }));
    return this.file(`Supervision: ${team?.name ?? ''}`, events);
  }

  private about({ sessionId, teamName }: Needed) {
    return { sessionId, teamName, at: this.config.publicUrl };
  }

  private file(name: string, events: readonly CalendarEvent[]): string {
    return calendarFile({ method: 'PUBLISH', stampedAt: this.clock.at(), name, events });
  }
}
