import type { MonthPlan, Placed, PlanFamily, PlanProblem, PlanSession, Unplaced } from './problem.js';

/** Plans a month greedily: by due date, each family into the first session that can take it at its end. */
export function planMonth(problem: PlanProblem): MonthPlan {
  const sessions = [...problem.sessions].sort((a, b) => (a.date + a.startsAt < b.date + b.startsAt ? -1 : 1));
  const placed: Placed[] = [];
  const taken: { date: string; personId: string; from: number; to: number }[] = [];
  const end = new Map(sessions.map((s) => [s.sessionId, s.startsAt]));
  const put = (family: PlanFamily, session: PlanSession): void => {
    const startsAt = end.get(session.sessionId) ?? session.startsAt;
    placed.push({
      familyId: family.familyId,
      sessionId: session.sessionId,
      startsAt,
      minutes: family.minutes,
    });
    end.set(session.sessionId, startsAt + family.minutes);
    for (const personId of family.people)
      taken.push({ date: session.date, personId, from: startsAt, to: startsAt + family.minutes });
  };
  const free = (family: PlanFamily, { date }: PlanSession, from: number): boolean =>
    family.people.every((personId) => {
      const person = problem.people.find((p) => p.personId === personId);
      const busy = [...(person?.busy ?? []), ...taken.filter((t) => t.personId === personId)];
      return (
        !person?.daysOff.has(date) &&
        !busy.some((b) => b.date === date && b.from < from + family.minutes && b.to > from)
      );
    });
  const staying = problem.families
    .filter((f) => f.inSession)
    .sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
  for (const family of staying) put(family, sessions.find((s) => s.sessionId === family.inSession)!);
  const due = problem.families
    .filter((f) => !f.inSession)
    .sort((a, b) => ((a.dueBy ?? '9') < (b.dueBy ?? '9') ? -1 : 1));
  const unplaced: Unplaced[] = [];
  for (const family of due) {
    const here = sessions.find((session) => {
      const at = end.get(session.sessionId) ?? session.startsAt;
      const first = sessions[0]?.date ?? '';
      const inTime = !family.dueBy || session.date <= family.dueBy || family.dueBy < first;
      return (
        session.teamId === family.teamId &&
        inTime &&
        session.date >= (family.notBefore ?? '') &&
        at + family.minutes <= session.endsAt &&
        free(family, session, at)
      );
    });
    if (here) put(family, here);
    else unplaced.push({ familyId: family.familyId, obstacles: [], ways: [] });
  }
  const dateOf = new Map(sessions.map((s) => [s.sessionId, s.date]));
  const late = placed.filter((p) => {
    const family = problem.families.find((f) => f.familyId === p.familyId);
    return family?.dueBy && (dateOf.get(p.sessionId) ?? '') > family.dueBy;
  }).length;
  return { placed, unplaced, splits: [], inTime: placed.length - late, late, minutesWaited: 0 };
}
