import { describe, expect, it } from '@jest/globals';
import { clashesOf } from '../../shared/schedule/planning/clashes.js';
import { bigMonth, sizes } from './big-month.js';
import { greedyOf, plannedBy } from './sides.js';

describe('a generated month', () => {
  it('is the same for the same seed, and as large as an authority', () => {
    const problem = bigMonth(sizes['twelve teams'], 5);
    expect(bigMonth(sizes['twelve teams'], 5)).toEqual(problem);
    expect(problem.families).toHaveLength(660);
    expect(new Set(problem.families.flatMap(({ specialists }) => specialists)).size).toBe(40);
    const longer = problem.families.filter(({ minutes }) => minutes === 45).length / 660;
    expect(longer).toBeGreaterThan(0.08);
    expect(longer).toBeLessThan(0.16);
    const [room, needed] = [
      problem.sessions.reduce((sum, { startsAt, endsAt }) => sum + endsAt - startsAt, 0),
      problem.families.reduce((sum, { minutes }) => sum + minutes, 0),
    ];
    expect(room / needed).toBeGreaterThan(1.1);
    expect(room / needed).toBeLessThan(1.25);
    // No session on a bank holiday, and none at the same time as another of its team.
    expect(problem.sessions.filter(({ date }) => ['2026-04-03', '2026-04-06'].includes(date))).toEqual([]);
    expect(new Set(problem.sessions.map(({ sessionId }) => sessionId)).size).toBe(problem.sessions.length);
  });

  it('is planned with more families in time and less waiting than greedily, and neither puts anybody in two places', () => {
    const problem = bigMonth(sizes['one team'], 5);
    const [ours, greedy] = [plannedBy(problem), greedyOf(problem)];
    expect(ours.clashes + greedy.clashes).toBe(0);
    expect(ours.inTime).toBeGreaterThan(greedy.inTime);
    expect(ours.minutesWaited).toBeLessThan(greedy.minutesWaited);
  });

  it('with somebody put in two places by hand is seen to have a clash', () => {
    const problem = bigMonth({ teams: 1, families: 4, specialists: 5 }, 1);
    const [a, b] = problem.families;
    const session = problem.sessions[0]!;
    const other = { ...session, sessionId: 'another room' };
    const slot = (familyId: string, minutes: number, sessionId: string) => ({
      familyId,
      minutes,
      sessionId,
      startsAt: session.startsAt,
    });
    const clashes = clashesOf(
      {
        sessions: [session, other],
        families: [a!, b!].map((family) => ({ ...family, people: ['x'], specialists: [], notBefore: null })),
        people: [{ personId: 'x', daysOff: new Set(), busy: [{ date: session.date, from: 0, to: 1440 }] }],
      },
      {
        placed: [
          slot(a!.familyId, a!.minutes, session.sessionId),
          slot(b!.familyId, b!.minutes, other.sessionId),
        ],
        unplaced: [],
        placedLate: [],
        splits: [],
        inTime: 2,
        late: 0,
        minutesWaited: 0,
      },
    );
    expect(clashes.map(({ kind, stood }) => [kind, stood])).toEqual([
      ['busy', false],
      ['busy', false],
      ['two-places', false],
    ]);
  });
});
