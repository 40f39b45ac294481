import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { familyPlans, policyNamed, rulebooks } from '../../test/support/cadence.js';
import { plusDays, usualCalendar, workingDayOnOrBefore } from '../schedule/working-days.js';
import { dueAfter, firstDueAfter, policiesOn, usualPolicies } from './due.js';
import type { PlanPeriod } from './events.js';
import type { CadencePolicy, Interval } from './policy.js';

interface Limit {
  dueBy: string;
  suggestedOnOrBefore: string;
}
type Published = { lastHeldOn: string } & Record<string, Limit>;
// The published dates of the practice guidance this product follows.
const oracle = JSON.parse(
  readFileSync(path.join(__dirname, '../../test/fixtures/oracles/due-dates.json'), 'utf8'),
) as { cases: Published[] };
const kinds: [string, Interval][] = [
  ['28 days', { every: 'days', n: 28 }],
  ['31 days', { every: 'days', n: 31 }],
  ['calendar month', { every: 'calendar-month', n: null }],
  ['20 working days', { every: 'working-days', n: 20 }],
];
const anybody = { teamId: 'northgate', plans: [] };

describe('when a family is due again', () => {
  const cases = oracle.cases.flatMap((c) =>
    kinds.map(([kind, interval]) => [c.lastHeldOn, kind, interval, c[kind]!] as const),
  );
  it.each(cases)(
    'last taken on %s and seen every %s, it is due and suggested on the published days',
    (held, _, interval, limit) => {
      const { on } = dueAfter(held, anybody, [policyNamed('One', { interval })]);
      expect({ dueBy: on, suggestedOnOrBefore: workingDayOnOrBefore(on) }).toEqual(limit);
    },
  );

  it('once in each calendar month means by the last day of the month after', () => {
    const each = [policyNamed('One', { interval: { every: 'each-calendar-month', n: null } })];
    expect(dueAfter('2026-01-02', anybody, each).on).toBe('2026-02-28');
    expect(dueAfter('2026-01-31', anybody, each).on).toBe('2026-02-28');
    expect(dueAfter('2023-12-31', anybody, each).on).toBe('2024-01-31');
    expect(dueAfter('2024-01-31', anybody, each).on).toBe('2024-02-29');
  });

  it('where nobody made a rule it is every 28 days, and first within ten working days of coming to the team', () => {
    expect(dueAfter('2026-03-10', anybody)).toEqual({
      on: '2026-04-07',
      policy: usualPolicies[0],
      cutShort: false,
    });
    expect(firstDueAfter('2026-03-16', anybody).on).toBe('2026-03-30');
    expect(firstDueAfter('2026-02-16', anybody).on).toBe('2026-03-02');
  });
});

describe('when the service manager changes the rule', () => {
  const monthly = policyNamed('Monthly', { interval: { every: 'days', n: 35 } });
  const version = (n: number, fromOn: string, ended = false) =>
    policyNamed('Monthly', { interval: { every: 'days', n }, version: 2, fromOn, ended });
  const dueFrom = (held: string, ...policies: CadencePolicy[]) =>
    dueAfter(held, anybody, [monthly, ...policies]);

  it('a date before the new version stays as it was', () => {
    expect(dueFrom('2026-02-01', version(28, '2026-03-09')).on).toBe('2026-03-08');
  });

  it('a date that both versions give is the earlier one, by the version in force on it', () => {
    // 35 days end on 8 March, in the time of the first; 42 would end on the 15th, in the time of the second.
    expect(dueFrom('2026-02-01', version(42, '2026-03-09'))).toMatchObject({
      on: '2026-03-08',
      policy: { version: 1 },
    });
  });

  it('a date that neither gives is the day on which the stricter version begins', () => {
    // By the first due on 8 March, when the second holds; by the second due on 1 March, when the first held.
    expect(dueFrom('2026-02-01', version(28, '2026-03-05'))).toMatchObject({
      on: '2026-03-05',
      policy: { version: 2 },
      cutShort: true,
    });
  });

  it('a longer wait that begins before the old date ran out gives the longer date', () => {
    expect(dueFrom('2026-02-01', version(42, '2026-03-01'))).toMatchObject({
      on: '2026-03-15',
      policy: { version: 2 },
    });
  });

  it('a rule that has ended holds for nobody, and the usual one does', () => {
    expect(dueFrom('2026-02-20', version(35, '2026-02-22', true))).toMatchObject({
      on: '2026-03-20',
      policy: usualPolicies[0],
    });
  });
});

