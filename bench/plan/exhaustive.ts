import type { Placed, PlanFamily, PlanProblem } from '../../shared/schedule/planning/problem.js';
import { compareInOrder, inOrder, measureDays, measureLimits } from './measure-plan.js';

/** The best a month can be, found by trying every plan there is: slow, plain, and with nothing of the planner in it. */
export function bestOfAll(problem: PlanProblem): { figures: number[]; placed: Placed[]; tried: number } {
  const { sessions, people } = problem;
  const persons = new Map(people.map((person) => [person.personId, person]));
  const placed: Placed[] = [];
  const dates = new Map<string, string>();
  const left = new Set(problem.families);
  const stays = new Set(problem.families.flatMap(({ familyId, inSession }) => (inSession ? [familyId] : [])));
  let best: { figures: number[]; placed: Placed[] } | null = null;
  let tried = 0;

  const mayStand = (family: PlanFamily, at: number, session: PlanProblem['sessions'][number]): boolean => {
    if (family.inSession) return family.inSession === session.sessionId;
    const to = at + family.minutes;
    if (family.teamId !== session.teamId || to > session.endsAt) return false;
    if (family.notBefore && session.date < family.notBefore) return false;
    return family.people.every((personId) => {
      const person = persons.get(personId);
      if (person?.daysOff.has(session.date)) return false;
      return !person?.busy.some((b) => b.date === session.date && b.from < to && b.to > at);
    });
  };
  /** Whoever was put there by hand may clash with another who was; with nobody else. */
  const clashesWith = (family: PlanFamily, at: number, date: string): boolean =>
    placed.some(({ familyId, sessionId, startsAt, minutes }) => {
      const other = problem.families.find((one) => one.familyId === familyId)!;
      if (family.inSession && other.inSession) return false;
      if (dates.get(sessionId) !== date || startsAt >= at + family.minutes || startsAt + minutes <= at)
        return false;
      return other.people.some((personId) => family.people.includes(personId));
    });
  const whole = (): void => {
    tried += 1;
    if ([...left].some((family) => family.inSession)) return;
    const where = new Map(placed.map(({ familyId, sessionId }) => [familyId, dates.get(sessionId)!]));
    const limits = measureLimits(problem, ({ familyId }) => where.get(familyId));
    // Cannot be the best if it is worse in what weighs more: spares working out everybody's day.
    const most = best && [best.figures[0]!, ...limits.missed, ...limits.unplaced, ...limits.late, 0, 0];
    if (best && best.figures[0] === 0 && compareInOrder(best.figures, most!) <= 0) return;
    const figures = inOrder({ ...limits, ...measureDays(problem, placed) });
    if (!best || compareInOrder(figures, best.figures) < 0) best = { figures, placed: [...placed] };
  };
  /** Either one family more at the end of this session, or on to the next session. */
  const tryAll = (i: number, at: number): void => {
    const session = sessions[i];
    if (!session) {
      whole();
      return;
    }
    dates.set(session.sessionId, session.date);
    const staying = [...left]
      .filter((family) => family.inSession === session.sessionId)
      .sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
    for (const family of session.keepsOrder && staying.length ? staying.slice(0, 1) : [...left]) {
      if (!mayStand(family, at, session) || clashesWith(family, at, session.date)) continue;
      left.delete(family);
      placed.push({
        familyId: family.familyId,
        sessionId: session.sessionId,
        startsAt: at,
        minutes: family.minutes,
      });
      tryAll(i, at + family.minutes);
      placed.pop();
      left.add(family);
    }
    // Those who stay here must be in it before it is left; they alone may overrun its end.
    const others = placed.some((slot) => slot.sessionId === session.sessionId && !stays.has(slot.familyId));
    if (!staying.length && (at <= session.endsAt || !others)) tryAll(i + 1, sessions[i + 1]?.startsAt ?? 0);
  };
  tryAll(0, sessions[0]?.startsAt ?? 0);
  return { ...best!, tried };
}
