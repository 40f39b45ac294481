import { Injectable } from '@nestjs/common';
import type { Row } from '../../../shared/audit/figure.js';
import { Reader } from '../../core/reader.js';
import { places } from '../places.js';

/** A month as it was reported. */
export interface Reported {
  numerator: number;
  denominator: number;
  provisional: number;
  closedAt: string;
  /** How each family was counted: id, where it landed, why. */
  rows: readonly (readonly [familyId: string, lands: Row['lands'], reason: string])[];
}

/** What closed months were reported as. */
@Injectable()
export class ReportedMonths {
  constructor(private readonly reader: Reader) {}

  /** A measure of some teams as reported, month by month; only months that every one of them has closed. */
  async of(
    teamIds: readonly string[],
    measure: string,
    limit: string,
    months: readonly string[],
  ): Promise<Map<string, Reported>> {
    if (months.length === 0) return new Map();
    const teams = places(teamIds.length, 4);
    const rows = await this.reader.query<{
      month: string;
      numerator: number;
      denominator: number;
      provisional: number;
      rows: string;
      closed_at: string;
    }>(
      `SELECT month, numerator, denominator, provisional, rows, closed_at FROM month_close
       WHERE measure = $1 AND limit_code = $2 AND month >= $3 AND month <= $4 AND team_id IN (${teams})
       ORDER BY month, team_id`,
      [measure, limit, months[0], months.at(-1), ...teamIds],
    );
    const found = new Map<string, Reported & { teams: number }>();
    for (const row of rows) {
      const sum = found.get(row.month);
      found.set(row.month, {
        numerator: (sum?.numerator ?? 0) + row.numerator,
        denominator: (sum?.denominator ?? 0) + row.denominator,
        provisional: (sum?.provisional ?? 0) + row.provisional,
        closedAt: row.closed_at,
        rows: [...(sum?.rows ?? []), ...(JSON.parse(row.rows) as Reported['rows'])],
        teams: (sum?.teams ?? 0) + 1,
      });
    }
    return new Map([...found].filter(([, r]) => r.teams === teamIds.length));
  }
}
