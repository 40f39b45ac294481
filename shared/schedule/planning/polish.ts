import { type Freedom, moving, swapping } from './moves.js';
import type { Change, Sheet } from './sheet.js';
import { compare, type Worth } from './worth.js';

/**
 * Makes every single move and swap that makes the plan better by its exact worth, until there is none or the steps
 * are used up. Gives the steps that are left.
 */
export function polish(sheet: Sheet, freedom: Freedom, steps: number): number {
  const { movable, fixed } = freedom;
  const { options, stays } = sheet.terrain;
  const before: Worth = sheet.worth.slice();
  let left = steps;
  const betters = (changes: Change[] | null): boolean => {
    if (!changes) return false;
    left -= 1;
    before.set(sheet.worth);
    if (sheet.propose(changes) && compare(sheet.worth, before) < 0) return true;
    sheet.undo();
    return false;
  };
  for (let better = true; better && left > 0; ) {
    better = false;
    for (const f of movable) {
      if (left <= 0) break;
      for (const s of options[f]!) {
        const places = sheet.order[s]!.length + (sheet.session[f] === s ? 0 : 1);
        for (let position = fixed[s]!; position < places; position++)
          if (betters(moving(sheet, f, s, position))) better = true;
        if (stays[f]! >= 0) continue;
        for (const g of sheet.order[s]!)
          if (g !== f && sheet.session[g] === s && sheet.order[s]!.indexOf(g) >= fixed[s]!)
            if (betters(swapping(sheet, freedom, f, g))) better = true;
      }
    }
  }
  return left;
}
