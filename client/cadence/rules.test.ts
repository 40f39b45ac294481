import { describe, expect, it } from '@jest/globals';
import { isUsual, usualPolicies } from '../../shared/cadence/due.js';
import type { CadencePolicy } from '../../shared/cadence/policy.js';
import { forWhom, rulesFrom } from './rules.js';

const policy = (
  name: string,
  version: number,
  fromOn: string,
  change: Partial<CadencePolicy> = {},
): CadencePolicy => ({
  ...usualPolicies[0]!,
  policyId: `${name} ${version}`,
  name,
  version,
  fromOn,
  ...change,
});

describe('the rules as Helen finds them on 10 March', () => {
  const today = '2026-03-10';

  it('each has the version that holds, those to come and those before', () => {
    const all = [
      policy('All', 1, '2025-01-01'),
      policy('All', 2, '2026-01-01'),
      policy('All', 3, '2026-04-01'),
    ];
    const [rule, ...more] = rulesFrom(all, today);
    expect([
      rule?.now?.version,
      rule?.coming.map((p) => p.version),
      rule?.before.map((p) => p.version),
    ]).toEqual([2, [3], [1]]);
    expect(rule?.newest.version).toBe(3);
    expect(more).toEqual([]);
  });

  it('where no rule for everybody holds, the usual one is shown last, and a rule that ended has none for today', () => {
    const all = [
      policy('Old', 1, '2025-01-01'),
      policy('Old', 2, '2026-01-01', { ended: true }),
      policy('CP', 1, '2026-01-01', { planTypes: ['CP'] }),
    ];
    const rules = rulesFrom(all, today);
    expect(rules.map((r) => [r.name, r.now?.version ?? null])).toEqual([
      ['CP', 1],
      ['Old', null],
      ['Four-weekly', 1],
    ]);
    expect(rules.map((r) => isUsual(r.newest))).toEqual([false, false, true]);
  });

  it('it is said for whom a rule is', () => {
    const name = (id: string) => id;
    expect(forWhom({ planTypes: null, teamIds: null }, name)).toBe('Every family');
    expect(forWhom({ planTypes: ['CP', 'PLO'], teamIds: null }, name)).toBe(
      'Children on child protection and pre-proceedings',
    );
    expect(forWhom({ planTypes: null, teamIds: ['Northgate'] }, name)).toBe('Every family, in Northgate');
  });
});
