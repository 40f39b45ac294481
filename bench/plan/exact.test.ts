import { describe, expect, it } from '@jest/globals';
import { clashesOf } from '../../shared/schedule/planning/clashes.js';
import { planMonth } from '../../shared/schedule/planning/plan-month.js';
import { bestOfAll } from './exhaustive.js';
import { inOrder, measurePlan } from './measure-plan.js';
import { smallMonth } from './small-month.js';

describe('a planner of small months', () => {
  it('does as well as trying every plan there is, in 1,000 of them', () => {
    let tried = 0,
      t1 = 0,
      t2 = 0;
    const bad: unknown[] = [];
    for (let seed = 0; seed < 1000; seed++) {
      const problem = smallMonth(seed);
      const t = performance.now();
      const plan = planMonth(problem);
      t1 += performance.now() - t;
      const u = performance.now();
      const best = bestOfAll(problem);
      t2 += performance.now() - u;
      tried += best.tried;
      const found = inOrder(measurePlan(problem, plan.placed));
      const clashes = clashesOf(problem, plan).filter((c) => !c.stood);
      if (JSON.stringify(found) !== JSON.stringify(best.figures) || clashes.length)
        bad.push({ seed, found, best: best.figures, clashes });
    }
    console.log(tried, t1, t2, bad.length, JSON.stringify(bad.slice(0, 5)));
    expect(bad.length).toBe(0);
  });
});
