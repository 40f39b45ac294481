import { usualPolicies, versionsOn } from '../../shared/cadence/due.js';
import type { CadencePolicy } from '../../shared/cadence/policy.js';
import { planTypes } from '../../shared/families/members.js';
import { listed } from '../ui/format.js';

/** One name with the version that holds today, those that will, and those that did. */
export interface Rule {
  name: string;
  now: CadencePolicy | null;
  coming: readonly CadencePolicy[];
  before: readonly CadencePolicy[];
  /** The newest version, from which the next is made. */
  newest: CadencePolicy;
}

/** The rules by name, those that hold today first; the usual one last where no rule for everybody holds. */
export function rulesFrom(policies: readonly CadencePolicy[], today: string): Rule[] {
  const holding = versionsOn(today, policies);
  const rules = [...new Set(policies.map((p) => p.name))].flatMap((name): Rule[] => {
    const own = policies.filter((p) => p.name === name).sort((a, b) => b.version - a.version);
    const newest = own[0];
    if (!newest) return [];
    const now = holding.find((p) => p.name === name) ?? null;
    const coming = own.filter((p) => p.fromOn > today).reverse();
    return [{ name, now, coming, before: own.filter((p) => p !== now && p.fromOn <= today), newest }];
  });
  const inOrder = rules.sort((a, b) => Number(b.now !== null) - Number(a.now !== null));
  const forAll = holding.some((p) => !p.teamIds && !p.planTypes);
  const usual = usualPolicies[0];
  if (forAll || !usual) return inOrder;
  return [...inOrder, { name: usual.name, now: usual, coming: [], before: [], newest: usual }];
}

/** "Everybody", "Northgate", "children on child protection, Northgate and Southgate". */
export function forWhom(
  { planTypes: types, teamIds }: Pick<CadencePolicy, 'planTypes' | 'teamIds'>,
  teamName: (teamId: string) => string,
): string {
  const plans = types?.map((type) => planTypes[type].toLowerCase()) ?? [];
  const teams = teamIds?.map(teamName) ?? [];
  if (plans.length === 0 && teams.length === 0) return 'Every family';
  const whose = plans.length > 0 ? `Children on ${listed(plans)}` : 'Every family';
  return teams.length > 0 ? `${whose}, in ${listed(teams)}` : whose;
}