describe('which rule holds for a family', () => {
  const plans: PlanPeriod[] = [
    { type: 'CIN', sinceOn: '2025-06-01', untilOn: '2026-02-01' },
    { type: 'CP', sinceOn: '2026-02-01', untilOn: null },
  ];
  const rules = [
    policyNamed('For all'),
    policyNamed('Protection', { planTypes: ['CP', 'PLO'], interval: { every: 'days', n: 21 } }),
    policyNamed('Northgate', { teamIds: ['northgate'], interval: { every: 'days', n: 31 } }),
    policyNamed('Northgate in need', {
      teamIds: ['northgate'],
      planTypes: ['CIN'],
      interval: { every: 'days', n: 42 },
    }),
  ];
  const names = (day: string, teamId: string) => policiesOn(day, { teamId, plans }, rules).map((p) => p.name);

  it('team and plan come before team, team before plan, plan before all', () => {
    expect(names('2026-01-10', 'northgate')).toEqual(['Northgate in need']);
    expect(names('2026-02-10', 'northgate')).toEqual(['Northgate']);
    expect(names('2026-02-10', 'southgate')).toEqual(['Protection']);
    expect(names('2026-01-10', 'southgate')).toEqual(['For all']);
  });

  it('of two rules that are equally particular the stricter one sets the date', () => {
    const both = [rules[1]!, policyNamed('Very', { planTypes: ['CP'], interval: { every: 'days', n: 14 } })];
    expect(dueAfter('2026-03-02', { teamId: 'southgate', plans }, both)).toMatchObject({
      on: '2026-03-16',
      policy: { name: 'Very' },
    });
  });

  it('a child who comes onto a protection plan brings the date forward, at the earliest to that day', () => {
    const southgate = { teamId: 'southgate', plans };
    expect(dueAfter('2026-01-20', southgate, rules).on).toBe('2026-02-10');
    expect(dueAfter('2026-01-08', southgate, rules)).toMatchObject({ on: '2026-02-01', cutShort: true });
  });
});

describe('whatever rules there are', () => {
  const days = fc.integer({ min: 0, max: 500 }).map((n) => plusDays('2025-01-01', n));

  it('a slow reference, day by day, finds the same date by the same rule', () => {
    fc.assert(
      fc.property(rulebooks, familyPlans, days, fc.boolean(), (policies, plans, from, first) => {
        const family = { teamId: 'northgate', plans };
        const own = (p: CadencePolicy) =>
          (first ? firstDueAfter : dueAfter)(from, { teamId: null, plans: [] }, [
            { ...p, planTypes: null, teamIds: null, fromOn: '1900-01-01' },
          ]).on;
        let day = from;
        while (!policiesOn(day, family, policies).some((p) => own(p) <= day)) day = plusDays(day, 1);
        const due = (first ? firstDueAfter : dueAfter)(from, family, policies, usualCalendar);
        expect(due.on).toBe(day);
        expect(policiesOn(day, family, policies)).toContainEqual(due.policy);
      }),
      { numRuns: 500 },
    );
  });

  it('a version that begins later never moves a date before it', () => {
    fc.assert(
      fc.property(rulebooks, rulebooks, familyPlans, days, (policies, more, plans, from) => {
        const family = { teamId: 'northgate', plans };
        const before = dueAfter(from, family, policies).on;
        const later = more
          .map((p, i) => ({ ...p, name: `${p.name}${i % 2 ? '' : ' new'}`, version: 50 + i }))
          .filter((p) => p.fromOn > before);
        expect(dueAfter(from, family, [...policies, ...later]).on).toBe(before);
        // And of the rest at the earliest to its first day.
        const all = more.map((p, i) => ({ ...p, version: 50 + i }));
        const soonest = all.map((p) => p.fromOn).sort()[0] ?? '9999';
        const now = dueAfter(from, family, [...policies, ...all]).on;
        if (now !== before) expect(now >= soonest).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
