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
import { inParts } from '../places.js';
import { TakingIn } from '../talks/taking-in.service.js';
import { coverageRows, instead, openHeld } from './coverage.sql.js';

/** How one family is counted in a month. */
export interface CoverageLine {
  familyId: string;
  lands: 'met' | 'not-met' | 'apart';
  reason: string;
  provisional: boolean;
}

interface Row {
  month: string;
  family_id: string;
  found: string;
}

interface OpenTalk {
  family_id: string;
  held_on: string;
  counts: number;
}

interface Month {
  month: string;
  first: string;
  until: string;
}

const monthsAtOnce = 5;

/** What `coverageRows` finds of those that are counted; anything else is why one is not. */
const counted = new Set(['3', '2', '1', '0']);

/** Measure 3: of the families that were in scope for the whole of a month, which were discussed in it. */
@Injectable()
export class Coverage {
  constructor(
    private readonly reader: Reader,
    private readonly facts: FamilyFactsOf,
    private readonly takingIn: TakingIn,
  ) {}

  /** As known now, read on a day: records that were unsigned on that day may have lapsed. */
  async of(teamIds: readonly string[], month: string, asAt: string): Promise<CoverageLine[]> {
    return (await this.ofMonths(teamIds, [month], asAt)).get(month)!;
  }

  /** The same of several months, the oldest first, in a handful of questions. */
  async ofMonths(
    teamIds: readonly string[],
    names: readonly string[],
    asAt: string,
  ): Promise<Map<string, CoverageLine[]>> {
    if (names.length === 0) return new Map();
    await this.takingIn.upToNow();
    const months = names.map((month): Month => {
      const { first, last } = monthOf(month);
      return { month, first, until: last < asAt ? last : asAt };
    });
    const rules = await this.facts.rules();
    const span = [months[0]!.first, months.at(-1)!.until] as const;
    const [rows, openOf, reasonOf] = await Promise.all([
      this.rows(teamIds, months, asAt, rules),
      this.open(teamIds, span),
      this.reasons(teamIds, span),
    ]);
    const lines = new Map(names.map((month): [string, CoverageLine[]] => [month, []]));
    const long = new Map<string, string[]>();
    const each = ({ month, family_id: familyId, found }: Row, since: string): void => {
      const add = (lands: CoverageLine['lands'], reason: string, provisional = false) =>
        lines.get(month)!.push({ familyId, lands, reason, provisional });
      const open = found < '2' ? openOf(familyId, month) : [];
      const waiting = open.filter((o) => o.counts === 1);
      if (found === 'unsure' || (found === '0' && open.length > waiting.length && waiting.length === 0))
        long.set(month, [...(long.get(month) ?? []), familyId]);
      else if (!counted.has(found)) add('apart', found);
      else if (found >= '2') add('met', 'discussed', found === '2');
      else if (waiting.some((o) => o.held_on >= since)) add('met', 'discussed', true);
      else add('not-met', found === '1' || waiting.length > 0 ? 'unsigned' : reasonOf(familyId, month));
    };
    for (const { since, of } of rows) for (const row of of) each(row, since);
    await this.addLong(lines, rules, long, asAt);
    return lines;
  }

  /** Teams may be shut on days of their own, so that records lapse on different days: then they are asked apart. Many months are asked in parts, side by side. */
  private async rows(
    teamIds: readonly string[],
    months: readonly Month[],
    asAt: string,
    rules: AuditFacts,
  ): Promise<{ since: string; of: Row[] }[]> {
    const byLapse = groupedBy(teamIds, (id) => notLapsedSince(asAt, rules.calendarOf(id)));
    const asked = [...byLapse].flatMap(([since, teams]) =>
      inParts(months, monthsAtOnce).map(async (of) => {
        const found = await this.reader.query<Row>(coverageRows(of.length, teams.length), [
          endOf(asAt),
          since,
          ...of.flatMap(({ month, first, until }) => [month, first, until]),
          ...teams,
        ]);
        return { since, of: found };
      }),
    );
    return Promise.all(asked);
  }

  /** Through everything that happened to these families. */
  private async addLong(
    lines: Map<string, CoverageLine[]>,
    rules: AuditFacts,
    long: ReadonlyMap<string, readonly string[]>,
    asAt: string,
  ): Promise<void> {
    const ids = [...new Set([...long.values()].flat())];
    if (ids.length === 0) return;
    const known = new Map((await this.facts.families(ids, asAt)).map((f) => [f.familyId, f]));
    for (const [month, of] of long) {
      const families = of.map((id) => known.get(id)!);
      for (const row of coverageOf({ ...rules, families }, month, { asAt }).rows) {
        const { familyId, lands, reason, provisional } = row;
        lines.get(month)!.push({ familyId, lands, reason, provisional });
      }
    }
  }

  /** What a family was talked through in a month whose record is open. */
  private async open(teamIds: readonly string[], span: readonly [string, string]) {
    const open = await this.reader.query<OpenTalk>(openHeld(teamIds.length), [...span, ...teamIds]);
    const found = groupedBy(open, (o) => `${o.family_id} ${o.held_on.slice(0, 7)}`);
    return (familyId: string, month: string): readonly OpenTalk[] => found.get(`${familyId} ${month}`) ?? [];
  }

  /** What there was instead. */
  private async reasons(teamIds: readonly string[], span: readonly [string, string]) {
    const rows = await this.reader.query<{ family_id: string; held_on: string; what: string }>(
      instead(teamIds.length),
      [...span, ...teamIds],
    );
    const found = groupedBy(rows, (r) => `${r.family_id} ${r.held_on.slice(0, 7)}`);
    return (familyId: string, month: string): string => {
      const happened = new Set((found.get(`${familyId} ${month}`) ?? []).map((r) => r.what));
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
