import type { Adult, Child } from '../../shared/families/members.js';
import { ageInWords } from '../../shared/schedule/in-words.js';
import { listed } from '../ui/format.js';

const planWords = {
  CIN: 'child in need plan',
  CP: 'child protection plan',
  PLO: 'pre-proceedings',
  CLA: 'in our care',
  assessment: 'assessment',
  other: 'another plan',
} as const;

/** The plans a child is on today. */
export function plansNow({ plans }: Child, today: string): Child['plans'] {
  return plans.filter((plan) => plan.since <= today && (plan.until === null || plan.until >= today));
}

/** Children who share the same plans, with those plans in words. */
export interface ChildGroup {
  key: string;
  children: { childId: string; firstName: string; age: string }[];
  plans: string;
}

/** The children of the family today, eldest first, together where their plans are the same. */
export function childGroups(children: readonly Child[], today: string): ChildGroup[] {
  const groups = new Map<string, ChildGroup>();
  for (const child of childrenNow(children, today)) {
    const inOrder = plansNow(child, today).sort((a, b) => a.since.localeCompare(b.since));
    const plans = listed([...new Set(inOrder.map((plan) => planWords[plan.type]))]);
    const group = groups.get(plans) ?? { key: plans, children: [], plans };
    group.children.push({
      childId: child.childId,
      firstName: child.firstName,
      age: ageInWords(child, today),
    });
    groups.set(plans, group);
  }
  return [...groups.values()];
}

/** Those who have not left the family. */
export function childrenNow(children: readonly Child[], today: string): Child[] {
  return children.filter((child) => child.leftOn === null || child.leftOn > today);
}

/** Whose adult this is: "Maya and Theo", or nothing where it is everybody’s or nobody has said. */
export function belongsTo({ childIds }: Adult, children: readonly Child[]): string {
  if (!childIds) return '';
  return listed(children.filter((c) => childIds.includes(c.childId)).map((c) => c.firstName));
}

/** "Carried once", "Carried twice", "Carried 3 times"; empty when it was not carried. */
export function carriedSays(carried: number): string {
  if (carried <= 0) return '';
  return `Carried ${carried === 1 ? 'once' : carried === 2 ? 'twice' : `${carried} times`}`;
}

/** "Maya 7", "Lena 5 months": a child in a list. */
export function withAge({ firstName, age }: { firstName: string; age: string }): string {
  return `${firstName} ${age}`.trim();
}
