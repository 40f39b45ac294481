import type { MonthPlan, PlanProblem } from './problem.js';
import { makeBest } from './search/exact.js';
import { makeFirstPlan } from './search/first-plan.js';
import { freedomOf } from './search/moves.js';
import { polish } from './search/polish.js';
import { Sheet } from './search/sheet.js';
import { terrainOf } from './search/terrain.js';
import { type Walk, walk } from './search/walk.js';
import { at } from './search/worth.js';
import { splitsOf } from './splits.js';
import { explain, seenOf } from './ways.js';

// Counted in steps, so that a slow machine makes the same plan as a fast one, only later.
const steps = { exact: 400_000, polish: 400_000 };
/** Far first, where the limits are found; then near, where only the days of specialists get better. */
const walks = (families: number): Walk[] => {
  const each = Math.min(2500, 900 + Math.round(100_000 / (families + 1)));
  return [
    { steps: families * each, warmest: 3000, weights: { days: 0.3, split: 60 }, keepsLimits: false },
    {
      steps: Math.round((families * each) / 5),
      warmest: 100,
      weights: { days: 1, split: 60 },
      keepsLimits: true,
    },
  ];
};

/**
 * Places every family of a month: inside its limit where that can be, nobody in two places, each specialist one block
 * a day, little waiting. The same problem always gets the same plan, in whatever order its lists are given.
 */
export function planMonth(problem: PlanProblem): MonthPlan {
  const sheet = new Sheet(terrainOf(problem));
  const freedom = freedomOf(sheet.terrain);
  makeFirstPlan(sheet, freedom);
  polish(sheet, freedom, steps.polish);
  if (!makeBest(sheet, freedom, steps.exact))
    for (const how of walks(freedom.movable.length)) walk(sheet, freedom, how);
  polish(sheet, freedom, steps.polish);
  return planOf(problem, sheet);
}

function planOf(problem: PlanProblem, sheet: Sheet): MonthPlan {
  const { families, sessions, elsewhere, dateOf, dueOn } = sheet.terrain;
  const placed = sessions.flatMap(({ sessionId }, s) =>
    sheet.order[s]!.map((f) => ({
      familyId: families[f]!.familyId,
      sessionId,
      startsAt: sheet.start[f]!,
      minutes: families[f]!.minutes,
    })),
  );
  const seen = seenOf(problem, sheet);
  const all = families.map((_, f) => f).filter((f) => !elsewhere[f]);
  const out = all.filter((f) => sheet.session[f] === sessions.length);
  const late = all.filter(
    (f) => sheet.session[f]! < sessions.length && isLateAt(dueOn[f]!, dateOf[sheet.session[f]!]!),
  );
  return {
    placed,
    unplaced: out.map((f) => explain(seen, sheet, f, false)),
    placedLate: late.map((f) => explain(seen, sheet, f, true)),
    splits: splitsOf(sheet),
    inTime: placed.length - late.length,
    late: late.length,
    minutesWaited: sheet.worth[at.waited]!,
  };
}

const isLateAt = (dueOn: number, date: number): boolean => dueOn >= 0 && date > dueOn;
