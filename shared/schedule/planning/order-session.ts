import { bestOrder, type Sitting } from './best-order.js';
import { merged } from './terrain.js';

/** A family of one session. `people` must all be there; `specialists` are those of them who should not wait. */
export interface OrderFamily {
  familyId: string;
  minutes: number;
  people: readonly string[];
  specialists: readonly string[];
  /** Lower goes earlier where nothing else tells two orders apart. */
  risk: number;
}

/** When people of the session are not free that day: leave, other sessions. */
export interface OrderBusy {
  personId: string;
  from: number;
  to: number;
}

export interface SessionOrder {
  familyIds: readonly string[];
  /** Blocks of specialists beyond the first, and the minutes they wait between them. */
  splits: number;
  minutesWaited: number;
}

// Ten families of one session take well under this; beyond it the best so far is given.
const mostSteps = 300_000;

/**
 * The best order of one session: nobody in two places, then the fewest blocks, then the least waiting, then the
 * riskier plans first. Null when in no order everybody is free. The same whatever the order they are given in.
 */
export function orderSession(
  startsAt: number,
  families: readonly OrderFamily[],
  busy: readonly OrderBusy[],
): SessionOrder | null {
  const sorted = [...families].sort(
    (a, b) => a.risk - b.risk || (a.familyId < b.familyId ? -1 : a.familyId > b.familyId ? 1 : 0),
  );
  const everybody = sorted.map((family) => [...new Set([...family.people, ...family.specialists])]);
  const ids = [...new Set(everybody.flat())];
  const called = new Set(sorted.flatMap(({ specialists }) => specialists));
  const sitting: Sitting = {
    startsAt,
    minutes: sorted.map(({ minutes }) => minutes),
    people: everybody.map((people) => people.map((id) => ids.indexOf(id))),
    stays: sorted.map(() => false),
    pressing: sorted.map(({ risk }) => 3 - Math.min(3, risk)),
    fixed: 0,
    persons: ids.map((id) => ({
      called: called.has(id),
      busy: merged(busy.filter(({ personId }) => personId === id).map(({ from, to }) => [from, to] as const)),
      theirs: [],
    })),
  };
  const found = bestOrder(sitting, { steps: mostSteps });
  if (!found) return null;
  return {
    familyIds: found.order.map((f) => sorted[f]!.familyId),
    splits: found.cost[1],
    minutesWaited: found.cost[2],
  };
}
