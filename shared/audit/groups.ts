import type { PlanPeriod } from '../cadence/events.js';
import { planWithin } from '../cadence/timeline.js';
import type { PlanType } from '../discussion/state.js';
import type { AuditFacts, ChildFacts, DiscussionFacts, FamilyFacts } from './facts.js';
import type { Groups } from './figure.js';

/** The order in which plans weigh: a family or child with several is counted under the first of these. */
export const planOrder: readonly PlanType[] = ['PLO', 'CP', 'CLA', 'CIN', 'assessment', 'other'];

/** A family of which nothing is known, for a row whose family was not asked for. */
export const nobody: FamilyFacts = { familyId: '', events: [], children: [], allocations: [] };

export function byFamily({ families }: Pick<AuditFacts, 'families'>): Map<string, FamilyFacts> {
  return new Map(families.map((f) => [f.familyId, f]));
}

/** The children who belong to the family on a day. */
export function childrenOn({ children }: FamilyFacts, day: string): ChildFacts[] {
  return children.filter((c) => (!c.hereFrom || c.hereFrom <= day) && (!c.hereUntil || day < c.hereUntil));
}

/** The weightiest plan that holds on a day. */
export function planOn(plans: readonly PlanPeriod[], day: string): PlanType | null {
  const held = new Set(
    plans.filter((p) => p.sinceOn <= day && (!p.untilOn || day < p.untilOn)).map((p) => p.type),
  );
  return planOrder.find((type) => held.has(type)) ?? null;
}

/** The plans of a family's children while they belong to it: what its rule is chosen by. */
export function plansOf({ children }: FamilyFacts): PlanPeriod[] {
  return children.flatMap(({ plans, hereFrom, hereUntil }) =>
    plans.flatMap((plan) => planWithin(plan, hereFrom, hereUntil)),
  );
}

/** Who works with a family in a discipline on a day. */
export function workersOn({ allocations }: FamilyFacts, discipline: string, day: string): string[] {
  return allocations.flatMap((a) =>
    a.discipline === discipline && a.personId && a.fromOn <= day && (!a.toOn || day <= a.toOn)
      ? [a.personId]
      : [],
  );
}

/** The groups of a family on a day: its social worker, the weightiest plan, and what is known of these children. */
export function groupsOf(
  family: FamilyFacts,
  day: string,
  { teamId, chairId }: { teamId: string | null; chairId: string | null },
  children: readonly ChildFacts[] = childrenOn(family, day),
): Groups {
  const plan = planOn(
    children.flatMap((c) => c.plans),
    day,
  );
  const disciplines = family.allocations
    .filter((a) => a.fromOn <= day && (!a.toOn || day <= a.toOn))
    .map((a) => a.discipline);
  return {
    team: said(teamId),
    worker: workersOn(family, 'social-work', day),
    chair: said(chairId),
    plan: said(plan),
    discipline: disciplines,
    ethnicity: children.flatMap((c) => said(c.ethnicity)),
    disability: children.flatMap((c) => said(c.disability)),
  };
}

/** The groups of a discussion: as the family was on the day, with the children who were discussed. */
export function groupsOfDiscussion(family: FamilyFacts | undefined, of: DiscussionFacts): Groups {
  const those = (family?.children ?? []).filter((c) => of.childIds.includes(c.childId));
  const groups = groupsOf(family ?? nobody, of.heldOn, of, those);
  return { ...groups, discipline: of.disciplines.map((d) => d.discipline) };
}

function said(one: string | null): string[] {
  return one === null ? [] : [one];
}
