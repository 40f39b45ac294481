import { Injectable } from '@nestjs/common';
import type { AuditFacts, ChildFacts, FamilyFacts } from '../../shared/audit/facts.js';
import { groupedBy } from '../../shared/audit/grouped.js';
import type { PlanPeriod } from '../../shared/cadence/events.js';
import type { DisciplineCode } from '../../shared/disciplines.js';
import { Histories } from '../cadence/histories.service.js';
import { OfficeDays } from '../cadence/office-days.service.js';
import { Policies } from '../cadence/policies.service.js';
import { Reader } from '../core/reader.js';
import { inParts, places } from './places.js';

interface ChildRow {
  id: string;
  family_id: string;
  ethnicity: string | null;
  disability: string | null;
  joined_on: string | null;
  left_on: string | null;
}
interface PlanRow {
  child_id: string;
  type: PlanPeriod['type'];
  since_on: string;
  until_on: string | null;
}
interface AllocationRow {
  family_id: string;
  discipline: DisciplineCode;
  person_id: string | null;
  from_on: string;
  to_on: string | null;
}

const atOnce = 500;

/** Gathers what the measures are reckoned from, for some families at a time. */
@Injectable()
export class FamilyFactsOf {
  constructor(
    private readonly reader: Reader,
    private readonly histories: Histories,
    private readonly policies: Policies,
    private readonly officeDays: OfficeDays,
  ) {}

  /** The rules and the calendars, with no family yet. */
  async rules(known?: string): Promise<AuditFacts> {
    const all = await this.policies.all();
    return {
      families: [],
      discussions: [],
      challenges: [],
      steps: [],
      slots: [],
      grades: [],
      policies: known === undefined ? all : all.filter((p) => p.madeAt <= known),
      calendarOf: await this.officeDays.ofAll(),
    };
  }

  /** Everything that happened to these families up to a day and after it, their children, plans and workers. */
  async families(ids: readonly string[], asAt: string, known?: string): Promise<FamilyFacts[]> {
    const histories = await this.histories.of(ids, { asAt, known, whole: true });
    const members = await this.members(ids);
    return ids.map((familyId) => ({
      familyId,
      events: histories.get(familyId)?.events ?? [],
      ...members(familyId),
    }));
  }

  /** The children of these families, with their plans, and everybody who ever worked with them. */
  async members(
    ids: readonly string[],
  ): Promise<(familyId: string) => Pick<FamilyFacts, 'children' | 'allocations'>> {
    const found = new Map<string, Pick<FamilyFacts, 'children' | 'allocations'>>();
    for (const some of inParts(ids, atOnce)) {
      const { children, plans, allocations } = await this.rows(some);
      for (const familyId of some)
        found.set(familyId, {
          children: (children.get(familyId) ?? []).map((c) => childOf(c, plans.get(c.id) ?? [])),
          allocations: (allocations.get(familyId) ?? []).map((a) => ({
            discipline: a.discipline,
            personId: a.person_id,
            fromOn: a.from_on,
            toOn: a.to_on,
          })),
        });
    }
    return (familyId) => found.get(familyId) ?? { children: [], allocations: [] };
  }

  private async rows(ids: readonly string[]) {
    const these = places(ids.length, 0);
    const ask = <T>(sql: string): Promise<T[]> => this.reader.query<T>(sql, ids);
    const [children, plans, allocations] = await Promise.all([
      ask<ChildRow>(
        `SELECT id, family_id, ethnicity, disability, joined_on, left_on FROM child WHERE family_id IN (${these}) ORDER BY id`,
      ),
      ask<PlanRow>(
        `SELECT p.child_id, p.type, p.since_on, p.until_on FROM plan p JOIN child c ON c.id = p.child_id
         WHERE c.family_id IN (${these})`,
      ),
      ask<AllocationRow>(
        `SELECT family_id, discipline, person_id, from_on, to_on FROM allocation WHERE family_id IN (${these})`,
      ),
    ]);
    return {
      children: groupedBy(children, (c) => c.family_id),
      plans: groupedBy(plans, (p) => p.child_id),
      allocations: groupedBy(allocations, (a) => a.family_id),
    };
  }
}

function childOf(child: ChildRow, plans: readonly PlanRow[]): ChildFacts {
  return {
    childId: child.id,
    hereFrom: child.joined_on,
    hereUntil: child.left_on,
    ethnicity: child.ethnicity,
    disability: child.disability,
    plans: plans.map((p) => ({ type: p.type, sinceOn: p.since_on, untilOn: p.until_on })),
  };
}
