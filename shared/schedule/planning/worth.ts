import type { Terrain } from './terrain.js';

/**
 * What a plan costs, the gravest first: two plans are compared by the first figure in which they differ.
 * - `standing`: clashes among families that stay where somebody put them; a new one is never made;
 * - `missed`: limits not met, and among as many, those of riskier plans first;
 * - `unplaced`: families without a place, riskier plans first;
 * - `late`: days past the limit, and among as many, those of riskier plans first;
 * - `longest`: the same squared, so that the longest overdue goes first;
 * - `splits` and `waited`: blocks of a specialist's day beyond the first, and the minutes between them;
 * - `uneven` and `order`: how unevenly sessions are filled, and how late the most pressing go.
 */
export const figures = [
  'standing',
  'missed',
  'unplaced',
  'late',
  'longest',
  'splits',
  'waited',
  'uneven',
  'order',
] as const;
export type Worth = Float64Array;
export const at = Object.fromEntries(figures.map((name, i) => [name, i])) as Record<
  (typeof figures)[number],
  number
>;

/** Below nought when the first plan is better, looking at the first `upTo` figures only. */
export function compare(a: Worth, b: Worth, upTo: number = figures.length): number {
  for (let i = 0; i < upTo; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}

/** The figures that follow from where a family is, apart from the order of any session. */
export interface PlaceCosts {
  /** Four figures, missed to longest, of family f in session s: from `(f * (sessions + 1) + s) * 4`; no session is the last. */
  exact: Float64Array;
  /** One number of the same, for a search that may take a step back. */
  rough: Float64Array;
}

// Nobody's limit is weighed for longer than this, so that one family forgotten for years does not outweigh a team.
const mostDays = 400;

export function placeCosts(terrain: Terrain): PlaceCosts {
  const { families, sessions, dateOf, dueOn } = terrain;
  const width = sessions.length + 1;
  const n = families.length + 1;
  const exact = new Float64Array(families.length * width * 4);
  const rough = new Float64Array(families.length * width);
  const horizon = (dateOf.at(-1) ?? 0) + 1;
  const daysAtMost = 3 * n * mostDays + 1;
  families.forEach((family, f) => {
    const risk = Math.min(3, Math.max(0, family.risk));
    const graver = 3 - risk;
    // As many as possible first; among as many, the riskier: n is more families than there are.
    const counted = n ** 3 + (graver ? n ** (graver - 1) : 0);
    for (let s = 0; s < width; s++) {
      const placed = s < sessions.length;
      const over = dueOn[f]! < 0 ? 0 : Math.max(0, (placed ? dateOf[s]! : horizon) - dueOn[f]!);
      const missed = dueOn[f]! >= 0 && (over > 0 || !placed);
      const days = Math.min(mostDays, over);
      const from = (f * width + s) * 4;
      exact[from] = missed ? counted : 0;
      exact[from + 1] = placed ? 0 : counted;
      exact[from + 2] = days * (daysAtMost + graver);
      exact[from + 3] = days * days;
      rough[f * width + s] =
        (missed ? 3000 + 300 * graver : 0) +
        (placed ? 0 : 3000 + 300 * graver) +
        days * (20 + 5 * graver + days / 20);
    }
  });
  return { exact, rough };
}
