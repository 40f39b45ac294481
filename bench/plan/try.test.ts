import { it } from '@jest/globals';
import { clashesOf } from '../../shared/schedule/planning/clashes.js';
import { planMonth } from '../../shared/schedule/planning/plan-month.js';
import { bigMonth, sizes } from './big-month.js';
import { placeGreedily } from './greedy.js';
import { measurePlan } from './measure-plan.js';

it('tries', () => {
  const out: string[] = [];
  for (const [name, size] of Object.entries(sizes))
    for (const seed of [1, 2]) {
      const problem = bigMonth(size, seed);
      const t = performance.now();
      const plan = planMonth(problem);
      const s = performance.now() - t;
      const m = measurePlan(problem, plan.placed),
        g = measurePlan(problem, placeGreedily(problem));
      const say = (x: typeof m) =>
        `missed ${x.missed} unplaced ${x.unplaced} late ${x.late[0]} splits ${x.splits} waited ${x.waited}`;
      out.push(
        `${name} ${problem.sessions.length} sessions ${(s / 1000).toFixed(2)} s  clashes ${clashesOf(problem, plan).length}\n   ours ${say(m)}\n   greedy ${say(g)}`,
      );
    }
  console.log(out.join('\n'));
});
