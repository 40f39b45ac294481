import { type Freedom, instead, moving, swapping, withAt, without } from './moves.js';
import { sequenceFrom } from './sequence.js';
import type { Change, Sheet, Weights } from './sheet.js';
import { at, compare } from './worth.js';

export interface Walk {
  steps: number;
  /** A step back of so much of the rough measure is allowed at first, and less and less of it. */
  warmest: number;
  weights: Weights;
  /** Never a step back in the limits themselves: only in the days of the specialists. */
  keepsLimits: boolean;
}

/**
 * Wanders from plan to plan, moving, swapping and pushing families on, allowing ever smaller steps back, and leaves
 * the best plan it came by. Steps are counted, not time, and chance is a fixed sequence: the same month, the same walk.
 */
export function walk(sheet: Sheet, freedom: Freedom, { steps, warmest, weights, keepsLimits }: Walk): void {
  const { options, sessions, stays, minutes } = sheet.terrain;
  const { movable, fixed, may } = freedom;
  const nowhere = sessions.length;
  const next = sequenceFrom(1);
  const best = sheet.worth.slice();
  const was = sheet.worth.slice();
  let bestOrders = [...sheet.order];
  if (!movable.length) return;

  const somePlace = (s: number, more: number): number =>
    fixed[s]! + next(sheet.order[s]!.length - fixed[s]! + more);
  /** f takes g's place, and g goes on to a third session. */
  const pushing = (f: number, g: number): Change[] | null => {
    const from = sheet.session[f]!;
    const to = sheet.session[g]!;
    const on = options[g]![next(options[g]!.length)]!;
    if (on === from || on === to || to === nowhere || !may[f * nowhere + to]) return null;
    if (!sheet.fits(to, minutes[f]! - minutes[g]!) || !sheet.fits(on, minutes[g]!)) return null;
    const changes: Change[] = [
      [to, instead(sheet.order[to]!, g, f)],
      [on, withAt(sheet.order[on]!, g, somePlace(on, 1))],
    ];
    if (from !== nowhere) changes.push([from, without(sheet.order[from]!, f)]);
    return changes;
  };
  const someChange = (): Change[] | null => {
    const f = movable[next(movable.length)]!;
    const from = sheet.session[f]!;
    const kind = next(100);
    if (stays[f]! >= 0 || (kind < 20 && from !== nowhere)) {
      if (sheet.order[from]!.length - fixed[from]! < 2) return null;
      return moving(sheet, f, from, somePlace(from, 0));
    }
    // Out of the plan for a while: what is stuck between two others can only come right so.
    if (kind < 23 && from !== nowhere) return [[from, without(sheet.order[from]!, f)]];
    const to = options[f]![next(options[f]!.length)]!;
    if (to === from) return null;
    if (kind < 55 && sheet.fits(to, minutes[f]!)) return moving(sheet, f, to, somePlace(to, 1));
    if (sheet.order[to]!.length <= fixed[to]!) return null;
    const g = sheet.order[to]![somePlace(to, 0)]!;
    if (stays[g]! >= 0) return null;
    return kind < 85 ? swapping(sheet, freedom, f, g) : pushing(f, g);
  };

  for (let step = 0; step < steps; step++) {
    const changes = someChange();
    if (!changes) continue;
    const cool = 1 - step / steps;
    const before = sheet.rough(weights);
    was.set(sheet.worth);
    const possible = sheet.propose(changes) && !(keepsLimits && compare(sheet.worth, was, at.splits) > 0);
    const allowed = (warmest * cool * cool * next(1000)) / 1000;
    if (!possible || sheet.rough(weights) - before > allowed) {
      sheet.undo();
      continue;
    }
    if (compare(sheet.worth, best) >= 0) continue;
    best.set(sheet.worth);
    bestOrders = [...sheet.order];
  }
  sheet.propose(bestOrders.map((families, s) => [s, families]));
}
