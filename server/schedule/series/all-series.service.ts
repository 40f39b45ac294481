import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { dueAfter } from '../../../shared/cadence/due.js';
import { Refused } from '../../../shared/refusals.js';
import { gapReport } from '../../../shared/schedule/gap-report.js';
import { daysBetween } from '../../../shared/schedule/lateness.js';
import type {
  GapReport,
  GapsOf,
  NewSeries,
  Series,
  SeriesPatch,
  SeriesPattern,
} from '../../../shared/schedule/series.js';
import { plusDays } from '../../../shared/schedule/working-days.js';
import { OfficeDays } from '../../cadence/office-days.service.js';
import { Policies } from '../../cadence/policies.service.js';
import { Acts } from '../../core/acts.js';
import { Clock } from '../../core/clock.js';
import type { Connection } from '../../core/connection.js';
import { keepsTeam } from '../../core/http/keepers.js';
import { type Caller, holds } from '../../core/http/policy.js';
import { Reader } from '../../core/reader.js';
import { Transactions, type Tx } from '../../core/transaction.js';
import { JoinLinks } from '../join-links.service.js';
import { SeriesSessions } from './series-sessions.service.js';

interface Row {
  id: string;
  team_id: string;
  name: string;
  pattern: string;
  starts: string;
  ends: string;
  room: string;
  join_link: string;
  chair_id: string;
  deputy_id: string | null;
  pen_id: string | null;
  from_on: string;
  to_on: string | null;
  ended_at: string | null;
}

/** The patterns in which teams meet. */
@Injectable()
export class AllSeries {
  constructor(
    private readonly reader: Reader,
    private readonly transactions: Transactions,
    private readonly acts: Acts,
    private readonly clock: Clock,
    private readonly joinLinks: JoinLinks,
    private readonly officeDays: OfficeDays,
    private readonly policies: Policies,
    private readonly sessions: SeriesSessions,
  ) {}

  async of(by: Caller, teamId: string): Promise<Series[]> {
    mustSee(by, teamId);
    const rows = await this.reader.query<Row>(
      'SELECT * FROM series WHERE team_id = $1 ORDER BY CASE WHEN ended_at IS NULL THEN 0 ELSE 1 END, from_on, id',
      [teamId],
    );
    return rows.map(seriesOf);
  }

  /** A year of it, judged by the limit that holds in the team today. */
  async gaps(by: Caller, { teamId, pattern, fromOn }: GapsOf): Promise<GapReport> {
    mustSee(by, teamId);
    const calendar = await this.officeDays.of(teamId);
    const policies = await this.policies.all();
    const after = (heldOn: string): string => dueAfter(heldOn, { teamId, plans: [] }, policies, calendar).on;
    return gapReport(pattern, fromOn, calendar, { after, days: daysBetween(fromOn, after(fromOn)) });
  }

