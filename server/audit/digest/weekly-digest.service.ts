import { Inject, Injectable } from '@nestjs/common';
import { type DigestFigures, digestWords } from '../../../shared/messages/words.js';
import {
  daysBetween,
  isWorkingDay,
  plusDays,
  plusWorkingDays,
} from '../../../shared/schedule/working-days.js';
import { OfficeDays } from '../../cadence/office-days.service.js';
import type { Config } from '../../config.js';
import { Jobs, type Work } from '../../core/jobs/jobs.js';
import { Reader } from '../../core/reader.js';
import { CONFIG } from '../../core/tokens.js';
import type { Tx } from '../../core/transaction.js';
import { Outbox } from '../../messages/outbox.service.js';
import { Snapshot } from '../standing/snapshot.service.js';
import { TalkPages } from '../talks/talk-pages.service.js';

interface Team {
  id: string;
  name: string;
}

/** A Monday, from which weeks are counted. */
const someMonday = '2024-01-01';
/** So far back a digest looks for what was said and left open: a quarter, as the page does. */
const quarter = 91;
/** A message leaves the product by itself: not one family is named in it, to nobody. */
const nobody: ReadonlySet<string> = new Set();

/** On Monday at seven, or on the next day that the office is open, each manager hears how their own teams stand: figures and a link. */
@Injectable()
export class WeeklyDigest {
  constructor(
    jobs: Jobs,
    private readonly reader: Reader,
    private readonly officeDays: OfficeDays,
    private readonly snapshots: Snapshot,
    private readonly talks: TalkPages,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    jobs.of({
      kind: 'digest',
      from: '07:00',
      due: (day) => this.due(day),
      find: ({ subjectId, day: week }, day) => this.figures(subjectId, week, day),
      run: (tx, { subjectId, day: week }, day, figures) => this.write(tx, subjectId, { week, day, figures }),
    });
  }

  /** This week's only: what last week was like is in this one. */
  private async due(day: string): Promise<Work[]> {
    const monday = plusDays(day, -(daysBetween(someMonday, day) % 7));
    const calendar = await this.officeDays.of(null);
    const week = isWorkingDay(monday, calendar) ? monday : plusWorkingDays(monday, 1, calendar);
    if (day < week) return [];
    const managers = await this.reader.query<{ person_id: string }>(
      `SELECT DISTINCT r.person_id FROM person_role r JOIN person p ON p.id = r.person_id
       WHERE r.role IN ('team-manager', 'deputy-manager', 'service-manager') AND p.email IS NOT NULL
         AND r.from_on <= $1 AND (r.to_on IS NULL OR r.to_on >= $2) AND (p.ended_on IS NULL OR p.ended_on > $2)
       ORDER BY r.person_id`,
      [week, day],
    );
    return managers.map(({ person_id }) => ({ subjectId: person_id, day: week }));
  }

  private async figures(personId: string, week: string, day: string): Promise<DigestFigures[]> {
    const figures: DigestFigures[] = [];
    for (const { id, name } of await this.teamsOf(personId, week, day)) {
      const scope = { teamId: id, teamIds: [id] };
      const question = { asAt: day, limit: 'policy' as const, by: undefined };
      const { families, lists } = await this.snapshots.page(scope, question, nobody);
      const period = { ...question, from: plusDays(day, 1 - quarter) };
      const oversight = await this.talks.oversight(scope, period, nobody);
      figures.push({
        teamName: name,
        inTime: families.numerator,
        counted: families.denominator,
        pastLimit: lists.overdue.length,
        unsigned: oversight.unsigned.after10.length,
        challengesOpen: oversight.challengesOpen.length,
        carriedOften: oversight.carried.length,
        silentTwice: oversight.silent.length,
      });
    }
    return figures;
  }

  private teamsOf(personId: string, week: string, day: string): Promise<Team[]> {
    return this.reader.query<Team>(
      `SELECT DISTINCT t.id, t.name FROM team t JOIN person_role r
         ON r.team_id = t.id OR (r.team_id IS NULL AND r.role = 'service-manager')
       WHERE r.person_id = $1 AND r.role IN ('team-manager', 'deputy-manager', 'service-manager')
         AND r.from_on <= $2 AND (r.to_on IS NULL OR r.to_on >= $3) ORDER BY t.name`,
      [personId, week, day],
    );
  }

  private async write(
    tx: Tx,
    personId: string,
    { week, day, figures }: { week: string; day: string; figures: readonly DigestFigures[] },
  ): Promise<string> {
    if (figures.length === 0) return 'manages no team';
    const words = digestWords(this.config.publicUrl, day, figures);
    await this.outbox.write(tx, { key: `digest/${personId}/${week}`, personId, words });
    return `told of ${figures.length}`;
  }
}
