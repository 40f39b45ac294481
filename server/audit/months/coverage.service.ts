import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { monthOf } from '../../../shared/audit/days.js';
import type { AuditFacts } from '../../../shared/audit/facts.js';
import { groupedBy } from '../../../shared/audit/grouped.js';
import { coverageOf, insteadKinds } from '../../../shared/audit/measures/coverage.js';
import { signWithin } from '../../../shared/audit/standing.js';
import { type OfficeCalendar, plusDays, plusWorkingDays } from '../../../shared/schedule/working-days.js';
import { Reader } from '../../core/reader.js';
import { FamilyFactsOf } from '../family-facts.service.js';
import { coverageRows, instead, openInMonth } from './coverage.sql.js';

/** How one family is counted in a month. */
export interface CoverageLine {
  familyId: string;
  teamId: string;
  lands: 'met' | 'not-met' | 'apart';
  reason: string;
  provisional: boolean;
}

interface Row {
  family_id: string;
  team_id: string;
  apart: string | null;
  // Counts come as text from PostgreSQL.
  signed: number | string;
  provisional: number | string;
  lapsed: number | string;
  unsure: number;
}

/** Measure 3: of the families that were in scope for the whole of a month, which were discussed in it. */
@Injectable()
export class Coverage {
  constructor(
    private readonly reader: Reader,
    private readonly facts: FamilyFactsOf,
  ) {}

  /** As known now, read on a day: records that were unsigned on that day may have lapsed. */
  async of(teamIds: readonly string[], month: string, asAt: string): Promise<CoverageLine[]> {
    const { first, last } = monthOf(month);
    const until = last < asAt ? last : asAt;
    const rules = await this.facts.rules();
    // Teams may be shut on days of their own, so that records lapse on different days.
    const byLapse = groupedBy(teamIds, (id) => notLapsedSince(asAt, rules.calendarOf(id)));
    const rows: Row[] = [];
    for (const [since, teams] of byLapse)
      rows.push(
        ...(await this.reader.query<Row>(coverageRows(teams.length), [
          first,
          until,
          endOf(asAt),
          since,
          ...teams,
        ])),
      );
    const open = await this.reader.query<{ family_id: string }>(openInMonth, [first, until]);
    const unsure = new Set(open.map((o) => o.family_id));
    const reasonOf = await this.reasons(teamIds, first, until);
    const lines: CoverageLine[] = [];
    const long: string[] = [];
    for (const row of rows) {
      const [signed, provisional] = [Number(row.signed), Number(row.provisional)];
      const { family_id: familyId, team_id: teamId } = row;
      if (row.apart) {
        lines.push({ familyId, teamId, lands: 'apart', reason: row.apart, provisional: false });
      } else if (row.unsure === 1 || (signed + provisional === 0 && unsure.has(familyId))) {
        long.push(familyId);
      } else if (signed + provisional > 0) {
        lines.push({ familyId, teamId, lands: 'met', reason: 'discussed', provisional: signed === 0 });
      } else {
        const reason = Number(row.lapsed) > 0 ? 'unsigned' : reasonOf(familyId);
        lines.push({ familyId, teamId, lands: 'not-met', reason, provisional: false });
      }
    }
    return long.length === 0 ? lines : [...lines, ...(await this.long(rules, long, month, asAt))];
  }

  /** Through everything that happened to these families. */
  private async long(
    rules: AuditFacts,
    familyIds: readonly string[],
    month: string,
    asAt: string,
  ): Promise<CoverageLine[]> {
    const families = await this.facts.families(familyIds, asAt);
    return coverageOf({ ...rules, families }, month, { asAt }).rows.map(
      ({ familyId, lands, reason, provisional, groups }) => ({
        familyId,
        teamId: groups.team[0] ?? '',
        lands,
        reason,
        provisional,
      }),
    );
  }

  private async reasons(teamIds: readonly string[], first: string, until: string) {
    const rows = await this.reader.query<{ family_id: string; what: string }>(instead(teamIds.length), [
      first,
      until,
      ...teamIds,
    ]);
    const found = groupedBy(rows, (r) => r.family_id);
    return (familyId: string): string => {
      const happened = new Set((found.get(familyId) ?? []).map((r) => r.what));
      return insteadKinds.find((kind) => happened.has(kind)) ?? 'not-discussed';
    };
  }
}

/** Before this instant lies everything that happened up to and with a day in England. */
export function endOf(day: string): string {
  const midnight = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime('Europe/London');
  return new Date(midnight.epochMilliseconds).toISOString();
}

/** The first day whose unsigned records still count on a day. */
function notLapsedSince(asAt: string, calendar: OfficeCalendar): string {
  let day = asAt;
  while (plusWorkingDays(plusDays(day, -1), signWithin, calendar) >= asAt) day = plusDays(day, -1);
  return day;
}
