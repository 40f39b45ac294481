import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { monthOf } from '../../../shared/audit/days.js';
import { countOf, type Row } from '../../../shared/audit/figure.js';
import { limitOf } from '../../../shared/audit/limits.js';
import { plusWorkingDays } from '../../../shared/schedule/working-days.js';
import { OfficeDays } from '../../cadence/office-days.service.js';
import { Acts } from '../../core/acts.js';
import { Clock } from '../../core/clock.js';
import { Reader } from '../../core/reader.js';
import { sha256 } from '../../core/secrets.js';
import { Transactions } from '../../core/transaction.js';
import { Standings } from '../standing/standings.service.js';
import { Coverage } from './coverage.service.js';

/** The limits at which a month is kept: one may be asked for that was not the rule then. */
const keptAt = ['policy', '28d', '31d', '35d', 'month'] as const;
/** A month is closed on so many working days into the next. */
const closesAfter = 3;

/** Closes months: what was reported stays, whatever is learnt later. */
@Injectable()
export class Closing {
  constructor(
    private readonly reader: Reader,
    private readonly transactions: Transactions,
    private readonly acts: Acts,
    private readonly clock: Clock,
    private readonly officeDays: OfficeDays,
    private readonly coverage: Coverage,
    private readonly standings: Standings,
  ) {}

  /** The day on which a month is closed. */
  async closesOn(month: string): Promise<string> {
    return plusWorkingDays(monthOf(month).last, closesAfter, await this.officeDays.of(null));
  }

  /**
   * Keeps a month’s figures for every team, as they are known now. To close it again changes nothing, and neither do two
   * servers that close it at once. Too early, or closed already: nothing is done, and false is the answer.
   */
  async closeMonth(month: string): Promise<boolean> {
    const today = this.clock.today();
    if (today < (await this.closesOn(month))) return false;
    const teams = await this.reader.query<{ id: string }>(
      'SELECT id FROM team WHERE id NOT IN (SELECT team_id FROM month_close WHERE month = $1) ORDER BY id',
      [month],
    );
    if (teams.length === 0) return false;
    const { last } = monthOf(month);
    for (const { id } of teams) {
      const kept = [
        { measure: 'monthly-coverage', limit: '', rows: await this.coverage.of([id], month, today) },
      ];
      for (const limit of keptAt) {
        const rows = await this.standings.of([id], last, limitOf(limit)!);
        kept.push({ measure: 'snapshot-families', limit, rows });
      }
      await this.keep(month, id, kept);
    }
    return true;
  }

  private async keep(
    month: string,
    teamId: string,
    figures: readonly {
      measure: string;
      limit: string;
      rows: readonly { familyId: string; lands: Row['lands']; reason: string; provisional: boolean }[];
    }[],
  ): Promise<void> {
    await this.transactions.run(async (tx) => {
      let kept = 0;
      for (const { measure, limit, rows } of figures) {
        const count = countOf(rows);
        const text = JSON.stringify(
          rows.map((r) => [r.familyId, r.lands, r.reason]).sort((a, b) => (a[0]! < b[0]! ? -1 : 1)),
        );
        const made = await tx.query(
          `INSERT INTO month_close (id, month, team_id, measure, limit_code, numerator, denominator, provisional, rows,
             hash, closed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
           ON CONFLICT (month, team_id, measure, limit_code) DO NOTHING RETURNING id`,
          [
            randomUUID(),
            month,
            teamId,
            measure,
            limit,
            count.numerator,
            count.denominator,
            count.provisional,
            text,
            sha256(text),
            this.clock.at(),
          ],
        );
        kept += made.length;
      }
      if (kept > 0)
        await this.acts.keep(tx, {
          byId: null,
          kind: 'month.close',
          subject: 'team',
          subjectId: teamId,
          says: `closed ${month}: its figures stay as they were reported`,
        });
    });
  }
}
