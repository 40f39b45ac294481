import { Injectable } from '@nestjs/common';
import type { Row } from '../../../shared/audit/figure.js';
import { Reader } from '../../core/reader.js';
import { places } from '../places.js';

/** How many were counted when a month was closed. */
export interface ReportedCount {
  numerator: number;
  denominator: number;
  provisional: number;
  closedAt: string;
}

/** A month as it was reported. */
export interface Reported extends ReportedCount {
  /** How each family was counted: id, where it landed, why. */
  rows: readonly (readonly [familyId: string, lands: Row['lands'], reason: string])[];
}

interface Kept {
  month: string;
  team_id: string;
  numerator: number;
  denominator: number;
  provisional: number;
  closed_at: string;
}

type Asked = readonly [teamIds: readonly string[], measure: string, limit: string, months: readonly string[]];

/** What closed months were reported as. */
@Injectable()
export class ReportedMonths {
  constructor(private readonly reader: Reader) {}

  /** A measure of some teams as reported, month by month; only months that every team of that time has closed. */
  async of(...asked: Asked): Promise<Map<string, Reported>> {
    const kept = await this.kept<Kept & { rows: string }>(', rows', asked);
    const counts = await this.summed(kept, asked[0]);
    const of = (month: string) => kept.filter((k) => k.month === month);
    return new Map(
      [...counts].map(([month, count]) => [
        month,
        { ...count, rows: of(month).flatMap((k) => JSON.parse(k.rows) as Reported['rows']) },
      ]),
    );
  }

  /** The counts alone. */
  async counts(...asked: Asked): Promise<Map<string, ReportedCount>> {
    return this.summed(await this.kept<Kept>('', asked), asked[0]);
  }

  private async kept<K extends Kept>(more: ', rows' | '', asked: Asked): Promise<K[]> {
    const [teamIds, measure, limit, months] = asked;
    if (months.length === 0) return [];
    return this.reader.query<K>(
      `SELECT month, team_id, numerator, denominator, provisional, closed_at${more} FROM month_close
       WHERE measure = $1 AND limit_code = $2 AND month >= $3 AND month <= $4
         AND team_id IN (${places(teamIds.length, 4)}) ORDER BY month, team_id`,
      [measure, limit, months[0], months.at(-1), ...teamIds],
    );
  }

  private async summed(
    kept: readonly Kept[],
    teamIds: readonly string[],
  ): Promise<Map<string, ReportedCount>> {
    const found = new Map<string, ReportedCount & { teams: Set<string> }>();
    for (const row of kept) {
      const sum = found.get(row.month);
      found.set(row.month, {
        numerator: (sum?.numerator ?? 0) + row.numerator,
        denominator: (sum?.denominator ?? 0) + row.denominator,
        provisional: (sum?.provisional ?? 0) + row.provisional,
        closedAt: sum && sum.closedAt > row.closed_at ? sum.closedAt : row.closed_at,
        teams: (sum?.teams ?? new Set()).add(row.team_id),
      });
    }
    const missing = teamIds.filter((id) => [...found.values()].some(({ teams }) => !teams.has(id)));
    const firstKnown = await this.firstKnown(missing);
    const isWhole = ({ teams, closedAt }: ReportedCount & { teams: ReadonlySet<string> }) =>
      missing.every((id) => teams.has(id) || (firstKnown.get(id) ?? closedAt) >= closedAt);
    return new Map([...found].filter(([, of]) => isWhole(of)));
  }

  /** When teams first had a family: a month that was closed before is not theirs to close. */
  private async firstKnown(teamIds: readonly string[]): Promise<Map<string, string>> {
    if (teamIds.length === 0) return new Map();
    const rows = await this.reader.query<{ team_id: string; at: string }>(
      `SELECT team_id, MIN(known_at) AS at FROM family_event WHERE team_id IN (${places(teamIds.length, 0)})
       GROUP BY team_id`,
      teamIds,
    );
    return new Map(rows.map((r) => [r.team_id, r.at]));
  }
}
