import { describe, expect, it } from '@jest/globals';
import { clashesOf } from './clashes.js';
import { planMonth } from './plan-month.js';
import type { PlanFamily, PlanPerson, PlanProblem, PlanSession } from './problem.js';

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
const farah: PlanPerson = {
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

const at = (plan: ReturnType<typeof planMonth>) =>
  plan.placed.map(({ familyId, sessionId, startsAt }) => `${sessionId} ${startsAt / 60} ${familyId}`);
const leave = (personId: string, ...dates: string[]): PlanPerson => ({
  personId,
  daysOff: new Set(dates),
  busy: [],
});

describe('a manager who plans a month', () => {
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

  it('takes Farah before and after an hour with another team without calling that a wait', () => {
    const kept = ['a', 'b', 'c', 'd', 'e'].map((id, position) =>
      family(id, ['tom', ...(position < 3 ? ['farah'] : [])], {
        inSession: 'northgate 2026-04-07',
        position,
      }),
    );
    const plan = planMonth(month([...kept, family('vance', ['tom', 'farah'])]));
    expect(plan.placed.at(-1)).toMatchObject({ familyId: 'vance', startsAt: clock('12:00') });
    expect(plan).toMatchObject({ splits: [], minutesWaited: 0 });
  });

  it('meets the limit of the riskier plan where there is room for one, and places the other late', () => {
    const two = [session('2026-04-07', '9:30', '10:00'), session('2026-04-14', '9:30', '10:00')];
    const plan = planMonth(
      month(
        [
          family('in need', ['tom'], { risk: 3, dueBy: '2026-04-06' }),
          family('a', ['tom']),
          family('z', ['tom'], { risk: 0 }),
        ],
        two,
      ),
    );
    expect(at(plan)).toEqual(['northgate 2026-04-07 9.5 z', 'northgate 2026-04-14 9.5 a']);
    expect(plan).toMatchObject({ inTime: 1, late: 1 });
    expect(plan.unplaced.map(({ familyId }) => familyId)).toEqual(['in need']);
  });

  it('takes a family that is overdue already as early as can be, the longest overdue first', () => {
    const two = [session('2026-04-07', '9:30', '10:00'), session('2026-04-14', '9:30', '10:30')];
    const plan = planMonth(
      month(
        [
          family('a', ['tom'], { dueBy: '2026-04-02' }),
          family('b', ['tom'], { dueBy: '2026-03-20' }),
          family('c', ['tom'], { dueBy: '2026-04-14' }),
        ],
        two,
      ),
    );
    expect(at(plan)).toEqual([
      'northgate 2026-04-07 9.5 b',
      'northgate 2026-04-14 9.5 a',
      'northgate 2026-04-14 10 c',
    ]);
    expect(plan.placedLate.map(({ familyId, obstacles }) => [familyId, obstacles])).toEqual([
      ['b', [{ kind: 'no-session-before', dueBy: '2026-03-20' }]],
      ['a', [{ kind: 'no-session-before', dueBy: '2026-04-02' }]],
    ]);
  });

  it('splits Dean’s day only to keep a family in time, and names that family', () => {
    const lorna = {
      ...leave('lorna'),
      busy: [{ date: '2026-04-07', from: clock('10:00'), to: clock('12:00') }],
    };
    const marcus = {
      ...leave('marcus'),
      busy: [{ date: '2026-04-07', from: clock('9:30'), to: clock('10:30') }],
    };
    const families = [
      family('a', ['tom', 'dean', 'lorna']),
      family('b', ['tom']),
      family('c', ['tom', 'dean', 'marcus']),
    ];
    const later = families.map((one) => ({ ...one, dueBy: '2026-04-14' }));
    const two = [session('2026-04-07', '9:30', '11:00'), session('2026-04-14', '9:30', '11:00')];
    expect(planMonth(month(later, two, [lorna, marcus]))).toMatchObject({ splits: [], inTime: 3 });
    const plan = planMonth(month(families, two, [lorna, marcus]));
    expect(at(plan).map((line) => line.at(-1))).toEqual(['a', 'b', 'c']);
    expect(plan).toMatchObject({ inTime: 3, minutesWaited: 30 });
    expect(plan.splits).toEqual([{ personId: 'dean', date: '2026-04-07', forFamilyId: 'a' }]);
  });

  it('lets families stay that somebody put there, in their order once the session is open, even on a day of leave', () => {
    const stay = { inSession: 'northgate 2026-04-07' };
    const open = { ...session('2026-04-07'), keepsOrder: true };
    const families = [
      family('b', ['tom', 'dean'], { ...stay, position: 0 }),
      family('a', ['tom', 'lorna'], { ...stay, position: 1 }),
      family('c', ['tom', 'dean'], { ...stay, position: 2 }),
      family('d', ['tom', 'dean']),
      family('elsewhere', ['tom'], { inSession: 'a session of May' }),
    ];
    const problem = month(families, [open], [leave('lorna', '2026-04-07')]);
    const plan = planMonth(problem);
    expect(at(plan).map((line) => line.at(-1))).toEqual(['b', 'a', 'c', 'd']);
    expect(clashesOf(problem, plan)).toMatchObject([{ kind: 'away', familyIds: ['a'], stood: true }]);
    expect(plan.unplaced).toEqual([]);
  });

  it('keeps a worker of two teams out of two rooms at once', () => {
    const southgate = { ...session('2026-04-07'), sessionId: 'southgate', teamId: 'southgate' };
    const theirs = ['d', 'e', 'f'].map((id) => family(id, ['ann', 'dean'], { teamId: 'southgate' }));
    const ours = ['a', 'b', 'c'].map((id) => family(id, ['tom', 'dean']));
    const problem = month([...ours, ...theirs], [session('2026-04-07'), southgate]);
    expect(planMonth(problem).unplaced).toHaveLength(3);
    const fillers = ['u', 'v', 'w'].map((id) => family(id, ['ann'], { teamId: 'southgate' }));
    const both = month([...ours, ...theirs, ...fillers], problem.sessions as PlanSession[]);
    const plan = planMonth(both);
    expect(plan).toMatchObject({ unplaced: [], splits: [], inTime: 9 });
    expect(clashesOf(both, plan)).toEqual([]);
  });
});

describe('a family that found no place', () => {
  const only = (families: PlanFamily[], sessions: PlanSession[], people: PlanPerson[] = []) => {
    const { unplaced } = planMonth(month(families, sessions, people));
    expect(unplaced).toHaveLength(1);
    return unplaced[0]!;
  };

  it('that is due on Good Friday is offered Tuesday 31 March, and late places after it', () => {
    const march = { ...session('2026-03-31'), offeredOnly: true };
    const held = family('rahman', ['tom'], { inSession: march.sessionId, position: 0, minutes: 150 });
    const okonkwo = family('okonkwo', ['tom', 'dean'], { dueBy: '2026-04-03', mayBeLate: false });
    expect(only([held, okonkwo], [march, session('2026-04-07'), session('2026-04-14')])).toEqual({
      familyId: 'okonkwo',
      obstacles: [{ kind: 'no-session-before', dueBy: '2026-04-03' }],
      ways: [
        { kind: 'place', sessionId: 'northgate 2026-03-31', position: 1, late: false },
        { kind: 'place', sessionId: 'northgate 2026-04-07', position: 0, late: true },
        { kind: 'place', sessionId: 'northgate 2026-04-14', position: 0, late: true },
      ],
    });
  });

  it('is told who is busy, and which session is too short by how much', () => {
    const kept = { ...session('2026-04-07'), keepsOrder: true };
    const full = { ...session('2026-04-14', '9:30', '10:30'), keepsOrder: true };
    const stays = (id: string, one: PlanSession, minutes: number) =>
      family(id, ['tom'], { inSession: one.sessionId, position: 0, minutes });
    const vance = family('vance', ['tom', 'farah'], { dueBy: '2026-04-28', minutes: 45 });
    const families = [stays('a', kept, 90), stays('b', full, 45), vance];
    expect(only(families, [kept, full, session('2026-04-21')], [farah, leave('tom', '2026-04-21')])).toEqual({
      familyId: 'vance',
      obstacles: [
        { kind: 'busy', sessionId: 'northgate 2026-04-07', personId: 'farah', from: 660, to: 720 },
        { kind: 'away', sessionId: 'northgate 2026-04-21', personId: 'tom' },
        { kind: 'full', sessionId: 'northgate 2026-04-14', minutesShort: 30 },
      ],
      ways: [{ kind: 'lengthen', sessionId: 'northgate 2026-04-14', minutes: 30, late: false }],
    });
  });
});
