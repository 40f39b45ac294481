import { makeFirstPlan } from './first-plan.js';
import { freedomOf } from './moves.js';
import { polish } from './polish.js';
import type { MonthPlan, PlanProblem } from './problem.js';
import { Sheet } from './sheet.js';
import { splitsOf } from './splits.js';
import { terrainOf } from './terrain.js';
import { explain, seenOf } from './ways.js';
import { at } from './worth.js';

/**
 * Places every family of a month: inside its limit where that can be, nobody in two places, each specialist one block
 * a day, little waiting. The same problem always gets the same plan, in whatever order its lists are given.
 */
export function planMonth(problem: PlanProblem): MonthPlan {
  const sheet = new Sheet(terrainOf(problem));
  const freedom = freedomOf(sheet.terrain);
  makeFirstPlan(sheet, freedom);
  polish(sheet, freedom, 400_000);
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
