import { Inject, Injectable } from '@nestjs/common';
import type { CalendarEvent } from '../../shared/messages/calendar-file.js';
import { type About, entryWords, invitationWords } from '../../shared/messages/words.js';
import type { Config } from '../config.js';
import { Acts } from '../core/acts.js';
import { Clock } from '../core/clock.js';
import type { Connection } from '../core/connection.js';
import { CONFIG } from '../core/tokens.js';
import type { Tx } from '../core/transaction.js';
import { SessionLists } from '../live/session-lists.service.js';
import { type Needed, WhoIsNeeded } from './needed.service.js';
import { Outbox } from './outbox.service.js';

/** What somebody was last told of a session. Compared field by field: whatever is in it is worth a message when it changes. */
interface Said {
  date: string;
  startsAt: string;
  endsAt: string;
  teamName: string;
  joinLink: string;
}

interface InviteRow {
  person_id: string;
  sequence: number;
  status: 'invited' | 'cancelled';
  said: string;
}

type What = 'invited' | 'changed' | 'cancelled';

/** One thing that one person has to be told of a session. */
interface News {
  personId: string;
  what: What;
  sequence: number;
  said: Said;
}

/**
 * Invitations, one event for each person and session with that person's own time. What each was last told is kept, so
 * whatever was changed since, by whomever, the next telling says exactly the difference.
 */
@Injectable()
export class SessionInvitations {
  constructor(
    private readonly needed: WhoIsNeeded,
    private readonly outbox: Outbox,
    private readonly acts: Acts,
    private readonly clock: Clock,
    private readonly lists: SessionLists,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Tells everybody of these sessions what they have not been told yet. Answers how many were told something. */
  async invite(tx: Tx, sessionIds: readonly string[], byId: string | null): Promise<number> {
    let told = 0;
    for (const sessionId of new Set(sessionIds)) {
      const session = await this.session(tx, sessionId);
      if (!session) continue;
      const all = await this.newsOf(tx, session);
      for (const news of all) await this.tell(tx, session, news);
      if (all.length) await this.keep(tx, sessionId, all.length, byId);
      told += all.length;
      // A family that changes nobody's times is on the list with the others, though nobody is told anything of it.
      if ((await this.told(tx, [sessionId])).has(sessionId)) await this.lists.goesOut(tx, sessionId);
    }
    return told;
  }

  /** How many people there are to whom something of these sessions has not been told. */
  async untold(at: Connection, sessionIds: readonly string[]): Promise<number> {
    let count = 0;
    for (const sessionId of new Set(sessionIds)) {
      const session = await this.session(at, sessionId);
      if (session) count += (await this.newsOf(at, session)).length;
    }
    return count;
  }

  /** Which of these sessions anybody has been told of: their changes are news, those of others are still a draft. */
  async told(at: Connection, sessionIds: readonly string[]): Promise<Set<string>> {
    const told = new Set<string>();
    for (const sessionId of new Set(sessionIds)) {
      const rows = await at.query('SELECT 1 FROM invite WHERE session_id = $1 LIMIT 1', [sessionId]);
      if (rows.length) told.add(sessionId);
    }
    return told;
  }

  private async session(at: Connection, sessionId: string): Promise<Needed | null> {
    const scope = { ids: 'SELECT id FROM session WHERE id = $1', params: [sessionId] };
    const [session] = await this.needed.in(at, scope, true);
    return session ?? null;
  }

  private async newsOf(at: Connection, session: Needed): Promise<News[]> {
    // What has begun is seen in the room; what is over is over. Only a session whose families are all gone is called off.
    if (session.status === 'open' || (session.status === 'closed' && session.people.size > 0)) return [];
    const rows = await at.query<InviteRow>(
      'SELECT person_id, sequence, status, said FROM invite WHERE session_id = $1 ORDER BY person_id',
      [session.sessionId],
    );
    const before = new Map(rows.map((row) => [row.person_id, row]));
    // Nobody counts as told who cannot be.
    const reached = await this.outbox.reaches(at, [...session.people.keys()]);
    const news: News[] = [];
    for (const [personId, block] of session.people) {
      const { date, teamName, joinLink } = session;
      const said: Said = { date, ...block, teamName, joinLink };
      const row = before.get(personId);
      const same = row?.status === 'invited' && isSame(JSON.parse(row.said) as Said, said);
      if (same || !reached.has(personId)) continue;
      const what = row?.status === 'invited' ? 'changed' : 'invited';
      news.push({ personId, what, sequence: row ? row.sequence + 1 : 0, said });
    }
    for (const row of rows)
      if (row.status === 'invited' && !session.people.has(row.person_id))
        news.push({
          personId: row.person_id,
          what: 'cancelled',
          sequence: row.sequence + 1,
          said: JSON.parse(row.said) as Said,
        });
    return news;
  }

  private keep(tx: Tx, sessionId: string, many: number, byId: string | null): Promise<void> {
    const says = `told ${many === 1 ? '1 person' : `${many} people`} when they are needed`;
    return this.acts.keep(tx, {
      byId,
      kind: 'session.invite',
      subject: 'session',
      subjectId: sessionId,
      says,
    });
  }

  private async tell(tx: Tx, { sessionId }: Needed, { personId, what, sequence, said }: News): Promise<void> {
    const status = what === 'cancelled' ? 'cancelled' : 'invited';
    await tx.run(
      `INSERT INTO invite (session_id, person_id, sequence, status, said, at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (session_id, person_id) DO UPDATE SET sequence = excluded.sequence, status = excluded.status,
         said = excluded.said, at = excluded.at`,
      [sessionId, personId, sequence, status, JSON.stringify(said), this.clock.at()],
    );
    const about: About = { sessionId, teamName: said.teamName, at: this.config.publicUrl };
    await this.outbox.write(tx, {
      key: `invitation/${sessionId}/${personId}/${sequence}`,
      personId,
      words: invitationWords(what, about, said, said.joinLink),
      calendar: {
        method: what === 'cancelled' ? 'CANCEL' : 'REQUEST',
        event: { ...eventOf(about, personId, said), sequence, cancelled: what === 'cancelled' },
      },
    });
  }
}

function isSame(one: Said, other: Said): boolean {
  const keys: (keyof Said)[] = ['date', 'startsAt', 'endsAt', 'teamName', 'joinLink'];
  return keys.every((key) => one[key] === other[key]);
}

/** A person's own block of a session as a calendar has it. Its UID never changes, whatever else does. */
export function eventOf(
  about: About,
  personId: string,
  { date, startsAt, endsAt, joinLink }: Omit<Said, 'teamName'>,
): Omit<CalendarEvent, 'sequence' | 'cancelled'> {
  return {
    uid: `${about.sessionId}.${personId}@group-supervision`,
    date,
    startsAt,
    endsAt,
    joinLink,
    ...entryWords(about, joinLink),
  };
}
