import type { Placed, PlanFamily, PlanProblem } from '../../shared/schedule/planning/problem.js';

/** How good a plan is, the gravest figure first: compared one after the other, less is better. */
export interface Measured {
  /** Clashes among families that stay where they were put. */
  standing: number;
  /** Limits not met; and of pre-proceedings, child protection and in our care among them. */
  missed: readonly number[];
  unplaced: readonly number[];
  /** Days past the limit; and those of riskier plans; and squared. */
  late: readonly number[];
  splits: number;
  waited: number;
}

export const inOrder = (m: Measured): number[] => [
  m.standing,
  ...m.missed,
  ...m.unplaced,
  ...m.late,
  m.splits,
  m.waited,
];

/** Below nought when the first is better. */
export function compareInOrder(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((figure, k) => figure !== b[k]);
  return i < 0 ? 0 : a[i]! - b[i]!;
}

const days = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** Figures of the limits alone: who is placed when, whatever the order. */
export function measureLimits(
  problem: PlanProblem,
  dateOf: (family: PlanFamily) => string | undefined,
): Pick<Measured, 'missed' | 'unplaced' | 'late'> {
  const missed = [0, 0, 0, 0];
  const unplaced = [0, 0, 0, 0];
  const late = [0, 0, 0];
  const known = new Set(problem.sessions.map(({ sessionId }) => sessionId));
  const end = Math.max(...problem.sessions.map(({ date }) => days(date))) + 1;
  const add = (to: number[], family: PlanFamily): void => {
    to[0]! += 1;
    if (family.risk < 3) to[family.risk + 1]! += 1;
  };
  for (const family of problem.families) {
    if (family.inSession && !known.has(family.inSession)) continue;
    const date = dateOf(family);
    if (!date) add(unplaced, family);
    if (!family.dueBy) continue;
    const over = Math.min(400, Math.max(0, (date ? days(date) : end) - days(family.dueBy)));
    if (over > 0 || !date) add(missed, family);
    late[0]! += over;
    late[1]! += over * (3 - family.risk);
    late[2]! += over * over;
  }
  return { missed, unplaced, late };
}

/** Figures of the specialists' days: read from the times of a finished plan, person by person, day by day. */
export function measureDays(
  problem: PlanProblem,
  placed: readonly Placed[],
): Pick<Measured, 'standing' | 'splits' | 'waited'> {
  const families = new Map(problem.families.map((family) => [family.familyId, family]));
  const dates = new Map(problem.sessions.map(({ sessionId, date }) => [sessionId, date]));
  const busy = new Map(problem.people.map((person) => [person.personId, person.busy]));
  const called = new Set(problem.families.flatMap(({ specialists }) => specialists));
  const all = new Map<string, { personId: string; date: string; slots: Placed[] }>();
  for (const slot of placed)
    for (const personId of families.get(slot.familyId)!.people) {
      const date = dates.get(slot.sessionId)!;
      const key = `${personId} ${date}`;
      if (!all.has(key)) all.set(key, { personId, date, slots: [] });
      all.get(key)!.slots.push(slot);
    }
  let [standing, splits, waited] = [0, 0, 0];
  for (const { personId, date, slots } of all.values()) {
    slots.sort((a, b) => a.startsAt - b.startsAt);
    const notFree = (busy.get(personId) ?? []).filter((time) => time.date === date);
    let end = Number.POSITIVE_INFINITY;
    for (const { startsAt, minutes } of slots) {
      if (end !== Number.POSITIVE_INFINITY && startsAt < end) standing += 1;
      standing += notFree.filter((time) => time.from < startsAt + minutes && time.to > startsAt).length;
      let open = 0;
      for (let minute = end; minute < startsAt; minute++)
        if (!notFree.some((time) => time.from <= minute && minute < time.to)) open += 1;
      if (called.has(personId)) {
        waited += open;
        if (open > 0) splits += 1;
      }
      end = Math.max(end === Number.POSITIVE_INFINITY ? 0 : end, startsAt + minutes);
    }
  }
  return { standing, splits, waited };
}

export function measurePlan(problem: PlanProblem, placed: readonly Placed[]): Measured {
  const dates = new Map(problem.sessions.map(({ sessionId, date }) => [sessionId, date]));
  const where = new Map(placed.map(({ familyId, sessionId }) => [familyId, dates.get(sessionId)!]));
  return {
    ...measureLimits(problem, ({ familyId }) => where.get(familyId)),
    ...measureDays(problem, placed),
  };
}
