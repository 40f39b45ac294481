import type {
  PlanFamily,
  PlanPerson,
  PlanProblem,
  PlanSession,
} from '../../shared/schedule/planning/problem.js';
import { chanceFrom } from '../lib/chance.js';

const dates = ['2026-04-07', '2026-04-08', '2026-04-14', '2026-04-21'];
const kinder = ['2026-04-14', '2026-04-21', '2026-04-30'];
const limits = ['2026-03-20', '2026-04-06', ...dates, ...dates, '2026-04-30'];

/**
 * A small month, small enough to try everything: one or two teams, at most three sessions and seven families, who
 * share at most five people, with days off, busy times, families that stay, three lengths, limits and risks. Every
 * other one is roomy, so that it is the order that decides; the others are tight, so that it is the limits.
 */
export function smallMonth(seed: number): PlanProblem {
  const chance = chanceFrom(seed);
  const roomy = seed % 2 === 1;
  const teams = chance.percent(40) ? ['north', 'south'] : ['north'];
  const personIds = ['ana', 'ben', 'cy', 'dee', 'eli'].slice(
    0,
    (roomy ? 4 : 2) + chance.below(roomy ? 2 : 4),
  );
  const sessions: PlanSession[] = Array.from(
    { length: roomy ? 2 + chance.below(2) : 1 + chance.below(3) },
    (_, i) => {
      const startsAt = chance.oneOf([540, 570, 600]);
      return {
        sessionId: `s${i}`,
        teamId: teams[i % teams.length]!,
        date: chance.oneOf(roomy ? dates.slice(0, 3) : dates),
        startsAt,
        endsAt: startsAt + chance.oneOf(roomy ? [90, 105, 120] : [45, 60, 75, 90, 90, 105]),
        keepsOrder: chance.percent(10),
      };
    },
  );
  const families: PlanFamily[] = Array.from(
    { length: roomy ? 4 + chance.below(4) : 2 + chance.below(6) },
    (_, i) => {
      const teamId = chance.oneOf(teams);
      const people = chance.some(personIds, 1 + chance.below(3));
      const own = sessions.filter((session) => session.teamId === teamId);
      const stays = own.length > 0 && chance.percent(12);
      return {
        familyId: `f${i}`,
        teamId,
        minutes: chance.oneOf([15, 30, 30, 45]),
        dueBy: chance.percent(12) ? null : chance.oneOf(roomy ? kinder : limits),
        notBefore: chance.percent(roomy ? 5 : 20) ? chance.oneOf(dates) : null,
        risk: chance.below(4),
        people,
        specialists: people.filter(() => chance.percent(80)),
        inSession: stays ? chance.oneOf(own).sessionId : null,
        position: stays ? i : null,
      };
    },
  );
  const people: PlanPerson[] = personIds.map((personId) => ({
    personId,
    daysOff: new Set(dates.filter(() => chance.percent(roomy ? 2 : 8))),
    busy: dates.flatMap((date) => {
      if (!chance.percent(roomy ? 12 : 25)) return [];
      const from = 540 + 15 * chance.below(8);
      return [{ date, from, to: from + chance.oneOf([15, 30, 60]) }];
    }),
  }));
  return { sessions, families, people };
}
