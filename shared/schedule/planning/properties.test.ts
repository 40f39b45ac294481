import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chanceFrom } from '../../../bench/lib/chance.js';
import { bigMonth } from '../../../bench/plan/big-month.js';
import { measureDays } from '../../../bench/plan/measure-plan.js';
import { smallMonth } from '../../../bench/plan/small-month.js';
import { clashesOf } from './clashes.js';
import { planMonth } from './plan-month.js';
import type { MonthPlan, PlanProblem, Split } from './problem.js';

const seeds = fc.integer({ min: 10_000, max: 1_000_000 });
const small = seeds.map(smallMonth);
/** Too large to be proved: the walk plans it. */
const larger = seeds.map((seed) => bigMonth({ teams: 2, families: 34, specialists: 6 }, seed));

function shuffled(problem: PlanProblem, seed: number): PlanProblem {
  const { some } = chanceFrom(seed);
  const mixed = <T>(list: readonly T[]): T[] => some(list, list.length);
  return {
    sessions: mixed(problem.sessions),
    families: mixed(problem.families).map((family) => ({
      ...family,
      people: mixed(family.people),
      specialists: mixed(family.specialists),
    })),
    people: mixed(problem.people).map((person) => ({ ...person, busy: mixed(person.busy) })),
  };
}

const made = (problem: PlanProblem, plan: MonthPlan) =>
  clashesOf(problem, plan).filter(({ stood }) => !stood);

describe('any month that is planned', () => {
  it('puts nobody in two places, and nobody where they are not free', () => {
    fc.assert(
      fc.property(small, (problem) => expect(made(problem, planMonth(problem))).toEqual([])),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(larger, (problem) => expect(made(problem, planMonth(problem))).toEqual([])),
      { numRuns: 8 },
    );
  });

  it('is the same plan each time, in whatever order its families, sessions and people are given', () => {
    const same = (problem: PlanProblem, seed: number): void => {
      const plan = planMonth(problem);
      expect(planMonth(problem)).toEqual(plan);
      expect(planMonth(shuffled(problem, seed))).toEqual(plan);
    };
    fc.assert(fc.property(small, seeds, same), { numRuns: 200 });
    fc.assert(fc.property(larger, seeds, same), { numRuns: 5 });
  });

  it('has no fewer families in time when a session is added', () => {
    fc.assert(
      fc.property(small, seeds, (problem, seed) => {
        const { oneOf } = chanceFrom(seed);
        const session = {
          ...oneOf(problem.sessions),
          sessionId: 'one more',
          keepsOrder: false,
          date: '2026-04-10',
        };
        const more = planMonth({ ...problem, sessions: [...problem.sessions, session] });
        expect(metIn(problem, more)).toBeGreaterThanOrEqual(metIn(problem, planMonth(problem)));
      }),
      { numRuns: 200 },
    );
  });

  it('names for a split day the family without which the day would be whole, where there is one', () => {
    let looked = 0;
    for (let seed = 0; seed < 1500; seed++) {
      const problem = smallMonth(seed);
      const plan = planMonth(problem);
      for (const split of plan.splits) {
        if (!isMadeByOne(problem, plan, split)) continue;
        looked += 1;
        expect({ seed, split, left: splitsWithout(problem, plan, split) }).toEqual({ seed, split, left: 0 });
      }
    }
    expect(looked).toBeGreaterThan(50);
  });
});

/** Families with a limit that is met: one without a limit is never late. */
const metIn = (problem: PlanProblem, plan: MonthPlan): number => {
  const limited = new Set(problem.families.filter(({ dueBy }) => dueBy).map(({ familyId }) => familyId));
  const late = new Set(plan.placedLate.map(({ familyId }) => familyId));
  return plan.placed.filter(({ familyId }) => limited.has(familyId) && !late.has(familyId)).length;
};

function dayOf(problem: PlanProblem, plan: MonthPlan, { personId, date }: Split) {
  const here = new Set(problem.sessions.filter((session) => session.date === date).map((s) => s.sessionId));
  const families = problem.families.map((family) => ({
    ...family,
    people: family.people.filter((id) => id === personId),
  }));
  const placed = plan.placed.filter(({ sessionId }) => here.has(sessionId));
  return { problem: { ...problem, families }, placed };
}

/** Two blocks in one session, and one family alone is a block or stands between them. */
function isMadeByOne(problem: PlanProblem, plan: MonthPlan, split: Split): boolean {
  const { problem: theirs, placed } = dayOf(problem, plan, split);
  if (measureDays(theirs, placed).splits !== 1) return false;
  const slots = placed
    .filter(({ familyId }) => theirs.families.find((f) => f.familyId === familyId)!.people.length)
    .sort((a, b) => a.startsAt - b.startsAt);
  if (new Set(slots.map(({ sessionId }) => sessionId)).size > 1) return false;
  const second = slots.findIndex(
    (slot, i) => i > 0 && slots[i - 1]!.startsAt + slots[i - 1]!.minutes < slot.startsAt,
  );
  return second === 1 || second === slots.length - 1;
}

/** The person's splits of that day once the named family is taken out and the rest of its session moves up. */
function splitsWithout(problem: PlanProblem, plan: MonthPlan, split: Split): number {
  const { problem: theirs, placed } = dayOf(problem, plan, split);
  const out = placed.find(({ familyId }) => familyId === split.forFamilyId)!;
  const rest = placed
    .filter((slot) => slot !== out)
    .map((slot) =>
      slot.sessionId === out.sessionId && slot.startsAt > out.startsAt
        ? { ...slot, startsAt: slot.startsAt - out.minutes }
        : slot,
    );
  return measureDays(theirs, rest).splits;
}