  async add(by: Caller, series: NewSeries): Promise<string> {
    if (!keepsTeam(by, series.teamId)) throw new Refused('not-yours');
    mustEndAfter(series);
    this.joinLinks.mustBeAllowed(series.joinLink);
    const seriesId = randomUUID();
    const made: Series = { ...series, seriesId, endedAt: null };
    await this.transactions.run(async (tx) => {
      const [team] = await tx.query<{ name: string }>('SELECT name FROM team WHERE id = $1', [series.teamId]);
      if (!team) throw new Refused('not-found');
      await tx.run(
        `INSERT INTO series (team_id, name, pattern, starts, ends, room, join_link, chair_id, deputy_id, pen_id, from_on,
           to_on, id, by_id, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
        [...columnsOf(made), seriesId, by.personId, this.clock.at()],
      );
      const many = await this.sessions.make(tx, by, made, this.fromToday(series.fromOn));
      const says = `made the series ${series.name} of ${team.name}, with ${many} sessions from ${series.fromOn}`;
      await this.keep(tx, by, made, 'series.add', says, undefined, series);
    });
    return seriesId;
  }

  /** From a day on, which is not one gone by. */
  async change(by: Caller, seriesId: string, patch: SeriesPatch): Promise<void> {
    await this.transactions.run(async (tx) => {
      const before = await this.mustKeep(tx, by, seriesId);
      const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      const fromOn = this.fromToday(patch.fromOn ?? this.clock.today());
      // The day from which it is another is not the day on which it began.
      const after: Series = { ...before, ...given, fromOn: before.fromOn < fromOn ? before.fromOn : fromOn };
      mustEndAfter(after);
      this.joinLinks.mustBeAllowed(after.joinLink, before.joinLink);
      await tx.run(
        `UPDATE series SET team_id = $1, name = $2, pattern = $3, starts = $4, ends = $5, room = $6, join_link = $7,
           chair_id = $8, deputy_id = $9, pen_id = $10, from_on = $11, to_on = $12 WHERE id = $13`,
        [...columnsOf(after), seriesId],
      );
      await this.sessions.change(tx, by, before, after, fromOn);
      const says = `changed the series ${after.name} from ${fromOn}`;
      await this.keep(tx, by, after, 'series.change', says, before, after);
    });
  }

  async end(by: Caller, seriesId: string, toOn: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const series = await this.mustKeep(tx, by, seriesId);
      if (toOn < this.clock.today())
        throw new Refused('bad-dates', 'The last day of a series is today or later.');
      await tx.run('UPDATE series SET to_on = $1, ended_at = $2 WHERE id = $3', [
        toOn,
        this.clock.at(),
        seriesId,
      ]);
      await this.sessions.end(tx, series, toOn);
      const says = `ended the series ${series.name} on ${toOn}`;
      await this.keep(tx, by, series, 'series.end', says, { toOn: series.toOn }, { toOn });
    });
  }

  /**
   * Sessions of every series reach a year ahead again; answers how many were made. Days before its last session are not
   * filled up: somebody emptied them.
   */
  async reachAhead(tx: Tx): Promise<number> {
    const today = this.clock.today();
    const rows = await tx.query<Row & { last_on: string | null }>(
      `SELECT r.*, (SELECT MAX(held_on) FROM session s WHERE s.series_id = r.id) AS last_on FROM series r
       WHERE ended_at IS NULL AND (to_on IS NULL OR to_on >= $1) ORDER BY id`,
      [today],
    );
    let made = 0;
    for (const row of rows) {
      const fromOn = row.last_on && row.last_on >= today ? plusDays(row.last_on, 1) : today;
      try {
        made += await this.sessions.make(tx, null, seriesOf(row), fromOn, today);
      } catch (error) {
        // Its chair is no manager any more: until that day it has its sessions, and whoever keeps the team sees that no
        // others follow. What else refuses would refuse a person too.
        if (!(error instanceof Refused)) throw error;
      }
    }
    return made;
  }

  private fromToday(fromOn: string): string {
    return [fromOn, this.clock.today()].sort()[1]!;
  }

  private async mustKeep(at: Connection, by: Caller, seriesId: string): Promise<Series> {
    const [row] = await at.query<Row>('SELECT * FROM series WHERE id = $1', [seriesId]);
    if (!row || !keepsTeam(by, row.team_id)) throw new Refused('not-found');
    if (row.ended_at) throw new Refused('already-there', 'This series has ended.');
    return seriesOf(row);
  }

  private keep(
    tx: Tx,
    by: Caller,
    { seriesId }: Series,
    kind: string,
    says: string,
    before: unknown,
    after: unknown,
  ): Promise<void> {
    return this.acts.keep(tx, {
      byId: by.personId,
      kind,
      subject: 'series',
      subjectId: seriesId,
      says,
      before,
      after,
    });
  }
}

function mustSee(by: Caller, teamId: string): void {
  if (!keepsTeam(by, teamId) && !holds(by, ['service-manager'], teamId)) throw new Refused('not-found');
}

function mustEndAfter({
  startsAt,
  endsAt,
  fromOn,
  toOn,
}: Pick<Series, 'startsAt' | 'endsAt' | 'fromOn' | 'toOn'>): void {
  if (endsAt <= startsAt || (toOn !== null && toOn < fromOn)) throw new Refused('bad-dates');
}

/** In the order of the table, from the team to the last day. */
function columnsOf(series: Series): unknown[] {
  const { teamId, name, pattern, startsAt, endsAt, room, joinLink, chairId, deputyId, penId, fromOn, toOn } =
    series;
  return [
    teamId,
    name,
    JSON.stringify(pattern),
    startsAt,
    endsAt,
    room,
    joinLink,
    chairId,
    deputyId,
    penId,
    fromOn,
    toOn,
  ];
}

function seriesOf(row: Row): Series {
  return {
    seriesId: row.id,
    teamId: row.team_id,
    name: row.name,
    pattern: JSON.parse(row.pattern) as SeriesPattern,
    startsAt: row.starts,
    endsAt: row.ends,
    room: row.room,
    joinLink: row.join_link,
    chairId: row.chair_id,
    deputyId: row.deputy_id,
    penId: row.pen_id,
    fromOn: row.from_on,
    toOn: row.to_on,
    endedAt: row.ended_at,
  };
}
