import type { NearestWay, Obstacle, PlanProblem, PlanSession, Unplaced } from './problem.js';
import type { Sheet } from './sheet.js';
import { isLate } from './terrain.js';

interface Slot {
  startsAt: number;
  endsAt: number;
  people: readonly string[];
}

/** A finished plan as somebody sees it who looks for a place for one family more. */
export interface Seen {
  problem: PlanProblem;
  /** All sessions by their time, and the slots of each. */
  sessions: readonly PlanSession[];
  slots: ReadonlyMap<string, readonly Slot[]>;
  away: ReadonlyMap<string, ReadonlySet<string>>;
  /** By person and date: times that are not free, other teams' families of this plan among them. */
  busy: ReadonlyMap<string, readonly { from: number; to: number; sessionId: string | null }[]>;
}

/** How many of each are told: more than these nobody weighs. */
const atMost = { obstacles: 6, ways: 6 };

export function seenOf(problem: PlanProblem, sheet: Sheet): Seen {
  const { sessions, families } = sheet.terrain;
  const busy = new Map<string, { from: number; to: number; sessionId: string | null }[]>();
  const add = (personId: string, date: string, from: number, to: number, sessionId: string | null): void => {
    const key = `${personId} ${date}`;
    busy.set(key, [...(busy.get(key) ?? []), { from, to, sessionId }]);
  };
  for (const person of problem.people)
    for (const { date, from, to } of person.busy) add(person.personId, date, from, to, null);
  const slots = new Map<string, Slot[]>();
  sessions.forEach(({ sessionId, date }, s) => {
    const here = sheet.order[s]!.map((f) => {
      const startsAt = sheet.start[f]!;
      const people = [...new Set([...families[f]!.people, ...families[f]!.specialists])].sort();
      return { startsAt, endsAt: startsAt + families[f]!.minutes, people };
    });
    slots.set(sessionId, here);
    for (const slot of here)
      for (const personId of slot.people) add(personId, date, slot.startsAt, slot.endsAt, sessionId);
  });
  for (const times of busy.values()) times.sort((a, b) => a.from - b.from || a.to - b.to);
  return {
    problem,
    sessions,
    slots,
    away: new Map(problem.people.map(({ personId, daysOff }) => [personId, daysOff])),
    busy,
  };
}

/** Why a family has no place in time, and the nearest it could have. `inTimeOnly`: it has a late one already. */
export function explain(seen: Seen, sheet: Sheet, f: number, inTimeOnly: boolean): Unplaced {
  const family = sheet.terrain.families[f]!;
  const people = [...new Set([...family.people, ...family.specialists])].sort();
  const theirs = seen.sessions.filter(
    (session) => session.teamId === family.teamId && (!family.notBefore || session.date >= family.notBefore),
  );
  const inTime = theirs.filter((session) => !isLate(session, family));
  const looked = (inTime.length || family.dueBy ? inTime : theirs).filter((session) => !session.offeredOnly);
  const obstacles: Obstacle[] =
    looked.length || !family.dueBy ? [] : [{ kind: 'no-session-before', dueBy: family.dueBy }];
  obstacles.push(
    ...looked.flatMap((session) => obstaclesIn(seen, session, family.minutes, people)).sort(moreTelling),
  );
  const ways = theirs
    .filter((session) => !inTimeOnly || !isLate(session, family))
    .flatMap((session) => waysInto(seen, session, family.minutes, people, isLate(session, family)));
  const dateOf = new Map(theirs.map(({ sessionId, date }) => [sessionId, date]));
  ways.sort((a, b) => {
    if (a.late !== b.late) return a.late ? 1 : -1;
    if (a.kind !== b.kind) return a.kind === 'place' ? -1 : 1;
    const [one, other] = [dateOf.get(a.sessionId)!, dateOf.get(b.sessionId)!];
    // In time: the nearest to the limit, which keeps the family's rhythm. Late: the soonest.
    if (one !== other) return one < other === a.late ? -1 : 1;
    return a.kind === 'lengthen' && b.kind === 'lengthen' ? a.minutes - b.minutes : 0;
  });
  return {
    familyId: family.familyId,
    obstacles: obstacles.slice(0, atMost.obstacles),
    ways: ways.slice(0, atMost.ways),
  };
}

// Somebody who cannot come tells more than a session that is full; a session nearly long enough more than a full one.
const weight = (o: Obstacle): number =>
  o.kind === 'no-session-before' ? 0 : o.kind === 'busy' ? 1 : o.kind === 'away' ? 2 : 3 + o.minutesShort;
const moreTelling = (a: Obstacle, b: Obstacle): number => weight(a) - weight(b);

function obstaclesIn(
  seen: Seen,
  session: PlanSession,
  minutes: number,
  people: readonly string[],
): Obstacle[] {
  const { sessionId, date, startsAt, endsAt } = session;
  const away = people.filter((personId) => seen.away.get(personId)?.has(date));
  if (away.length) return away.map((personId) => ({ kind: 'away', sessionId, personId }));
  const found: Obstacle[] = people.flatMap((personId) =>
    busyTimes(seen, personId, date)
      .filter((time) => time.sessionId !== sessionId && time.from < endsAt && time.to > startsAt)
      .map(({ from, to }) => ({ kind: 'busy' as const, sessionId, personId, from, to })),
  );
  const short = minutes - (endsAt - endOf(seen, session));
  if (short > 0) found.push({ kind: 'full', sessionId, minutesShort: short });
  return found;
}

function waysInto(
  seen: Seen,
  session: PlanSession,
  minutes: number,
  people: readonly string[],
  late: boolean,
): NearestWay[] {
  const { sessionId, date, endsAt } = session;
  if (people.some((personId) => seen.away.get(personId)?.has(date))) return [];
  const slots = seen.slots.get(sessionId)!;
  const end = endOf(seen, session);
  const over = end + minutes - endsAt;
  if (over > 0) {
    if (!areFree(seen, people, date, sessionId, end, end + minutes)) return [];
    return [{ kind: 'lengthen', sessionId, minutes: over, late }];
  }
  // The end disturbs nobody; else the last place before which nobody's time changes into a clash.
  const first = session.keepsOrder || session.offeredOnly ? slots.length : 0;
  for (let position = slots.length; position >= first; position--) {
    const at = slots[position]?.startsAt ?? end;
    const shifted = slots.slice(position);
    const good =
      areFree(seen, people, date, sessionId, at, at + minutes) &&
      shifted.every((slot) =>
        areFree(seen, slot.people, date, sessionId, slot.startsAt + minutes, slot.endsAt + minutes),
      );
    if (good) return [{ kind: 'place', sessionId, position, late }];
  }
  return [];
}

const busyTimes = (seen: Seen, personId: string, date: string) => seen.busy.get(`${personId} ${date}`) ?? [];

const areFree = (
  seen: Seen,
  people: readonly string[],
  date: string,
  sessionId: string,
  from: number,
  to: number,
): boolean =>
  people.every((personId) =>
    busyTimes(seen, personId, date).every((t) => t.sessionId === sessionId || t.from >= to || t.to <= from),
  );

const endOf = (seen: Seen, session: PlanSession): number =>
  seen.slots.get(session.sessionId)!.at(-1)?.endsAt ?? session.startsAt;
