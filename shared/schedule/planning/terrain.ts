import type { PlanFamily, PlanProblem, PlanSession } from './problem.js';

/**
 * The problem as numbers, for the search: families, sessions, people and days by their places in sorted lists, so
 * that the order in which the caller gave them changes nothing.
 */
export interface Terrain {
  families: readonly PlanFamily[];
  sessions: readonly PlanSession[];
  personIds: readonly string[];
  /** Whoever is a specialist for one family is waited for in all of them. */
  called: Uint8Array;
  minutes: Int32Array;
  people: readonly Int32Array[];
  /** The session a family stays in, or -1. */
  stays: Int32Array;
  /** In a session that is not part of this plan: nothing to do. */
  elsewhere: Uint8Array;
  /** How many days there are, and each session's. */
  days: number;
  dayOf: Int32Array;
  /** Days since 1970 of each session and limit; a limit that is not there is -1. */
  dateOf: Int32Array;
  dueOn: Int32Array;
  /** Where a family may go, earliest first. */
  options: readonly (readonly number[])[];
  /** `person * days + day`: busy times, from and to in turn, sorted and merged. */
  busy: readonly (readonly number[])[];
  /** How much an early place is worth to each family. */
  pressing: Int32Array;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Days since 1970 of a local date. */
export const dayNumber = (date: string): number =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / 86_400_000;

export function terrainOf(problem: PlanProblem): Terrain {
  const sessions = [...problem.sessions].sort(
    (a, b) => byText(a.date, b.date) || a.startsAt - b.startsAt || byText(a.sessionId, b.sessionId),
  );
  const families = [...problem.families].sort(
    (a, b) =>
      byText(a.dueBy ?? '9999', b.dueBy ?? '9999') || a.risk - b.risk || byText(a.familyId, b.familyId),
  );
  const everybody = families.map((family) =>
    [...new Set([...family.people, ...family.specialists])].sort(byText),
  );
  const personIds = [...new Set(everybody.flat())].sort(byText);
  const personAt = new Map(personIds.map((id, p) => [id, p]));
  const sessionAt = new Map(sessions.map(({ sessionId }, s) => [sessionId, s]));
  const dates = [...new Set(sessions.map(({ date }) => date))];
  const dayOf = Int32Array.from(sessions, ({ date }) => dates.indexOf(date));
  const free = freeTimes(problem, dates, personAt);

  const people = everybody.map((ids) => Int32Array.from(ids, (id) => personAt.get(id)!));
  const called = new Uint8Array(personIds.length);
  for (const family of families) for (const id of family.specialists) called[personAt.get(id)!] = 1;
  const stays = Int32Array.from(families, ({ inSession }) =>
    inSession ? (sessionAt.get(inSession) ?? -1) : -1,
  );

  const first = sessions[0] ? dayNumber(sessions[0].date) : 0;
  return {
    families,
    sessions,
    personIds,
    called,
    minutes: Int32Array.from(families, ({ minutes }) => minutes),
    people,
    stays,
    elsewhere: Uint8Array.from(families, ({ inSession }, f) => (inSession && stays[f]! < 0 ? 1 : 0)),
    days: dates.length,
    dayOf,
    dateOf: Int32Array.from(sessions, ({ date }) => dayNumber(date)),
    dueOn: Int32Array.from(families, ({ dueBy }) => (dueBy ? dayNumber(dueBy) : -1)),
    options: families.map((family, f) => {
      if (family.inSession) return stays[f]! < 0 ? [] : [stays[f]!];
      return sessions.flatMap((session, s) => {
        if (!mayHold(session, family) || session.offeredOnly) return [];
        const away = people[f]!.some((p) => free.off[p * dates.length + dayOf[s]!]);
        return away || (family.mayBeLate === false && isLate(session, family)) ? [] : [s];
      });
    }),
    busy: free.busy,
    pressing: Int32Array.from(families, ({ dueBy, risk }) => {
      const daysLeft = dueBy ? Math.min(60, Math.max(-30, dayNumber(dueBy) - first)) : 60;
      return (60 - daysLeft) * 4 + (3 - Math.min(3, risk));
    }),
  };
}

/** Whether a session is this family's at all: its team's, not before its day, and long enough. */
export const mayHold = (session: PlanSession, family: PlanFamily): boolean =>
  session.teamId === family.teamId &&
  (!family.notBefore || session.date >= family.notBefore) &&
  family.minutes <= session.endsAt - session.startsAt;

export const isLate = (session: PlanSession, family: PlanFamily): boolean =>
  family.dueBy !== null && session.date > family.dueBy;

function freeTimes(problem: PlanProblem, dates: readonly string[], personAt: ReadonlyMap<string, number>) {
  const dayAt = new Map(dates.map((date, day) => [date, day]));
  const off = new Uint8Array(personAt.size * dates.length);
  const given: [number, number][][] = Array.from(off, () => []);
  for (const { personId, daysOff, busy } of problem.people) {
    const p = personAt.get(personId);
    if (p === undefined) continue;
    for (const date of daysOff) if (dayAt.has(date)) off[p * dates.length + dayAt.get(date)!] = 1;
    for (const { date, from, to } of busy)
      if (dayAt.has(date) && to > from) given[p * dates.length + dayAt.get(date)!]!.push([from, to]);
  }
  return { off, busy: given.map(merged) };
}

/** Times as from, to, from, to…, sorted, with those that touch made one. */
export function merged(times: readonly (readonly [number, number])[]): number[] {
  const flat: number[] = [];
  for (const [from, to] of [...times].sort((a, b) => a[0] - b[0] || a[1] - b[1]))
    if (flat.length && from <= flat.at(-1)!) flat[flat.length - 1] = Math.max(flat.at(-1)!, to);
    else flat.push(from, to);
  return flat;
}

/** Minutes of a gap that no busy time covers: those are waited. */
export function minutesOpen(busy: readonly number[], from: number, to: number): number {
  let open = to - from;
  for (let i = 0; i < busy.length; i += 2)
    open -= Math.max(0, Math.min(to, busy[i + 1]!) - Math.max(from, busy[i]!));
  return open;
}
