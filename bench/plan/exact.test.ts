import { describe, expect, it } from '@jest/globals';
import { clashesOf } from '../../shared/schedule/planning/clashes.js';
import { planMonth } from '../../shared/schedule/planning/plan-month.js';
import { bestOfAll } from './exhaustive.js';
import { inOrder, measurePlan } from './measure-plan.js';
import { smallMonth } from './small-month.js';

/** The first of the 1,000 months; the others follow it. */
const firstSeed = 0;

describe('a manager who plans a small month', () => {
  it('gets as good a plan as trying every plan there is would give, in 1,000 months: limits, places, blocks and waiting', () => {
    const worse: unknown[] = [];
    let [inTime, split, waits] = [0, 0, 0];
    for (let seed = firstSeed; seed < firstSeed + 1000; seed++) {
      const problem = smallMonth(seed);
      const plan = planMonth(problem);
      const found = measurePlan(problem, plan.placed);
      const best = bestOfAll(problem);
      const clashes = clashesOf(problem, plan).filter(({ stood }) => !stood);
      if (inOrder(found).join() !== best.figures.join() || clashes.length)
        worse.push({ seed, found: inOrder(found), best: best.figures, clashes });
      expect({
        seed,
        splits: plan.splits.length,
        waited: plan.minutesWaited,
        left: plan.unplaced.length,
      }).toEqual({
        seed,
        splits: found.splits,
        waited: found.waited,
        left: found.unplaced[0],
      });
      inTime += plan.inTime;
      split += found.splits > 0 ? 1 : 0;
      waits += found.waited;
    }
    expect(worse).toEqual([]);
    // The months are worth something only if limits are met and days have to be split in a good many of them.
    expect(inTime).toBeGreaterThan(2500);
    expect(split).toBeGreaterThan(50);
    expect(waits).toBeGreaterThan(1000);
  });
});
