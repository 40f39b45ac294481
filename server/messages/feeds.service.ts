import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { CalendarFeed, MadeCalendarFeed, NewCalendarFeed } from '../../shared/messages/feeds.js';
import type { Role } from '../../shared/people.js';
import { Refused } from '../../shared/refusals.js';
import { plusDays } from '../../shared/schedule/working-days.js';
import type { Config } from '../config.js';
import { Acts } from '../core/acts.js';
import { Clock } from '../core/clock.js';
import { keepsTeam } from '../core/http/keepers.js';
import type { Caller } from '../core/http/policy.js';
import { Tries } from '../core/http/tries.js';
import { Reader } from '../core/reader.js';
import { isToken, newToken } from '../core/secrets.js';
import { hashToken } from '../core/sign-ins.js';
import { CONFIG } from '../core/tokens.js';
import { Transactions } from '../core/transaction.js';
import { FeedCalendars } from './feed-calendars.service.js';

interface Row {
  id: string;
  person_id: string;
  team_id: string | null;
  made_at: string;
  read_at: string | null;
}

const mostFeeds = 10;
const daysBack = 28;
const daysAhead = 366;
// Programs ask once or twice an hour, from several devices. Wrong addresses are counted by where they come from.
const readsOfOne = { most: 60, withinMs: 10 * 60_000 };
const wrongFromOne = { most: 30, withinMs: 10 * 60_000 };
// Written at most this often: whether it is still in use is all that it tells.
const writeReadEveryMs = 5 * 60_000;

/**
 * Calendars that programs subscribe to. The address is the key to it, so it holds 256 random bits, is shown once, can be
 * withdrawn, and stops by itself when its owner leaves or no longer keeps the team.
 */
@Injectable()
export class Feeds {
  private readonly reads = new Tries(readsOfOne);
  private readonly wrong = new Tries(wrongFromOne);

  constructor(
    private readonly reader: Reader,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly acts: Acts,
    private readonly calendars: FeedCalendars,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list(by: Caller): Promise<CalendarFeed[]> {
    const rows = await this.reader.query<Row>(
      'SELECT * FROM calendar_feed WHERE person_id = $1 AND revoked_at IS NULL ORDER BY made_at DESC, id',
      [by.personId],
    );
    return rows.map((row) => ({
      feedId: row.id,
      teamId: row.team_id,
      madeAt: row.made_at,
      readAt: row.read_at,
    }));
  }

  async make(by: Caller, { teamId }: NewCalendarFeed): Promise<MadeCalendarFeed> {
    if (teamId !== null && !keepsTeam(by, teamId)) throw new Refused('not-found');
    const id = randomUUID();
    const token = newToken();
    await this.transactions.run(async (tx) => {
      const many = await tx.query('SELECT 1 FROM calendar_feed WHERE person_id = $1 AND revoked_at IS NULL', [
        by.personId,
      ]);
      if (many.length >= mostFeeds)
        throw new Refused(
          'already-there',
          `You have ${mostFeeds} calendars. Withdraw one you no longer use.`,
        );
      if (teamId !== null && !(await tx.query('SELECT 1 FROM team WHERE id = $1', [teamId])).length)
        throw new Refused('not-found');
      await tx.run(
        'INSERT INTO calendar_feed (id, token_hash, person_id, team_id, made_at) VALUES ($1, $2, $3, $4, $5)',
        [id, hashToken(token), by.personId, teamId, this.clock.at()],
      );
      await this.acts.keep(tx, {
        byId: by.personId,
        kind: 'calendar-feed.make',
        subject: 'person',
        subjectId: by.personId,
        says:
          teamId === null
            ? 'made an address for their calendar'
            : 'made an address for the calendar of a team',
        after: { teamId },
      });
    });
    return { id, address: `${this.config.publicUrl}/api/calendar/${token}.ics` };
  }

  /** Withdraws one; whoever has its address reads nothing any more. */
  async withdraw(by: Caller, feedId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const gone = await tx.query(
        'UPDATE calendar_feed SET revoked_at = $3 WHERE id = $1 AND person_id = $2 AND revoked_at IS NULL RETURNING id',
        [feedId, by.personId, this.clock.at()],
      );
      if (!gone.length) throw new Refused('not-found');
      await this.acts.keep(tx, {
        byId: by.personId,
        kind: 'calendar-feed.withdraw',
        subject: 'person',
        subjectId: by.personId,
        says: 'withdrew the address of a calendar',
      });
    });
  }

  /** The calendar behind an address. Unknown, withdrawn and no longer theirs are one answer. */
  async read(token: string, from: string): Promise<string> {
    const now = this.clock.now().getTime();
    const feed = await this.feedOf(token);
    // Only wrong ones count: a council's programs may all come from one address.
    if (!feed) throw new Refused(this.wrong.take(from, now) ? 'not-found' : 'too-fast');
    if (!this.reads.take(feed.id, now)) throw new Refused('too-fast');
    await this.wasRead(feed, now);
    const today = this.clock.today();
    const days = { from: plusDays(today, -daysBack), to: plusDays(today, daysAhead) };
    return feed.team_id === null
      ? this.calendars.ofPerson(feed.person_id, days)
      : this.calendars.ofTeam(feed.team_id, days);
  }

  private async feedOf(token: string): Promise<Row | null> {
    if (!isToken(token)) return null;
    const [feed] = await this.reader.query<Row>(
      `SELECT f.* FROM calendar_feed f JOIN person p ON p.id = f.person_id
       WHERE f.token_hash = $1 AND f.revoked_at IS NULL AND (p.ended_on IS NULL OR p.ended_on > $2)`,
      [hashToken(token), this.clock.today()],
    );
    if (!feed || feed.team_id === null) return feed ?? null;
    const roles = await this.reader.query<{ role: Role; team_id: string | null }>(
      'SELECT role, team_id FROM person_role WHERE person_id = $1 AND from_on <= $2 AND (to_on IS NULL OR to_on >= $2)',
      [feed.person_id, this.clock.today()],
    );
    const held = { roles: roles.map(({ role, team_id }) => ({ role, teamId: team_id })) };
    return keepsTeam(held, feed.team_id) ? feed : null;
  }

  private async wasRead({ id, read_at }: Row, now: number): Promise<void> {
    if (read_at && now - Date.parse(read_at) < writeReadEveryMs) return;
    await this.transactions.run((tx) =>
      tx.run('UPDATE calendar_feed SET read_at = $2 WHERE id = $1', [id, this.clock.at()]),
    );
  }
}
