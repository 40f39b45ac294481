import { Injectable } from '@nestjs/common';
import { chartSays, pointSays } from '../../../shared/audit/chart/says.js';
import { type Dot, type Xmr, xmr } from '../../../shared/audit/chart/xmr.js';
import { monthAfter, monthOf, monthsBetween } from '../../../shared/audit/days.js';
import { type Count, countOf, fewest, reasonsOf } from '../../../shared/audit/figure.js';
import type { MonthsPage } from '../../../shared/audit/http.js';
import { type Limit, limitCode } from '../../../shared/audit/limits.js';
import { percent } from '../../../shared/audit/numbers.js';
import type { Scope } from '../audit-access.service.js';
import { Naming, restricted, type WillBeNamed } from '../naming.service.js';
import { Coverage, type CoverageLine } from './coverage.service.js';
import { type Reported, type ReportedCount, ReportedMonths } from './reported-months.service.js';

type MonthPoint = MonthsPage['months'][number];

/** Measure 3 over time, as reported and as now known, with what changed in between. */
@Injectable()
export class Months {
  constructor(
    private readonly coverage: Coverage,
    private readonly reportedMonths: ReportedMonths,
    private readonly naming: Naming,
  ) {}

  /** Fourteen months, or from a month on; the newest is that of the day asked about, which need not be over. */
  async page(
    scope: Scope,
    asked: { asAt: string; limit: Limit; from: string | undefined; rebase: string | undefined },
    willBeNamed: WillBeNamed,
  ): Promise<MonthsPage> {
    const newest = asked.asAt.slice(0, 7);
    const months = monthsBetween(asked.from ?? monthAfter(newest, -13), newest);
    const limit = limitCode(asked.limit);
    const [covered, reported, inTime, named] = await Promise.all([
      this.coverage.ofMonths(scope.teamIds, months, asked.asAt),
      this.reportedMonths.of(scope.teamIds, 'monthly-coverage', '', months),
      this.reportedMonths.counts(scope.teamIds, 'snapshot-families', limit, months),
      willBeNamed,
    ]);
    const told = months.map((month) =>
      toldOf(month, covered.get(month)!, reported.get(month), inTime.get(month)),
    );
    const names = await this.naming.families(
      told.flatMap(({ changed, missing }) => [...changed, ...missing].map((l) => l.familyId)),
      named,
    );
    const points = told.map((of) => pointOf(of, asked.asAt, names));
    const chart = (of: readonly Dot[]) =>
      chartOf(
        xmr(of, {
          better: 'higher',
          percentage: true,
          ...(asked.rebase ? { rebaseOn: [asked.rebase] } : {}),
        }),
      );
    return {
      ...(await this.naming.asked(scope, asked)),
      months: points,
      chart: chart(points.filter((p) => p.over).map((p) => ({ on: p.month, value: p.now.rate }))),
      chartAsReported: chart(points.map((p) => ({ on: p.month, value: p.reported?.rate ?? null }))),
    };
  }
}

function chartOf(chart: Xmr): MonthsPage['chart'] {
  return {
    points: chart.points.map((p) => ({
      month: p.on,
      value: p.value,
      mean: p.mean,
      lower: p.drawn.lower,
      upper: p.drawn.upper,
      signal: p.signal,
      side: p.side,
      meaning: p.meaning,
      says: pointSays(p),
      trial: p.trial,
    })),
    says: chartSays(chart),
  };
}

interface Told {
  month: string;
  lines: readonly CoverageLine[];
  reported: Reported | undefined;
  inTime: ReportedCount | undefined;
  was: ReadonlyMap<string, { lands: CoverageLine['lands']; reason: string }>;
  /** Counted otherwise than reported. */
  changed: readonly Pick<CoverageLine, 'familyId' | 'reason'>[];
  missing: readonly CoverageLine[];
}

function toldOf(
  month: string,
  lines: readonly CoverageLine[],
  reported: Reported | undefined,
  inTime: ReportedCount | undefined,
): Told {
  const was = new Map((reported?.rows ?? []).map(([id, lands, reason]) => [id, { lands, reason }]));
  const here = new Set(lines.map((l) => l.familyId));
  // Known since to have been closed before, or with another team.
  const gone = [...was].filter(([id, { lands }]) => lands !== 'apart' && !here.has(id));
  const changed = reported
    ? [
        ...lines.filter((l) => isOther(was.get(l.familyId), l)),
        ...gone.map(([familyId]) => ({ familyId, reason: notThere })),
      ]
    : [];
  const missing = lines.filter((l) => l.lands === 'not-met');
  return { month, lines, reported, inTime, was, changed, missing };
}

/** Who was none of the families that a month could count. */
const notThere = 'not-there';

function pointOf(
  { month, lines, reported, inTime, was, changed, missing }: Told,
  asAt: string,
  names: ReadonlyMap<string, { name: string }>,
): MonthPoint {
  const called = (familyId: string) => ({
    familyId: names.has(familyId) ? familyId : null,
    name: names.get(familyId)?.name ?? restricted,
  });
  return {
    month,
    over: monthOf(month).last < asAt,
    now: countOf(lines),
    reported: reported
      ? { ...keptOf(reported), closedAt: reported.closedAt, inTime: inTime ? keptOf(inTime) : null }
      : null,
    changed: changed.map((l) => ({
      ...called(l.familyId),
      was: was.get(l.familyId)?.reason ?? notThere,
      is: l.reason,
    })),
    missing: missing.map((l) => ({ ...called(l.familyId), reason: l.reason })),
    apart: reasonsOf(lines, 'apart'),
  };
}

function keptOf({ numerator, denominator, provisional }: ReportedCount): Omit<Count, 'apart'> {
  const rate = percent(numerator, denominator);
  return { numerator, denominator, rate, small: denominator < fewest, provisional };
}

function isOther(was: { lands: CoverageLine['lands'] } | undefined, now: CoverageLine): boolean {
  return was ? was.lands !== now.lands : now.lands !== 'apart';
}
