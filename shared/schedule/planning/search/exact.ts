import { bestDay, type DayOrder } from './best-day.js';
import type { Freedom } from './moves.js';
import type { Change, Sheet } from './sheet.js';
import { at, compare, figures } from './worth.js';

/** Ways to share the families out beyond which this is not tried. */
const mostWays = 100_000;
/** The figures up to the minutes waited: those it proves. How evenly sessions fill is left to the other search. */
const proven = at.waited + 1;

/**
 * Tries every way to share the families out over the sessions, leaving each as soon as it cannot be better than the
 * plan there is, with the best orders of each day. Changes the plan to the best there can be. True when it was proved;
 * false, with the plan at least as good as before, when the month is too large or the steps ran out.
 */
export function makeBest(sheet: Sheet, freedom: Freedom, steps: number): boolean {
  const { sessions, stays, options, dayOf, days, minutes } = sheet.terrain;
  const nowhere = sessions.length;
  const width = nowhere + 1;
  const free = freedom.movable.filter((f) => stays[f]! < 0);
  let ways = 1;
  for (const f of free) ways *= options[f]!.length + 1;
  if (ways > mostWays) return false;

  const { exact } = sheet.costs;
  const cheaper = (f: number, a: number, b: number): number => {
    for (let i = 0; i < 4; i++) {
      const apart = exact[(f * width + a) * 4 + i]! - exact[(f * width + b) * 4 + i]!;
      if (apart) return apart;
    }
    return a - b;
  };
  const choices = free.map((f) => [...options[f]!, nowhere].sort((a, b) => cheaper(f, a, b)));
  // What the families from the i-th on cost at the least, each in its best place: nothing can be below it.
  const rest = Array.from({ length: free.length + 1 }, () => new Float64Array(figures.length));
  for (let i = free.length - 1; i >= 0; i--)
    for (let k = 0; k < 4; k++)
      rest[i]![at.missed + k] =
        rest[i + 1]![at.missed + k]! + exact[(free[i]! * width + choices[i]![0]!) * 4 + k]!;

  const staying = sessions.map((_, s) => sheet.order[s]!.filter((f) => stays[f] === s));
  const sets = staying.map((list) => [...list]);
  const room = sessions.map(
    ({ startsAt, endsAt }, s) => endsAt - startsAt - staying[s]!.reduce((sum, f) => sum + minutes[f]!, 0),
  );
  const sessionsOf = Array.from({ length: days }, (_, day) =>
    sessions.flatMap((_, s) => (dayOf[s] === day ? [s] : [])),
  );
  const known = new Map<string, DayOrder | null>();
  const budget = { steps };
  const best = sheet.worth.slice();
  let bestOrders: Change[] | null = null;
  // What those who stay cost is in every plan alike.
  const so = new Float64Array(figures.length);
  for (let k = 0; k < 4; k++) {
    so[at.missed + k] = sheet.worth[at.missed + k]!;
    for (const f of free) so[at.missed + k]! -= exact[(f * width + sheet.session[f]!) * 4 + k]!;
  }
  const bound = new Float64Array(figures.length);

  const dayWith = (day: number): DayOrder | null => {
    const here = sessionsOf[day]!;
    const key = `${day}:${here.map((s) => sets[s]!.join(',')).join('|')}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = bestDay(
      sheet.terrain,
      here,
      here.map((s) => sets[s]!),
      freedom.fixed,
      budget,
    );
    known.set(key, made);
    return made;
  };
  const weigh = (): void => {
    bound.set(so);
    const orders: Change[] = [];
    for (let day = 0; day < days; day++) {
      const made = dayWith(day);
      if (!made) return;
      bound[at.standing]! += made.cost[0];
      bound[at.splits]! += made.cost[1];
      bound[at.waited]! += made.cost[2];
      if (compare(bound, best, proven) >= 0) return;
      made.orders.forEach((order, i) => void orders.push([sessionsOf[day]![i]!, order]));
    }
    if (budget.steps <= 0) return;
    best.set(bound);
    bestOrders = orders;
  };
  const share = (i: number): void => {
    budget.steps -= 1;
    if (budget.steps <= 0) return;
    for (let k = 0; k < figures.length; k++) bound[k] = so[k]! + rest[i]![k]!;
    if (compare(bound, best, proven) >= 0) return;
    if (i === free.length) {
      weigh();
      return;
    }
    const f = free[i]!;
    for (const s of choices[i]!) {
      if (s < nowhere && room[s]! < minutes[f]!) continue;
      const from = (f * width + s) * 4;
      for (let k = 0; k < 4; k++) so[at.missed + k]! += exact[from + k]!;
      if (s < nowhere) {
        sets[s]!.push(f);
        room[s]! -= minutes[f]!;
      }
      share(i + 1);
      if (s < nowhere) {
        sets[s]!.pop();
        room[s]! += minutes[f]!;
      }
      for (let k = 0; k < 4; k++) so[at.missed + k]! -= exact[from + k]!;
    }
  };
  share(0);
  if (bestOrders) sheet.propose(bestOrders);
  return budget.steps > 0;
}
