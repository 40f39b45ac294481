import type { MonthPlan, PlanFamily, PlanProblem } from './problem.js';

/** Something that cannot be: found by reading the plan afresh, with nothing of what made it. */
export interface Clash {
  kind: 'two-places' | 'busy' | 'away' | 'gap' | 'too-long' | 'not-its-session' | 'moved' | 'counted-wrongly';
  familyIds: readonly string[];
  personId: string | null;
  date: string | null;
  /** It was there before the plan: only families that stay where somebody put them have a part in it. */
  stood: boolean;
}

/** Everything that is wrong with a plan. A plan of `planMonth` has none but those that stood before. */
export function clashesOf(problem: PlanProblem, plan: MonthPlan): Clash[] {
  const families = new Map(problem.families.map((family) => [family.familyId, family]));
  const found: Clash[] = [];
  const add = (
    kind: Clash['kind'],
    ids: readonly string[],
    personId: string | null,
    date: string | null,
  ): void => {
    const stood = ids.length > 0 && ids.every((id) => families.get(id)?.inSession);
    found.push({ kind, familyIds: ids, personId, date, stood });
  };
  const slots = problem.sessions.flatMap((session) => {
    const here = plan.placed
      .filter((placed) => placed.sessionId === session.sessionId)
      .sort((a, b) => a.startsAt - b.startsAt);
    let time = session.startsAt;
    for (const { familyId, startsAt, minutes } of here) {
      const family = families.get(familyId);
      if (startsAt !== time || minutes !== family?.minutes) add('gap', [familyId], null, session.date);
      if (!family || !belongs(family, session)) add('not-its-session', [familyId], null, session.date);
      time = startsAt + minutes;
    }
    if (time > session.endsAt)
      add(
        'too-long',
        here.map(({ familyId }) => familyId),
        null,
        session.date,
      );
    const kept = here.filter(({ familyId }) => families.get(familyId)?.inSession);
    const places = kept.map(({ familyId }) => families.get(familyId)?.position ?? Number.MAX_SAFE_INTEGER);
    const inOrder =
      kept.every((slot, i) => slot === here[i]) && places.every((place, i) => !i || places[i - 1]! <= place);
    if (session.keepsOrder && !inOrder) add('moved', [], null, session.date);
    return here.map((slot) => ({
      ...slot,
      date: session.date,
      people: peopleOf(families.get(slot.familyId)),
    }));
  });

  const rest = [...plan.placed, ...plan.unplaced].map(({ familyId }) => familyId);
  const known = new Set(problem.sessions.map(({ sessionId }) => sessionId));
  for (const { familyId, inSession } of problem.families) {
    const times = rest.filter((id) => id === familyId).length;
    if (times !== (inSession && !known.has(inSession) ? 0 : 1))
      add('counted-wrongly', [familyId], null, null);
    const placed = plan.placed.find((one) => one.familyId === familyId);
    if (inSession && known.has(inSession) && placed?.sessionId !== inSession)
      add('moved', [familyId], null, null);
  }
  for (const person of problem.people) {
    const theirs = slots.filter(({ people }) => people.has(person.personId));
    for (const { familyId, date, startsAt, minutes } of theirs) {
      if (person.daysOff.has(date)) add('away', [familyId], person.personId, date);
      if (person.busy.some((b) => b.date === date && b.from < startsAt + minutes && b.to > startsAt))
        add('busy', [familyId], person.personId, date);
    }
  }
  for (const [i, a] of slots.entries())
    for (const b of slots.slice(i + 1)) {
      if (a.date !== b.date || a.startsAt >= b.startsAt + b.minutes || b.startsAt >= a.startsAt + a.minutes)
        continue;
      for (const person of a.people)
        if (b.people.has(person)) add('two-places', [a.familyId, b.familyId], person, a.date);
    }
  return found;
}

const peopleOf = (family: PlanFamily | undefined): ReadonlySet<string> =>
  new Set([...(family?.people ?? []), ...(family?.specialists ?? [])]);

/** Whoever was put into a session by hand may be there; the plan itself keeps to the rules. */
const belongs = (family: PlanFamily, session: PlanProblem['sessions'][number]): boolean =>
  family.inSession === session.sessionId ||
  (family.teamId === session.teamId &&
    !session.offeredOnly &&
    (!family.notBefore || session.date >= family.notBefore) &&
    (family.mayBeLate !== false || !family.dueBy || session.date <= family.dueBy));
