import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Series } from '../../../shared/schedule/series.js';
import { openDaysOf } from '../../../shared/schedule/series-days.js';
import { OfficeDays } from '../../cadence/office-days.service.js';
import { Clock } from '../../core/clock.js';
import type { Tx } from '../../core/transaction.js';
import { Record } from '../../live/record.js';
import { Planning } from '../planning.service.js';
import type { SessionRow } from '../session-access.service.js';
import { SessionNews } from '../session-news.service.js';
import { planOf } from '../session-plan.js';
import { Diary } from '../slots/diary.service.js';

/** What the sessions of a series have from it; each can be changed by itself afterwards. */
export type OfSeries = Pick<
  Series,
  'startsAt' | 'endsAt' | 'room' | 'joinLink' | 'chairId' | 'deputyId' | 'penId'
>;

/** Whoever does it; null: the product itself, as time passes. */
type Doer = { personId: string } | null;

/** Makes the sessions of a series, and brings those to come into line when it changes. */
@Injectable()
export class SeriesSessions {
  constructor(
    private readonly clock: Clock,
    private readonly officeDays: OfficeDays,
    private readonly planning: Planning,
    private readonly record: Record,
    private readonly diary: Diary,
    private readonly news: SessionNews,
  ) {}

  /** Makes those that are missing from a day on, until a year after `since` at most. Answers how many. */
  async make(tx: Tx, by: Doer, series: Series, fromOn: string, since = fromOn): Promise<number> {
    const there = await this.toCome(tx, series.seriesId, fromOn);
    const others = await tx.query<{
      held_on: string;
      starts: string;
      series_id: string | null;
      status: string;
    }>('SELECT held_on, starts, series_id, status FROM session WHERE team_id = $1 AND held_on >= $2', [
      series.teamId,
      fromOn,
    ]);
    const taken = new Set([
      ...there.map((session) => session.held_on),
      ...others.filter((session) => isTaken(session, series)).map((session) => session.held_on),
    ]);
    const days = (await this.days(series, fromOn, since)).filter((day) => !taken.has(day));
    for (const date of days) {
      const { teamId, startsAt, endsAt, room, joinLink, chairId, penId } = series;
      const plan = { teamId, title: '', date, startsAt, endsAt, room, joinLink, chairId, penId };
      await this.planning.make(tx, by, plan, { seriesId: series.seriesId, deputyId: series.deputyId });
    }
    return days.length;
  }

  /**
   * From a day on the series is another. A session whose day stays takes over what nobody changed by hand; with families
   * in it, its hours stay too: people were told them. One whose day goes is removed, unless it holds, or held, a family.
   */
  async change(tx: Tx, by: Doer, before: Series, after: Series, fromOn: string): Promise<void> {
    const days = new Set(await this.days(after, fromOn));
    for (const session of await this.toCome(tx, before.seriesId, fromOn)) {
      if (days.has(session.held_on)) await this.take(tx, by, session, before, after);
      else await this.remove(tx, session);
    }
    await this.make(tx, by, after, fromOn);
  }

  /** After its last day the series has no sessions but those that hold, or held, a family. */
  async end(tx: Tx, { seriesId }: Series, after: string): Promise<void> {
    for (const session of await this.toCome(tx, seriesId, after))
      if (session.held_on > after) await this.remove(tx, session);
  }

  private async days(series: Series, fromOn: string, since = fromOn): Promise<string[]> {
    const calendar = await this.officeDays.of(series.teamId);
    const [from, begin] = [[fromOn, series.fromOn].sort()[1]!, [since, series.fromOn].sort()[1]!];
    const ahead = Temporal.PlainDate.from(begin).add({ years: 1 }).subtract({ days: 1 }).toString();
    const to = series.toOn && series.toOn < ahead ? series.toOn : ahead;
    const days = openDaysOf(series.pattern, from, to, calendar).map(({ heldOn }) => heldOn);
    return [...new Set(days)].filter((day) => day >= this.clock.today());
  }

  private toCome(tx: Tx, seriesId: string, fromOn: string): Promise<SessionRow[]> {
    return tx.query<SessionRow>(
      `SELECT * FROM session WHERE series_id = $1 AND held_on >= $2 AND status = 'planned' ORDER BY held_on, id`,
      [seriesId, fromOn],
    );
  }

  private async take(tx: Tx, by: Doer, { id }: SessionRow, before: OfSeries, after: OfSeries): Promise<void> {
    const [sitting] = await this.diary.hold(tx, [id], []);
    if (sitting?.session.status !== 'planned') return;
    const { session: row, slots } = sitting;
    const kept = <K extends keyof OfSeries>(key: K, now: OfSeries[K] | null): OfSeries[K] =>
      now === before[key] ? after[key] : (now as OfSeries[K]);
    const hours = slots.length
      ? { starts: row.starts, ends: row.ends }
      : { starts: kept('startsAt', row.starts), ends: kept('endsAt', row.ends) };
    const next: SessionRow = {
      ...row,
      ...hours,
      room: kept('room', row.room),
      join_link: kept('joinLink', row.join_link),
      chair_id: kept('chairId', row.chair_id),
      deputy_id: kept('deputyId', row.deputy_id),
      pen_id: kept('penId', row.pen_id),
    };
    if (JSON.stringify(next) === JSON.stringify(row) || next.ends <= next.starts) return;
    await tx.run(
      `UPDATE session SET starts = $1, ends = $2, room = $3, join_link = $4, chair_id = $5, deputy_id = $6, pen_id = $7
       WHERE id = $8`,
      [next.starts, next.ends, next.room, next.join_link, next.chair_id, next.deputy_id, next.pen_id, id],
    );
    await this.record.append(tx, `session/${id}`, 'session.plan', planOf(next), by?.personId ?? null);
    if (slots.length) await this.news.changed(tx, [id], by?.personId ?? null);
    tx.touchAuthority([row.chair_id, next.chair_id].filter((one) => one !== null));
  }

  /** Only one in which nothing was, and of which nobody was told: everything else is history. */
  private async remove(tx: Tx, { id, chair_id: chairId }: SessionRow): Promise<void> {
    const used = await tx.query(
      `SELECT 1 FROM slot WHERE session_id = $1 UNION SELECT 1 FROM session_guest WHERE session_id = $1
       UNION SELECT 1 FROM invite WHERE session_id = $1`,
      [id],
    );
    if (used.length) return;
    await tx.run('DELETE FROM untold WHERE session_id = $1', [id]);
    await tx.run('DELETE FROM session WHERE id = $1', [id]);
    if (chairId) tx.touchAuthority([chairId]);
  }
}

/** Another session begins at that time; or the series had one that day and it is over, perhaps because it was called off. */
function isTaken(
  session: { starts: string; series_id: string | null; status: string },
  { seriesId, startsAt }: Series,
): boolean {
  return session.starts === startsAt || (session.series_id === seriesId && session.status === 'closed');
}
