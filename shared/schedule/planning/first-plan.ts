import { type Freedom, moving } from './moves.js';
import type { Sheet } from './sheet.js';

/** Puts every family, the most pressing first, where it costs least at that moment. What finds no place is left out. */
export function makeFirstPlan(sheet: Sheet, { movable, fixed }: Freedom): void {
  const { options, stays } = sheet.terrain;
  for (const f of movable) {
    if (stays[f]! >= 0) continue;
    let best: { s: number; position: number; rough: number } | null = null;
    for (const s of options[f]!)
      for (let position = fixed[s]!; position <= sheet.order[s]!.length; position++) {
        const changes = moving(sheet, f, s, position);
        if (!changes) break;
        if (sheet.propose(changes) && (!best || sheet.rough < best.rough))
          best = { s, position, rough: sheet.rough };
        sheet.undo();
      }
    if (best) sheet.propose(moving(sheet, f, best.s, best.position)!);
  }
}
