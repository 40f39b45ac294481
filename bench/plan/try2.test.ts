import { it } from '@jest/globals';
import { terrainOf } from '../../shared/schedule/planning/terrain.js';
import { bigMonth, sizes } from './big-month.js';

it('tries', () => {
  const out: string[] = [];
  for (const [name, size] of Object.entries(sizes))
    for (const seed of [1, 2]) {
      const p = bigMonth(size, seed);
      const t = terrainOf(p);
      const none = t.options.filter((o) => !o.length).length;
      const noTime = t.families.filter(
        (f, i) => f.dueBy && !t.options[i]!.some((s) => t.sessions[s]!.date <= f.dueBy!),
      ).length;
      const past = t.families.filter(
        (f) => f.dueBy && f.dueBy < t.sessions.filter((s) => s.teamId === f.teamId)[0]!.date,
      ).length;
      const load = new Map<string, number>();
      for (const f of p.families) for (const q of f.specialists) load.set(q, (load.get(q) ?? 0) + f.minutes);
      out.push(
        `${name} none ${none} noTime ${noTime} past ${past} opts ${(t.options.reduce((a, o) => a + o.length, 0) / t.options.length).toFixed(1)} max load ${[...load.values()].sort((a, b) => b - a).slice(0, 9)} spec/family ${(p.families.reduce((a, f) => a + f.specialists.length, 0) / p.families.length).toFixed(2)}`,
      );
    }
  console.log(out.join('\n'));
});
