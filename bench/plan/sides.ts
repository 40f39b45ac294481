import { clashesOf } from '../../shared/schedule/planning/clashes.js';
import { planMonth } from '../../shared/schedule/planning/plan-month.js';
import type { PlanProblem } from '../../shared/schedule/planning/problem.js';
import { placeGreedily } from './greedy.js';
import { measurePlan } from './measure-plan.js';

/** What one side made of one month. */
export interface Made {
  seconds: number;
  placed: number;
  inTime: number;
  daysLate: number;
  splits: number;
  minutesWaited: number;
  clashes: number;
}

export function plannedBy(problem: PlanProblem): Made {
  const began = performance.now();
  const plan = planMonth(problem);
  const seconds = (performance.now() - began) / 1000;
  return { seconds, ...figuresOf(problem, plan.placed), clashes: clashesOf(problem, plan).length };
}

/** By due date, with a calendar: its clashes are counted with the same eyes. */
export function greedyOf(problem: PlanProblem): Made {
  const began = performance.now();
  const placed = placeGreedily(problem);
  const seconds = (performance.now() - began) / 1000;
  const there = new Set(placed.map(({ familyId }) => familyId));
  const unplaced = problem.families
    .filter(({ familyId }) => !there.has(familyId))
    .map(({ familyId }) => ({ familyId, obstacles: [], ways: [] }));
  const plan = { placed, unplaced, placedLate: [], splits: [], inTime: 0, late: 0, minutesWaited: 0 };
  return { seconds, ...figuresOf(problem, placed), clashes: clashesOf(problem, plan).length };
}

function figuresOf(problem: PlanProblem, placed: Parameters<typeof measurePlan>[1]) {
  const { missed, unplaced, late, splits, waited } = measurePlan(problem, placed);
  const families = problem.families.length;
  return {
    placed: families - unplaced[0]!,
    inTime: families - missed[0]!,
    daysLate: late[0]!,
    splits,
    minutesWaited: waited,
  };
}

/** Families whose limit no plan can meet: not one session of theirs in time on which everybody works. */
export function beyondHelp({ families, sessions, people }: PlanProblem): number {
  const off = new Map(people.map(({ personId, daysOff }) => [personId, daysOff]));
  const could = families.filter((family) =>
    sessions.some(
      ({ teamId, date }) =>
        teamId === family.teamId &&
        (!family.notBefore || date >= family.notBefore) &&
        (!family.dueBy || date <= family.dueBy) &&
        family.people.every((personId) => !off.get(personId)?.has(date)),
    ),
  );
  return families.length - could.length;
}
