import type { Placed, PlanProblem } from '../../shared/schedule/planning/problem.js';

/**
 * What somebody does with a calendar: the family with the nearest limit first, at the end of the first session that has
 * room and where everybody is free.
 */
export function placeGreedily({ sessions, families, people }: PlanProblem): Placed[] {
  const persons = new Map(people.map((person) => [person.personId, person]));
  const byTime = [...sessions].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : a.startsAt - b.startsAt,
  );
  const ends = new Map(byTime.map(({ sessionId, startsAt }) => [sessionId, startsAt]));
  const taken = new Map<string, { from: number; to: number }[]>();
  const placed: Placed[] = [];
  const inTurn = [...families].sort((a, b) => {
    const [one, other] = [a.dueBy ?? '9999', b.dueBy ?? '9999'];
    return one < other ? -1 : one > other ? 1 : a.risk - b.risk;
  });
  for (const family of inTurn) {
    const session = byTime.find(({ sessionId, teamId, date, endsAt }) => {
      const from = ends.get(sessionId)!;
      const to = from + family.minutes;
      if (teamId !== family.teamId || to > endsAt || (family.notBefore && date < family.notBefore))
        return false;
      return family.people.every((personId) => {
        const person = persons.get(personId);
        const busy = [
          ...(person?.busy.filter((time) => time.date === date) ?? []),
          ...(taken.get(`${personId} ${date}`) ?? []),
        ];
        return !person?.daysOff.has(date) && busy.every((time) => time.from >= to || time.to <= from);
      });
    });
    if (!session) continue;
    const startsAt = ends.get(session.sessionId)!;
    ends.set(session.sessionId, startsAt + family.minutes);
    placed.push({
      familyId: family.familyId,
      sessionId: session.sessionId,
      startsAt,
      minutes: family.minutes,
    });
    for (const personId of family.people) {
      const key = `${personId} ${session.date}`;
      taken.set(key, [...(taken.get(key) ?? []), { from: startsAt, to: startsAt + family.minutes }]);
    }
  }
  return placed;
}
