import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bigMonth } from '../../../../bench/plan/big-month.js';
import { smallMonth } from '../../../../bench/plan/small-month.js';
import { freedomOf, moving, swapping } from './moves.js';
import { sequenceFrom } from './sequence.js';
import { Sheet } from './sheet.js';
import { terrainOf } from './terrain.js';

/** Where everybody is and what it costs. */
const standing = (sheet: Sheet) => ({
  order: sheet.order.map((list) => [...list]),
  session: [...sheet.session],
  start: sheet.order.map((list) => list.map((f) => sheet.start[f])),
  used: [...sheet.used],
  worth: [...sheet.worth],
});

describe('a plan in the making', () => {
  it('costs after any walk what it would cost worked out from nothing, and an undo leaves no trace', () => {
    const problems = fc
      .integer({ min: 0, max: 9999 })
      .map((seed) =>
        seed % 4 ? smallMonth(seed) : bigMonth({ teams: 2, families: 20, specialists: 5 }, seed),
      );
    fc.assert(
      fc.property(problems, fc.integer(), (problem, seed) => {
        const next = sequenceFrom(seed);
        const terrain = terrainOf(problem);
        const freedom = freedomOf(terrain);
        const sheet = new Sheet(terrain);
        for (let step = 0; step < 150 && freedom.movable.length; step++) {
          const f = freedom.movable[next(freedom.movable.length)]!;
          const g = freedom.movable[next(freedom.movable.length)]!;
          const s = terrain.options[f]![next(terrain.options[f]!.length)]!;
          const changes = next(2)
            ? moving(sheet, f, s, freedom.fixed[s]! + next(sheet.order[s]!.length + 1 - freedom.fixed[s]!))
            : swapping(sheet, freedom, f, g);
          if (!changes) continue;
          const before = standing(sheet);
          if (sheet.propose(changes) && next(3)) continue;
          sheet.undo();
          expect(standing(sheet)).toEqual(before);
        }
        const afresh = new Sheet(terrain);
        afresh.propose(sheet.order.map((families, s) => [s, families]));
        expect(standing(afresh)).toEqual(standing(sheet));
      }),
      { numRuns: 120 },
    );
  });
});
