import { type Block, bestOrder, costsLess, type OrderCost, type Sitting } from './best-order.js';
import type { Terrain } from './terrain.js';

/** The families of each session of one day, in their order, and what that day costs. */
export interface DayOrder {
  orders: readonly (readonly number[])[];
  cost: OrderCost;
}

/**
 * Given sessions of one day and who is in each, the best orders of them together: the last is ordered best for what
 * the others leave, and those are tried in every order. Families at the head that keep their order come first in the
 * lists, `fixed` says how many. Null when there is no order without a clash.
 */
export function bestDay(
  terrain: Terrain,
  sessions: readonly number[],
  sets: readonly (readonly number[])[],
  fixed: Int32Array,
  budget: { steps: number },
): DayOrder | null {
  const { minutes, people, stays, pressing } = terrain;
  const elsewhere = new Map<number, Block[]>();
  const orders: number[][] = sessions.map(() => []);
  let best: DayOrder | null = null;

  const lastOne = (i: number, standing: number, late: number): void => {
    const set = sets[i]!;
    const found = bestOrder(sittingOf(terrain, sessions[i]!, set, elsewhere, fixed[sessions[i]!]!), budget);
    if (!found) return;
    const [s, splits, waited, order] = found.cost;
    const cost: OrderCost = [standing + s, splits, waited, late + order];
    if (best && !costsLess(cost, best.cost)) return;
    best = {
      orders: [...orders.slice(0, -1).map((list) => [...list]), found.order.map((f) => set[f]!)],
      cost,
    };
  };
  const fill = (i: number, time: number, standing: number, late: number): void => {
    if (i === sessions.length - 1) {
      lastOne(i, standing, late);
      return;
    }
    const order = orders[i]!;
    if (order.length === sets[i]!.length) {
      fill(i + 1, terrain.sessions[sessions[i + 1]!]!.startsAt, standing, late);
      return;
    }
    const kept = order.length < fixed[sessions[i]!]!;
    for (const f of kept ? [sets[i]![order.length]!] : sets[i]!) {
      if (order.includes(f) || budget.steps <= 0) continue;
      budget.steps -= 1;
      const block: Block = { from: time, to: time + minutes[f]!, stays: stays[f]! >= 0 };
      const clashes = clashesOf(terrain, sessions[i]!, f, block, elsewhere);
      if (clashes < 0) continue;
      for (const p of people[f]!) elsewhere.set(p, [...(elsewhere.get(p) ?? []), block]);
      order.push(f);
      fill(i, block.to, standing + clashes, late + pressing[f]! * (order.length - 1));
      order.pop();
      for (const p of people[f]!) elsewhere.set(p, elsewhere.get(p)!.slice(0, -1));
    }
  };
  fill(0, terrain.sessions[sessions[0]!]!.startsAt, 0, 0);
  return best;
}

/** One session as the search for its best order wants it, with what its people and others have elsewhere that day. */
export function sittingOf(
  terrain: Terrain,
  session: number,
  set: readonly number[],
  elsewhere: ReadonlyMap<number, readonly Block[]>,
  fixed: number,
): Sitting {
  const { people, called, busy, days, dayOf, sessions, minutes, stays, pressing } = terrain;
  const here = set.flatMap((f) => [...people[f]!]);
  const persons = [...new Set([...here, ...elsewhere.keys()])];
  const at = new Map(persons.map((p, i) => [p, i]));
  return {
    startsAt: sessions[session]!.startsAt,
    minutes: set.map((f) => minutes[f]!),
    people: set.map((f) => Array.from(people[f]!, (p) => at.get(p)!)),
    stays: set.map((f) => stays[f]! >= 0),
    pressing: set.map((f) => pressing[f]!),
    fixed,
    persons: persons.map((p) => ({
      called: called[p] === 1,
      busy: busy[p * days + dayOf[session]!]!,
      theirs: elsewhere.get(p) ?? [],
    })),
  };
}

/** Clashes of families that stay; below nought when there is one that may not be. */
function clashesOf(
  { people, busy, days, dayOf, stays }: Terrain,
  session: number,
  f: number,
  { from, to }: Block,
  elsewhere: ReadonlyMap<number, readonly Block[]>,
): number {
  let standing = 0;
  for (const p of people[f]!) {
    const taken = busy[p * days + dayOf[session]!]!;
    for (let i = 0; i < taken.length; i += 2) {
      if (taken[i]! >= to || taken[i + 1]! <= from) continue;
      if (stays[f]! < 0) return -1;
      standing += 1;
    }
    for (const block of elsewhere.get(p) ?? []) {
      if (block.from >= to || block.to <= from) continue;
      if (stays[f]! < 0 || !block.stays) return -1;
      standing += 1;
    }
  }
  return standing;
}
