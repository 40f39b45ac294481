import { describe, expect, it } from '@jest/globals';
import { clashesOf } from './clashes.js';
import { planMonth } from './plan-month.js';
import type { PlanFamily, PlanProblem, PlanSession } from './problem.js';

const clock = (time: string): number => Number(time.slice(0, -3)) * 60 + Number(time.slice(-2));
const session = (date: string, from = '9:30', to = '12:30'): PlanSession => ({
  sessionId: `northgate ${date}`,
  teamId: 'northgate',
  date,
  startsAt: clock(from),
  endsAt: clock(to),
  keepsOrder: false,
});
const family = (familyId: string, people: readonly string[], more: Partial<PlanFamily> = {}): PlanFamily => ({
  familyId,
  teamId: 'northgate',
  minutes: 30,
  dueBy: '2026-04-07',
  notBefore: '2026-03-11',
  risk: 1,
  people,
  specialists: people.slice(1),
  inSession: null,
  position: null,
  ...more,
});
const hartley = family('hartley', ['priya', 'lorna', 'marcus', 'dean']);
const kaczmarek = family('kaczmarek', ['tom', 'farah', 'ines'], { risk: 3 });
const doyle = family('doyle', ['megan', 'dean', 'yusuf'], { minutes: 45, risk: 0 });
const farah = {
  personId: 'farah',
  daysOff: new Set<string>(),
  busy: [{ date: '2026-04-07', from: clock('11:00'), to: clock('12:00') }],
};
const month = (
  families: PlanFamily[],
  sessions = [session('2026-04-07')],
  people = [farah],
): PlanProblem => ({
  sessions,
  families,
  people,
});

describe('a month that is planned', () => {
  it('gives Farah, Dean and everybody one block: Kaczmarek, Doyle, Hartley', () => {
    const problem = month([hartley, kaczmarek, doyle]);
    const plan = planMonth(problem);
    expect(plan.placed.map(({ familyId, startsAt }) => [familyId, startsAt])).toEqual([
      ['kaczmarek', clock('9:30')],
      ['doyle', clock('10:00')],
      ['hartley', clock('10:45')],
    ]);
    expect(plan).toMatchObject({ unplaced: [], splits: [], inTime: 3, late: 0, minutesWaited: 0 });
    expect(clashesOf(problem, plan)).toEqual([]);
  });
});
