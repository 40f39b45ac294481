import type {
  PlanFamily,
  PlanPerson,
  PlanProblem,
  PlanSession,
} from '../../shared/schedule/planning/problem.js';
import { plusDays } from '../../shared/schedule/working-days.js';
import { type Chance, chanceFrom } from '../lib/chance.js';

/** April 2026: 20 weekdays, of which Good Friday and Easter Monday are closed. */
const firstDay = '2026-04-01';
const closed = new Set(['2026-04-03', '2026-04-06']);
const weekdays = Array.from({ length: 28 }, (_, i) => plusDays(firstDay, i)).filter(
  (date) => new Date(`${date}T00:00:00Z`).getUTCDay() % 6 !== 0,
);
const open = weekdays.filter((date) => !closed.has(date));
const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();
const disciplines = [
  { name: 'mental health', of40: 9, percent: 43 },
  { name: 'recovery', of40: 11, percent: 52 },
  { name: 'domestic abuse', of40: 9, percent: 43 },
  { name: 'domestic abuse officer', of40: 7, percent: 33 },
  { name: 'psychology', of40: 4, percent: 19 },
] as const;

export interface Size {
  teams: number;
  families: number;
  /** Shared between the teams. */
  specialists: number;
}

export const sizes = {
  'one team': { teams: 1, families: 55, specialists: 8 },
  'four teams': { teams: 4, families: 220, specialists: 14 },
  'twelve teams': { teams: 12, families: 660, specialists: 40 },
} as const satisfies Record<string, Size>;

/**
 * A month as an authority has it: mostly 30 minutes and 45 for one family in nine, limits 28 days after last month's
 * sessions, some on days that are closed now, some families not reached then, new families, specialists shared between teams, part-time
 * days, leave and time elsewhere. As many half-day sessions of three hours as the minutes need, and a little room.
 */
export function bigMonth({ teams, families: total, specialists }: Size, seed: number): PlanProblem {
  const chance = chanceFrom(seed);
  const people = new Map<string, PlanPerson>();
  const person = (personId: string, partTimePercent: number, needed: readonly number[]): string => {
    people.set(personId, aPerson(personId, chance, partTimePercent, needed));
    return personId;
  };
  const posts = disciplines.map(({ name, of40 }) =>
    Array.from({ length: Math.max(1, Math.round((of40 * specialists) / 40)) }, (_, i) =>
      person(`${name} ${i}`, 30, []),
    ),
  );
  const sessions: PlanSession[] = [];
  const families: PlanFamily[] = [];
  for (let t = 0; t < teams; t++) {
    const teamId = `team ${String(t).padStart(2, '0')}`;
    const days = [1 + (t % 5), 1 + ((t + 2) % 5), 1 + ((t + 4) % 5)];
    // A team sits on days when its own workers work; specialists come from several teams and cannot always.
    const workers = Array.from({ length: 5 }, (_, i) =>
      person(`${teamId} worker ${i}`, 20, days.slice(0, 2)),
    );
    // Two of each discipline: with 40 for twelve teams, each of them works with two to six teams.
    const ours = posts.map((list) => {
      const first = Math.floor((t * list.length) / teams);
      return [list[first]!, list[(first + 1) % list.length]!];
    });
    const count = Math.floor((total * (t + 1)) / teams) - Math.floor((total * t) / teams);
    const sat = weekdays.filter((date) => days.includes(weekdayOf(date)));
    const own = Array.from({ length: count }, (_, i) => {
      const last = plusDays(sat[Math.floor((i * sat.length) / count)]!, -28);
      return aFamily(`${teamId} family ${i}`, teamId, last, workers, ours, chance);
    });
    families.push(...own);
    const minutes = own.reduce((sum, family) => sum + family.minutes, 0);
    sessions.push(...sessionsOf(teamId, t, days, Math.ceil((minutes * 1.1) / 180)));
  }
  return { sessions, families, people: [...people.values()] };
}

/** Spread over the month as evenly as it goes, on the team's weekdays and at the team's time of day. */
function sessionsOf(teamId: string, t: number, days: readonly number[], count: number): PlanSession[] {
  const theirs = open.filter((date) => days.includes(weekdayOf(date)));
  const from = t % 3 === 2 ? 810 : 570;
  return Array.from({ length: count }, (_, i) => {
    const date = theirs[Math.floor((i * theirs.length) / count)] ?? theirs.at(-1)!;
    const again = i > 0 && theirs[Math.floor(((i - 1) * theirs.length) / count)] === date;
    const startsAt = again ? (from === 570 ? 810 : 570) : from;
    return {
      sessionId: `${teamId} ${date} ${startsAt}`,
      teamId,
      date,
      startsAt,
      endsAt: startsAt + 180,
      keepsOrder: false,
    };
  });
}

function aFamily(
  familyId: string,
  teamId: string,
  last: string,
  workers: readonly string[],
  posts: readonly (readonly string[])[],
  chance: Chance,
): PlanFamily {
  const specialists = posts.flatMap((list, d) =>
    chance.percent(disciplines[d]!.percent) ? [chance.oneOf(list)] : [],
  );
  const isNew = chance.percent(6);
  // Not reached in the last sessions of the month before: overdue, or nearly.
  const before = chance.percent(4) ? 1 + chance.below(14) : 0;
  const allocated = plusDays(firstDay, chance.below(14) - 7);
  return {
    familyId,
    teamId,
    minutes: isNew || chance.percent(6) ? 45 : 30,
    dueBy: isNew ? plusDays(allocated, 14) : plusDays(last, 28 - before),
    notBefore: isNew ? allocated : plusDays(last, 1 - before),
    risk: chance.oneOf([0, 1, 1, 1, 2, 3, 3, 3, 3]),
    people: [chance.oneOf(workers), ...specialists],
    specialists,
    inSession: null,
    position: null,
  };
}

/** Part-time for so many in a hundred; leave for one in four; now and then an hour elsewhere. */
function aPerson(
  personId: string,
  chance: Chance,
  partTimePercent: number,
  needed: readonly number[],
): PlanPerson {
  const spare = [1, 2, 3, 4, 5].filter((day) => !needed.includes(day));
  const notTheirs = chance.percent(partTimePercent) ? chance.some(spare, 1 + chance.below(2)) : [];
  const leaveFrom = chance.percent(25) ? chance.below(open.length) : open.length;
  const leave = open.slice(leaveFrom, leaveFrom + 2 + chance.below(4));
  return {
    personId,
    daysOff: new Set([...open.filter((date) => notTheirs.includes(weekdayOf(date))), ...leave]),
    busy: open.flatMap((date) => {
      if (!chance.percent(8)) return [];
      const from = 570 + 30 * chance.below(12);
      return [{ date, from, to: from + 60 }];
    }),
  };
}
