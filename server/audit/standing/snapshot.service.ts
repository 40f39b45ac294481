import { Injectable } from '@nestjs/common';
import { type Count, type Cut, countOf, cutBy, type Groups, type Row } from '../../../shared/audit/figure.js';
import { planOrder } from '../../../shared/audit/groups.js';
import type { SnapshotPage } from '../../../shared/audit/http.js';
import type { Limit } from '../../../shared/audit/limits.js';
import { credits } from '../../../shared/audit/standing.js';
import { daysBetween } from '../../../shared/schedule/working-days.js';
import { Reader } from '../../core/reader.js';
import type { Scope } from '../audit-access.service.js';
import { Naming, type WillBeNamed } from '../naming.service.js';
import { type StandingLine, Standings } from './standings.service.js';
import { familiesHere } from './stretches.sql.js';

/** Measures 1, 2, 5 and 6, as they stand on a day: who is in time, who is not, who waits longest. */
@Injectable()
export class Snapshot {
  constructor(
    private readonly reader: Reader,
    private readonly standings: Standings,
    private readonly naming: Naming,
  ) {}

  async page(
    scope: Scope,
    { asAt, limit, by }: { asAt: string; limit: Limit; by: Cut | undefined },
    willBeNamed: WillBeNamed,
  ): Promise<SnapshotPage> {
    const [{ lines, families, children }, named] = await Promise.all([
      this.rows(scope, { asAt, limit, by }),
      willBeNamed,
    ]);
    const stands = await this.naming.stands(lines, named);
    const list = (...reasons: StandingLine['reason'][]) =>
      lines.filter((l) => reasons.includes(l.reason)).map(stands);
    const overdue = lines
      .filter((l) => l.reason === 'overdue' || l.reason === 'overdue-first')
      .sort(longestOver);
    const longest = longestOpen(lines, asAt);
    return {
      ...(await this.naming.asked(scope, { asAt, limit })),
      families: countOf(families),
      children: countOf(children),
      lists: {
        inTime: list('in-time'),
        overdue: overdue.map(stands),
        unsigned: list('unsigned'),
        exempt: list('exempt'),
        notYetDue: list('not-yet-due'),
        noChild: list('no-child'),
      },
      longest: longest && { ...stands(longest), days: openDays(longest, asAt) },
      by: by
        ? {
            cut: by,
            families: await this.groups(families, by),
            children: await this.groups(children, by),
          }
        : null,
    };
  }

  /** Every family and every child in scope, a row each, as the counts are made of them. */
  async rows(
    scope: Scope,
    { asAt, limit, by }: { asAt: string; limit: Limit; by: Cut | undefined },
  ): Promise<{ lines: StandingLine[]; families: Row[]; children: Row[] }> {
    const lines = await this.standings.of(scope.teamIds, asAt, limit);
    const workers = by === 'worker' || by === 'discipline' ? await this.workers(scope, asAt) : nobody;
    return {
      lines,
      families: lines.map((line) => familyRow(line, workers)),
      children: lines.flatMap((line) => childRowsOf(line, workers)),
    };
  }

  private async groups(rows: readonly Row[], cut: Cut): Promise<(Count & { group: string; name: string })[]> {
    const nameOf = await this.naming.groups(cut);
    return [...cutBy({ rows }, cut)].map(([group, count]) => ({ group, name: nameOf(group), ...count }));
  }

  /** Who works with each family on the day. */
  private async workers({ teamIds }: Scope, asAt: string): Promise<WorkersOf> {
    const rows = await this.reader.query<{ family_id: string; discipline: string; person_id: string | null }>(
      `SELECT a.family_id, a.discipline, a.person_id FROM allocation a
       WHERE a.from_on <= $1 AND (a.to_on IS NULL OR a.to_on >= $1) AND a.family_id IN
         (${familiesHere(teamIds.length, 1)})`,
      [asAt, ...teamIds],
    );
    const found = new Map<string, { worker: string[]; discipline: string[] }>();
    for (const { family_id, discipline, person_id } of rows) {
      const of = found.get(family_id) ?? { worker: [], discipline: [] };
      of.discipline.push(discipline);
      if (discipline === 'social-work' && person_id) of.worker.push(person_id);
      found.set(family_id, of);
    }
    return (familyId) => found.get(familyId) ?? { worker: [], discipline: [] };
  }
}

type WorkersOf = (familyId: string) => { worker: string[]; discipline: string[] };
const nobody: WorkersOf = () => ({ worker: [], discipline: [] });

function groupsOf(
  line: StandingLine,
  workers: WorkersOf,
  children: StandingLine['children'],
  plan: string | null,
): Groups {
  return {
    team: [line.teamId],
    chair: line.chairId ? [line.chairId] : [],
    plan: plan ? [plan] : [],
    ...workers(line.familyId),
    ethnicity: children.flatMap((c) => (c.ethnicity ? [c.ethnicity] : [])),
    disability: children.flatMap((c) => (c.disability ? [c.disability] : [])),
  };
}

function familyRow(line: StandingLine, workers: WorkersOf): Row {
  const { familyId, lands, reason, provisional } = line;
  return {
    id: familyId,
    familyId,
    on: line.dueBy,
    days: line.daysOver,
    lands,
    reason,
    provisional,
    groups: groupsOf(line, workers, line.children, line.plan),
  };
}

function childRowsOf(line: StandingLine, workers: WorkersOf): Row[] {
  const { familyId, lands, reason, provisional } = line;
  return line.children.map((child) => {
    const credited = lands !== 'met' || credits(line.discussed, child);
    return {
      id: child.childId,
      familyId,
      childId: child.childId,
      on: line.dueBy,
      days: line.daysOver,
      lands: credited ? lands : 'not-met',
      reason: credited ? reason : 'left-out',
      provisional: credited && provisional,
      groups: groupsOf(line, workers, [child], child.plan),
    };
  });
}

function longestOver(a: StandingLine, b: StandingLine): number {
  const weight = ({ plan }: StandingLine) => {
    return plan ? planOrder.indexOf(plan) : planOrder.length;
  };
  return b.daysOver - a.daysOver || weight(a) - weight(b) || (a.familyId < b.familyId ? -1 : 1);
}

function longestOpen(lines: readonly StandingLine[], asAt: string): StandingLine | null {
  return lines
    .filter((l) => l.reason !== 'exempt' && l.reason !== 'no-child')
    .reduce<StandingLine | null>((a, b) => (a && openDays(a, asAt) >= openDays(b, asAt) ? a : b), null);
}

function openDays({ lastHeldOn, beganOn }: StandingLine, asAt: string): number {
  return daysBetween(lastHeldOn ?? beganOn, asAt);
}
