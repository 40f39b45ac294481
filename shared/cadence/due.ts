import { Temporal } from 'temporal-polyfill';
import { type OfficeCalendar, plusDays, plusWorkingDays, usualCalendar } from '../schedule/working-days.js';
import type { PlanPeriod } from './events.js';
import type { CadencePolicy, FirstWithin, Interval } from './policy.js';

/** The rule where nobody made one: thirteen discussions a year, every gap the same, the first soon after allocation. */
export const usualPolicies: readonly CadencePolicy[] = [
  {
    policyId: '00000000-0000-0000-0000-000000000000',
    name: 'Four-weekly',
    version: 1,
    interval: { every: 'days', n: 28 },
    first: { n: 10, unit: 'working-days' },
    planTypes: null,
    teamIds: null,
    fromOn: '1900-01-01',
    ended: false,
    reason: 'The usual rule, where no other was made',
    byId: null,
    madeAt: '1900-01-01T00:00:00.000Z',
  },
];

/** Whether it is that rule, also where it is read at another interval. */
export function isUsual({ policyId }: Pick<CadencePolicy, 'policyId'>): boolean {
  return usualPolicies.some((usual) => usual.policyId === policyId);
}

/** What a rule is chosen by: the family's team, and the plans of its children over time. */
export interface RuleScope {
  teamId: string | null;
  plans: readonly PlanPeriod[];
}

/** An audit limit: its day, the rule that made it, and whether it stands there because that rule began on that day. */
export interface Due {
  on: string;
  policy: CadencePolicy;
  cutShort: boolean;
}

/** The audit limit of the next discussion after one held on a day. */
export function dueAfter(
  lastHeldOn: string,
  family: RuleScope,
  policies: readonly CadencePolicy[] = [],
  calendar: OfficeCalendar = usualCalendar,
): Due {
  return usedUp(lastHeldOn, family, policies, ({ interval }) => reach(lastHeldOn, interval, calendar));
}

/** The audit limit of a family's first discussion, after the day it came to the team. */
export function firstDueAfter(
  sinceOn: string,
  family: RuleScope,
  policies: readonly CadencePolicy[] = [],
  calendar: OfficeCalendar = usualCalendar,
): Due {
  return usedUp(sinceOn, family, policies, ({ first }) => reachFirst(sinceOn, first, calendar));
}

/**
 * The rules in force on a day for a family: the most particular ones; of two equally particular, both. Where none holds,
 * the usual one does, as the list has it, if it has it: it is never weighed against a rule that somebody made.
 */
export function policiesOn(
  day: string,
  { teamId, plans }: RuleScope,
  policies: readonly CadencePolicy[],
): readonly CadencePolicy[] {
  const types = new Set(
    plans.filter((p) => p.sinceOn <= day && (!p.untilOn || day < p.untilOn)).map((p) => p.type),
  );
  const holding = versionsOn(day, policies).filter(
    (p) =>
      (!p.teamIds || (teamId !== null && p.teamIds.includes(teamId))) &&
      (!p.planTypes || p.planTypes.some((type) => types.has(type))),
  );
  const most = Math.max(...holding.map(particular));
  if (holding.length > 0) return holding.filter((p) => particular(p) === most);
  const usual = policies.filter(isUsual);
  return usual.length > 0 ? usual : usualPolicies;
}

/** Of each name that somebody made the version in force on a day, but for names that have ended. */
export function versionsOn(day: string, policies: readonly CadencePolicy[]): CadencePolicy[] {
  const byName = new Map<string, CadencePolicy>();
  for (const policy of policies) {
    const held = byName.get(policy.name);
    if (!isUsual(policy) && policy.fromOn <= day && (!held || isLater(policy, held)))
      byName.set(policy.name, policy);
  }
  return [...byName.values()].filter((p) => !p.ended).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The rules that may hold for a family of a team on a day, the most particular first; the last holds whatever its plans. */
export function rulesOfTeam(
  teamId: string,
  day: string,
  policies: readonly CadencePolicy[],
): readonly CadencePolicy[] {
  const own = versionsOn(day, policies)
    .filter((p) => !p.teamIds || p.teamIds.includes(teamId))
    .sort((a, b) => particular(b) - particular(a));
  const last = own.findIndex((p) => !p.planTypes);
  return last < 0 ? [...own, ...usualPolicies] : own.slice(0, last + 1);
}

/**
 * The first day on which the time that the rule in force on that very day gives is used up. So an interval is judged by
 * the version in force on its due date, and a version that begins later cannot move a date before it. Where a stricter
 * version begins and its own date would lie before its first day, that first day is the limit; where a date of the old
 * and one of the new version would both do, the earlier stands. Guarded by due.test: “a slow reference, day by day”.
 */
function usedUp(
  from: string,
  family: RuleScope,
  policies: readonly CadencePolicy[],
  limit: (policy: CadencePolicy) => string,
): Due {
  const starts = [from, ...changesAfter(from, family, policies)];
  for (const [at, start] of starts.entries()) {
    const next = starts[at + 1];
    const due = policiesOn(start, family, policies)
      .map((policy) => ({ policy, own: limit(policy) }))
      .reduce((a, b) => (b.own < a.own ? b : a));
    const on = due.own < start ? start : due.own;
    if (next === undefined || on < next) return { on, policy: due.policy, cutShort: due.own < start };
  }
  throw new Error('The last of the rules has no end');
}

/** The days after one on which another rule may begin to hold. */
function changesAfter(from: string, { plans }: RuleScope, policies: readonly CadencePolicy[]): string[] {
  // Which plans the children have matters only where a rule asks.
  const byPlan = policies.some((p) => p.planTypes) ? plans : [];
  const days = [
    ...policies.map((p) => p.fromOn),
    ...byPlan.flatMap((p) => (p.untilOn ? [p.sinceOn, p.untilOn] : [p.sinceOn])),
  ];
  return [...new Set(days)].filter((day) => day > from).sort();
}

function isLater(a: CadencePolicy, b: CadencePolicy): boolean {
  return a.fromOn === b.fromOn ? a.version > b.version : a.fromOn > b.fromOn;
}

// Team and plan before team, team before plan, plan before all.
function particular({ teamIds, planTypes }: CadencePolicy): number {
  return (teamIds ? 2 : 0) + (planTypes ? 1 : 0);
}

function reach(from: string, { every, n }: Interval, calendar: OfficeCalendar): string {
  switch (every) {
    case 'days':
      return plusDays(from, n ?? 0);
    case 'working-days':
      return plusWorkingDays(from, n ?? 0, calendar);
    case 'calendar-month':
      return Temporal.PlainDate.from(from).add({ months: 1 }).toString();
    case 'each-calendar-month': {
      const next = Temporal.PlainDate.from(from).add({ months: 1 });
      return next.with({ day: next.daysInMonth }).toString();
    }
  }
}

function reachFirst(from: string, { n, unit }: FirstWithin, calendar: OfficeCalendar): string {
  return unit === 'days' ? plusDays(from, n) : plusWorkingDays(from, n, calendar);
}
