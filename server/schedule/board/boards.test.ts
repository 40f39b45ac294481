import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Colleague, CouncilByHand } from '../../../test/support/by-hand.js';
import { PlanningTeam, sessionOn, slotOn } from '../../../test/support/planning.js';
import type { Tx } from '../../core/transaction.js';
import { SessionNews } from '../session-news.service.js';

// Today is 10 March 2026. A first discussion is due ten working days after allocation.
describe('a month on one screen', () => {
  let council: CouncilByHand;
  let team: PlanningTeam;
  let farah: Colleague;

  beforeAll(async () => {
    council = await CouncilByHand.open();
    team = await PlanningTeam.open(council, 'Northgate');
    farah = await council.person('Farah Idris', 'mental-health');
  });
  afterAll(() => council?.stop());

  it('a planner reads the rule, the days when the office is shut, and who is called in when', async () => {
    const sessionId = await team.session('2026-04-07');
    const works = [
      { discipline: 'mental-health', personId: farah.id },
      { discipline: 'recovery', personId: null },
    ];
    const familyId = await team.family('Hartley', '2026-03-10', works);
    const lateReason = 'The first day on which everybody can come';
    await team.place(sessionId, familyId, { lateReason }, team.adaeze);
    const board = await team.board('2026-04');
    expect(board).toMatchObject({ today: '2026-03-10', policySays: 'every 28 days', mayPlan: true });
    expect(board.closedDays).toEqual([
      { on: '2026-04-03', title: 'Good Friday' },
      { on: '2026-04-06', title: 'Easter Monday' },
    ]);
    expect(sessionOn(board, sessionId)).toMatchObject({
      minutesLong: 180,
      minutesUsed: 45,
      status: 'planned',
    });
    const slot = slotOn(board, 'Hartley');
    expect(slot).toMatchObject({ late: true, dueBy: '2026-03-24', lateAllowedBy: team.adaeze.id });
    expect(slot.people.map((one) => [one.discipline, one.personId])).toEqual([
      ['social-work', team.priya.id],
      ['mental-health', farah.id],
      ['recovery', null],
    ]);
    expect(board.people).toMatchObject([
      {
        personId: farah.id,
        date: '2026-04-07',
        blocks: [{ startsAt: '09:30', endsAt: '10:15', slotId: slot.slotId, says: 'Hartley' }],
        waits: 0,
      },
    ]);
    expect(board.counts).toMatchObject({ planned: 1, inTime: 0, late: 1 });
  });

  it('a family with no session inside its limit is offered another, and the next ones with what they cost', async () => {
    const before = await team.session('2026-03-31');
    await team.family('Okonkwo', '2026-03-10');
    const march = (await team.board('2026-03')).needYou.find((need) => need.name === 'Okonkwo');
    expect(march?.says).toContain('First discussion due 24 March.');
    expect(march?.says).toContain('No session of this month is before that.');
    expect(march?.waysOut.map((way) => way.act)).toContainEqual({
      kind: 'add-session',
      date: '2026-03-24',
      startsAt: '09:30',
      endsAt: '12:30',
    });
    const late = march?.waysOut.find((way) => way.act.kind === 'place');
    expect(late).toMatchObject({
      says: 'Tuesday 31 March, 9:30am, 7 days late',
      act: { sessionId: before, position: 0, late: true },
    });
    const april = (await team.board('2026-04')).needYou.find((need) => need.name === 'Okonkwo');
    expect(april?.waysOut.map((way) => way.says)).toContain('Tuesday 31 March, 9:30am, 7 days late');
    // The plan itself never puts a family past a limit that can still be met.
    const { body } = await team.planAll('2026-04');
    expect(body).toMatchObject({ placed: 0, notPlaced: 1 });
  });

  it('a session that moves past a family’s limit takes a manager and a reason, as the family alone would', async () => {
    const sessionId = await team.session('2026-03-20');
    const familyId =
      (await team.board('2026-03')).needYou.find((need) => need.name === 'Okonkwo')?.familyId ?? '';
    await team.place(sessionId, familyId);
    const change = (by: Colleague, patch: object) => by.browser.patch(`/api/sessions/${sessionId}`, patch);
    expect((await change(team.sandra, { date: '2026-03-23' })).status).toBe(200);
    expect((await change(team.sandra, { date: '2026-03-25' })).body).toMatchObject({ code: 'manager-only' });
    expect((await change(team.adaeze, { date: '2026-03-25' })).body).toMatchObject({ code: 'needs-reason' });
    const allowed = await change(team.adaeze, { date: '2026-03-25', lateReason: 'The hub is closed' });
    expect(allowed.status).toBe(200);
    expect(slotOn(await team.board('2026-03'), 'Okonkwo')).toMatchObject({
      late: true,
      lateReason: 'The hub is closed',
    });
  });

  it('nobody is told until somebody decides so; then everybody is, once, and the plan can no longer be taken back', async () => {
    await team.session('2026-05-05');
    await team.family('Pellew', '2026-03-09');
    await team.session('2026-03-17');
    const planned = (await team.planAll('2026-03')).body;
    expect(planned.placed).toBe(1);
    const invite = () => team.sandra.browser.post(`/api/planner/plans/${planned.planId}/invite`);
    const before = await team.board('2026-03');
    expect(before.unsent).toBeGreaterThan(0);
    expect(before.plan).toMatchObject({ sentAt: null, mayUndo: true });
    const told: string[][] = [];
    const listen = async (_: Tx, sessionIds: readonly string[]): Promise<void> =>
      void told.push([...sessionIds]);
    council.server.app.get(SessionNews).whenTold(listen);
    expect((await invite()).status).toBe(201);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(slotOn(before, 'Pellew').sessionId);
    const after = await team.board('2026-03');
    expect(after).toMatchObject({ unsent: 0, plan: { mayUndo: false } });
    expect(after.plan?.sentAt).not.toBeNull();
    await invite();
    expect(told).toHaveLength(1);
    const undo = await team.sandra.browser.post(`/api/planner/plans/${planned.planId}/undo`);
    expect(undo.body).toMatchObject({ code: 'plan-sent' });

    // A change after that is one more thing to tell.
    const slot = slotOn(after, 'Pellew');
    await team.sandra.browser.post(`/api/planner/slots/${slot.slotId}/minutes`, {
      minutes: 60,
      seenIn: slot.sessionId,
    });
    expect((await team.board('2026-03')).unsent).toBe(1);
  });

  it('a service manager reads the month of every team, an administrator keeps it, and nobody else is shown it', async () => {
    const helen = await council.person('Helen Brandt', 'management', {
      role: 'service-manager',
      teamId: null,
    });
    const board = await team.board('2026-03', helen);
    expect([board.mayPlan, slotOn(board, 'Pellew').name]).toEqual([false, 'Pellew']);
    const slot = slotOn(board, 'Pellew');
    const moved = await team.move(
      slot.slotId,
      { toSessionId: slot.sessionId, position: 0, seenIn: slot.sessionId },
      helen,
    );
    expect([403, 404]).toContain(moved.status);
    const path = `/api/planner/board?teamId=${team.teamId}&month=2026-03`;
    expect((await council.admin.get<{ mayPlan: boolean }>(path)).body.mayPlan).toBe(true);
    for (const stranger of [team.priya, farah]) {
      const answer = await stranger.browser.get(path);
      expect(answer.status).not.toBe(200);
      expect(answer.text).not.toContain('Pellew');
    }
    expect((await team.sandra.browser.get(path.replace('2026-03', '2026-13'))).status).toBe(400);
  });

  it('the board says of which session the chair is no manager on its day, and another has to be chosen', async () => {
    const joan = await council.person('Joan Bell', 'management');
    const role = { role: 'deputy-manager', teamId: team.teamId, fromOn: '2026-06-02' };
    const roleId = council.made(await council.admin.post(`/api/people/${joan.id}/roles`, role));
    const session = { teamId: team.teamId, startsAt: '09:30', endsAt: '12:30', chairId: joan.id };
    const before = await team.sandra.browser.post('/api/sessions', { ...session, date: '2026-06-01' });
    expect(before.body).toMatchObject({ code: 'manager-only' });
    const first = await team.session('2026-06-02', { chairId: joan.id });
    const second = await team.session('2026-06-16', { chairId: joan.id });
    await council.admin.patch(`/api/roles/${roleId}`, { toOn: '2026-06-09' });
    const chairs = async () => {
      const board = await team.board('2026-06');
      return [first, second].map((id) => sessionOn(board, id).chairMay);
    };
    expect(await chairs()).toEqual([true, false]);
    const room = await team.sandra.browser.patch(`/api/sessions/${second}`, { room: 'Room 2' });
    expect(room.body).toMatchObject({
      code: 'manager-only',
      says: 'Only somebody who is a manager on that day can take the chair.',
    });
    await team.sandra.browser.patch(`/api/sessions/${second}`, { chairId: team.adaeze.id });
    expect(await chairs()).toEqual([true, true]);
  });
});
