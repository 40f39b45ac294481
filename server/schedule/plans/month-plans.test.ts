import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SessionState } from '../../../shared/session/state.js';
import { type Colleague, CouncilByHand } from '../../../test/support/by-hand.js';
import { orderOf, PlanningTeam, sessionOn, slotOn } from '../../../test/support/planning.js';
import { Record } from '../../live/record.js';
import { MonthSolver } from './month-solver.service.js';

// Today is 10 March 2026. A first discussion is due ten working days after allocation.
describe('planning a whole month at once', () => {
  let council: CouncilByHand;
  let north: PlanningTeam;
  let south: PlanningTeam;
  let farah: Colleague;

  beforeAll(async () => {
    council = await CouncilByHand.open();
    north = await PlanningTeam.open(council, 'Northgate');
    south = await PlanningTeam.open(council, 'Southgate', ' South');
    farah = await council.person('Farah Idris', 'mental-health');
  });
  afterAll(() => council?.stop());

  const mental = () => ({ discipline: 'mental-health', personId: farah.id });

  it('business support plans a team’s month in one act: inside the limit, nobody in two places, and can take it back', async () => {
    const [one, two] = [await north.session('2026-03-17'), await north.session('2026-03-24')];
    const byHand = await north.family('Achterberg', '2026-03-03');
    const kept = await north.place(one, byHand);
    for (const name of ['Barlow', 'Castellanos']) await north.family(name, '2026-03-03', [mental()]);
    await north.family('Doyle', '2026-03-10', [], 4);
    await north.family('Ekwueme', '2026-03-10', [mental()]);
    const before = await north.board('2026-03');
    expect(before.counts).toMatchObject({ due: 5, planned: 1, inTime: 1, late: 0 });
    expect(before.needYou.map((need) => [need.name, need.dueBy])).toEqual([
      ['Barlow', '2026-03-17'],
      ['Castellanos', '2026-03-17'],
      ['Doyle', '2026-03-24'],
      ['Ekwueme', '2026-03-24'],
    ]);

    const { body: planned, status } = await north.planAll('2026-03');
    expect(status).toBe(201);
    expect(planned).toMatchObject({ placed: 4, notPlaced: 0, late: 0 });
    const board = await north.board('2026-03');
    expect(board.counts).toMatchObject({ due: 5, planned: 5, inTime: 5, late: 0 });
    expect(board.needYou).toEqual([]);
    expect(slotOn(board, 'Barlow').date).toBe('2026-03-17');
    expect(slotOn(board, 'Doyle').minutes).toBe(45);
    expect(board.plan).toMatchObject({
      planId: planned.planId,
      byId: north.sandra.id,
      mayUndo: true,
      sentAt: null,
    });
    for (const session of board.sessions) {
      const patterns = session.slots.map((slot) => slot.pattern);
      expect(patterns.some((pattern, i) => pattern === patterns[i + 1])).toBe(false);
      const log = await council.server.app.get(Record).stateOf<SessionState>(`session/${session.sessionId}`);
      expect(log?.state.slots.map((slot) => [slot.slotId, slot.pattern])).toEqual(
        session.slots.map((slot) => [slot.slotId, slot.pattern]),
      );
      expect(log?.seq).toBe(session.seq);
    }
    const waits = board.people.filter((day) => day.personId === farah.id).map((day) => day.waits);
    expect(waits.length).toBeGreaterThan(0);
    expect(waits.every((minutes) => minutes === 0)).toBe(true);

    const undone = await north.sandra.browser.post(`/api/planner/plans/${planned.planId}/undo`);
    expect(undone.status).toBe(201);
    const after = await north.board('2026-03');
    expect(after.counts).toMatchObject({ due: 5, planned: 1 });
    expect(sessionOn(after, one).slots.map((slot) => slot.slotId)).toEqual([kept]);
    expect(sessionOn(after, two).slots).toEqual([]);
    expect(after.plan).toBeNull();
    expect(after.unsent).toBe(before.unsent);
  });

  it('what somebody touched since stays when the plan is taken back', async () => {
    const planned = (await north.planAll('2026-03')).body;
    const barlow = slotOn(await north.board('2026-03'), 'Barlow');
    const end = sessionOn(await north.board('2026-03'), barlow.sessionId).slots.length - 1;
    const moved = await north.move(barlow.slotId, {
      toSessionId: barlow.sessionId,
      position: end,
      seenIn: barlow.sessionId,
    });
    expect(moved.status).toBe(201);
    await north.sandra.browser.post(`/api/planner/plans/${planned.planId}/undo`);
    const board = await north.board('2026-03');
    expect(orderOf(board, barlow.sessionId)).toEqual(['09:30 Achterberg', '10:15 Barlow']);
  });

  it('a specialist whom two teams share is never in two places, and each team sees only whose the other time is', async () => {
    const [east, west] = [
      await PlanningTeam.open(council, 'Eastgate', ' East'),
      await PlanningTeam.open(council, 'Westgate', ' West'),
    ];
    const dean = await council.person('Dean Whitlock', 'recovery');
    const recovery = { discipline: 'recovery', personId: dean.id };
    const [a, b] = [
      await east.session('2026-03-18', { endsAt: '11:00' }),
      await west.session('2026-03-18', { endsAt: '11:00' }),
    ];
    for (const name of ['Vance', 'Okafor']) await east.family(name, '2026-03-09', [recovery]);
    for (const name of ['Wrigley', 'Nkemelu']) await west.family(name, '2026-03-09', [recovery]);
    const both = [east.teamId, west.teamId];
    expect((await east.planAll('2026-03', both, east.sandra)).status).toBe(404);
    const { body } = await council.admin.post('/api/planner/plans', { teamIds: both, month: '2026-03' });
    // Dean has an hour and a half in two places at once: two new families of 45 minutes, and no more.
    expect(body).toMatchObject({ placed: 2, notPlaced: 2, late: 0 });
    const [ours, theirs] = [
      await east.board('2026-03', east.sandra),
      await west.board('2026-03', west.sandra),
    ];
    const [mine, other] = [sessionOn(ours, a).slots, sessionOn(theirs, b).slots];
    expect([...mine, ...other].map((slot) => slot.startsAt).sort()).toEqual(['09:30', '10:15']);
    expect(JSON.stringify(ours)).not.toMatch(/Wrigley|Nkemelu/);
    expect(JSON.stringify(theirs)).not.toMatch(/Vance|Okafor/);
    const elsewhere = (board: typeof ours) =>
      board.people.flatMap((day) => day.blocks).filter((block) => block.slotId === null);
    expect(elsewhere(ours).map((block) => block.says)).toEqual(other.length ? ['Westgate'] : []);
    expect(elsewhere(theirs).map((block) => block.says)).toEqual(mine.length ? ['Eastgate'] : []);
    const needs = [...ours.needYou, ...theirs.needYou];
    expect(needs).toHaveLength(2);
    for (const need of needs) expect(need.waysOut.length).toBeGreaterThan(0);
  });

  it('two people who press it at once do not plan one month twice', async () => {
    await south.session('2026-03-18');
    await south.family('Holt', '2026-03-09');
    const answers = await Promise.all([
      south.planAll('2026-03', [south.teamId], south.sandra),
      south.planAll('2026-03', [south.teamId], south.adaeze),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body).toMatchObject({ code: 'plan-running' });
    const board = await south.board('2026-03', south.sandra);
    expect(board.sessions.flatMap(({ slots }) => slots.map((slot) => slot.name))).toEqual(['Holt']);
  });

  it('somebody changes a session while the plan is made: theirs stands, and the plan says so', async () => {
    const lock = await PlanningTeam.open(council, 'Lockgate', ' Lock');
    const [one, two] = [await lock.session('2026-03-12'), await lock.session('2026-03-16')];
    const byHand = await lock.family('Aldous', '2026-03-02');
    for (const name of ['Bexley', 'Cray', 'Dene', 'Eltham', 'Foots']) await lock.family(name, '2026-03-02');
    const solver = council.server.app.get(MonthSolver);
    const solve = solver.solve.bind(solver);
    solver.solve = async (problem) => {
      const plan = await solve(problem);
      await lock.place(one, byHand, {}, lock.adaeze);
      return plan;
    };
    const { body } = await lock.planAll('2026-03', [lock.teamId], lock.sandra);
    solver.solve = solve;
    expect(body.says.join(' ')).toContain('Somebody changed 12 March');
    const board = await lock.board('2026-03', lock.sandra);
    expect(sessionOn(board, one).slots.map((slot) => slot.name)).toEqual(['Aldous']);
    expect(sessionOn(board, two).slots.length + board.needYou.length).toBe(5);
    expect(body.placed).toBe(sessionOn(board, two).slots.length);
    const again = await lock.planAll('2026-03', [lock.teamId], lock.sandra);
    expect(again.body.notPlaced).toBe(0);
  });

  it('what people of one team were told of stays when the plan of two is taken back', async () => {
    const role = { role: 'service-manager', teamId: null } as const;
    const helen = await council.person('Helen Brandt', 'management', role);
    const [high, low] = [
      await PlanningTeam.open(council, 'Highgate', ' High'),
      await PlanningTeam.open(council, 'Lowgate', ' Low'),
    ];
    const [one, two] = [await high.session('2026-03-20'), await low.session('2026-03-20')];
    await high.family('Quist', '2026-03-10');
    await low.family('Rahimi', '2026-03-10');
    const { body: both } = await high.planAll('2026-03', [high.teamId, low.teamId], helen);
    expect(orderOf(await high.board('2026-03'), one)).toEqual(['09:30 Quist']);
    council.server.clock.minutes(1);
    await high.family('Sato', '2026-03-10');
    await high.planAll('2026-03');
    const invited = { teamId: high.teamId, month: '2026-03' };
    expect((await high.sandra.browser.post('/api/planner/invite', invited)).status).toBe(201);
    expect((await helen.browser.post(`/api/planner/plans/${both.planId}/undo`)).status).toBe(201);
    expect(orderOf(await high.board('2026-03'), one)).toHaveLength(2);
    expect(orderOf(await low.board('2026-03'), two)).toEqual([]);
  });

  it('a stranger sees no board and no name; a specialist plans nothing', async () => {
    const path = `/api/planner/board?teamId=${north.teamId}&month=2026-03`;
    const { status, text } = await farah.browser.get(path);
    expect([status, text]).toEqual([expect.any(Number), expect.not.stringContaining('Achterberg')]);
    expect([403, 404]).toContain(status);
    expect((await south.sandra.browser.get(path)).status).toBe(404);
    expect((await north.planAll('2026-03', [north.teamId], south.sandra)).status).toBe(404);
  });
});
