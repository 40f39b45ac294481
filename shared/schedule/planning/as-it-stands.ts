import type { PlanProblem, Unplaced } from './problem.js';
import { Sheet } from './sheet.js';
import { terrainOf } from './terrain.js';
import { explain, seenOf } from './ways.js';

/** The families that have no place as things stand, with what is in the way and where they could go: nothing is solved. */
export function asItStands(problem: PlanProblem): readonly Unplaced[] {
  const sheet = new Sheet(terrainOf(problem));
  const seen = seenOf(problem, sheet);
  const { families, sessions, elsewhere } = sheet.terrain;
  return families
    .map((_, f) => f)
    .filter((f) => !elsewhere[f] && sheet.session[f] === sessions.length)
    .map((f) => explain(seen, sheet, f, false));
}
