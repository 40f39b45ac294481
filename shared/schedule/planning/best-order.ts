import { minutesOpen } from './terrain.js';

/** A time of the same day that somebody has with a family of another session. */
export interface Block {
  from: number;
  to: number;
  stays: boolean;
}

/** One session whose order is looked for. Families and people go by their places in these lists. */
export interface Sitting {
  startsAt: number;
  minutes: readonly number[];
  people: readonly (readonly number[])[];
  stays: readonly boolean[];
  pressing: readonly number[];
  /** So many families at the head keep their places. */
  fixed: number;
  /** Who is waited for, when they are not free, and when they are with families elsewhere. */
  persons: readonly { called: boolean; busy: readonly number[]; theirs: readonly Block[] }[];
}

/** The gravest first: clashes among families that stay, blocks beyond the first, minutes waited, the pressing late. */
export type OrderCost = readonly [standing: number, splits: number, waited: number, order: number];
export interface Ordered {
  order: readonly number[];
  cost: OrderCost;
}

export function costsLess(a: OrderCost, b: OrderCost): boolean {
  for (let i = 0; i < 4; i++) if (a[i] !== b[i]) return a[i]! < b[i]!;
  return false;
}

/**
 * The best order of one session, by trying them all and leaving each as soon as it cannot be the best. Null when none
 * is free of clashes. `budget.steps` is counted down; when it is used up, the best so far is given.
 */
export function bestOrder(sitting: Sitting, budget: { steps: number }): Ordered | null {
  const { minutes, people, persons, pressing, stays, fixed, startsAt } = sitting;
  const n = minutes.length;
  const left = persons.map((_, p) => people.filter((list) => list.includes(p)).length);
  const end = persons.map(() => -1);
  const order: number[] = [];
  const used = new Uint8Array(n);
  let best: Ordered | null = null;

  // What the open gap of everybody who is still to come back will cost at the least.
  const atLeast = (
    time: number,
    standing: number,
    splits: number,
    waited: number,
    late: number,
  ): OrderCost => {
    let [s, w] = [splits, waited];
    persons.forEach(({ called, busy, theirs }, p) => {
      if (!called || theirs.length || end[p]! < 0 || !left[p] || time <= end[p]!) return;
      const open = minutesOpen(busy, end[p]!, time);
      if (open > 0) s += 1;
      w += open;
    });
    return [standing, s, w, late];
  };
  const tryNext = (time: number, standing: number, splits: number, waited: number, late: number): void => {
    if (order.length === n) {
      const apart = apartOf(order);
      const cost: OrderCost = [standing, splits + apart.splits, waited + apart.waited, late];
      if (!best || costsLess(cost, best.cost)) best = { order: [...order], cost };
      return;
    }
    if (best && !costsLess(atLeast(time, standing, splits, waited, late), best.cost)) return;
    for (let f = 0; f < n; f++) {
      if (used[f] || (order.length < fixed && f !== order.length)) continue;
      if (budget.steps <= 0) return;
      budget.steps -= 1;
      const to = time + minutes[f]!;
      const clashes = clashesAt(f, time, to);
      if (clashes < 0) continue;
      let [s, w] = [splits, waited];
      const ends = people[f]!.map((p) => end[p]!);
      for (const p of people[f]!) {
        const { called, busy, theirs } = persons[p]!;
        if (called && !theirs.length && end[p]! >= 0 && end[p]! < time) {
          const open = minutesOpen(busy, end[p]!, time);
          if (open > 0) s += 1;
          w += open;
        }
        end[p] = to;
        left[p]! -= 1;
      }
      used[f] = 1;
      order.push(f);
      tryNext(to, standing + clashes, s, w, late + pressing[f]! * (order.length - 1));
      order.pop();
      used[f] = 0;
      people[f]!.forEach((p, i) => {
        end[p] = ends[i]!;
        left[p]! += 1;
      });
    }
  };
  tryNext(startsAt, 0, 0, 0, 0);
  return best;

  /** Splits and waiting of those who are with families elsewhere that day too: known when the order is whole. */
  function apartOf(whole: readonly number[]): { splits: number; waited: number } {
    let [splits, waited] = [0, 0];
    persons.forEach(({ called, busy, theirs }, p) => {
      if (!called || !theirs.length) return;
      const blocks = theirs.map(({ from, to }) => ({ from, to }));
      let time = startsAt;
      for (const f of whole) {
        if (people[f]!.includes(p)) blocks.push({ from: time, to: time + minutes[f]! });
        time += minutes[f]!;
      }
      blocks.sort((a, b) => a.from - b.from);
      let last = blocks[0]!.to;
      for (const { from, to } of blocks) {
        const open = from > last ? minutesOpen(busy, last, from) : 0;
        if (open > 0) splits += 1;
        waited += open;
        last = Math.max(last, to);
      }
    });
    return { splits, waited };
  }

  /** How many clashes of families that stay; below nought when there is one that may not be. */
  function clashesAt(f: number, from: number, to: number): number {
    let standing = 0;
    for (const p of people[f]!) {
      const { busy, theirs } = persons[p]!;
      for (let i = 0; i < busy.length; i += 2)
        if (busy[i]! < to && busy[i + 1]! > from) standing += stays[f] ? 1 : 1e9;
      for (const block of theirs)
        if (block.from < to && block.to > from) standing += stays[f] && block.stays ? 1 : 1e9;
    }
    return standing >= 1e9 ? -1 : standing;
  }
}
