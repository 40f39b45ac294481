import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Leave } from '../../../shared/schedule/leave.js';
import type { MoveSays } from '../../../shared/schedule/planner.js';
import { type Colleague, CouncilByHand } from '../../../test/support/by-hand.js';
import { PlanningTeam, slotOn } from '../../../test/support/planning.js';

// Today is 10 March 2026.
describe('somebody is away', () => {
  let council: CouncilByHand;
  let team: PlanningTeam;
  let farah: Colleague;

  beforeAll(async () => {
    council = await CouncilByHand.open();
    team = await PlanningTeam.open(council, 'Northgate');
    farah = await council.person('Farah Idris', 'mental-health');
  });
  afterAll(() => council?.stop());

  const leave = (by: Colleague, body: object) =>
    by.browser.post<{ id: string }>(`/api/people/${farah.id}/leave`, body);

  it('a specialist keeps her own leave; nobody plans for her then, and it says why', async () => {
    const [first] = [await team.session('2026-03-17'), await team.session('2026-03-24')];
    const familyId = await team.family('Ash', '2026-03-10', [
      { discipline: 'mental-health', personId: farah.id },
    ]);
    const whole = { fromOn: '2026-03-16', toOn: '2026-03-20' };
    const leaveId = council.made(await leave(farah, whole));
    const { body } = await farah.browser.get<Leave[]>(`/api/people/${farah.id}/leave`);
    expect(body).toMatchObject([
      { leaveId, personId: farah.id, ...whole, startsAt: null, endsAt: null, byId: farah.id },
    ]);
    const said = await team.sandra.browser.post<MoveSays>(`/api/planner/sessions/${first}/place/say`, {
      familyId,
    });
    expect(said.body.says).toContainEqual({ tone: 'bad', words: 'Farah is on leave that day.' });
    expect((await team.planAll('2026-03')).body).toMatchObject({ placed: 1, notPlaced: 0 });
    const board = await team.board('2026-03');
    expect(slotOn(board, 'Ash').date).toBe('2026-03-24');
    expect(board.people.find((day) => day.date === '2026-03-17')).toMatchObject({
      away: 'is on leave',
      blocks: [],
    });
  });

  it('half a day away leaves the other half; taken back, all of it is free', async () => {
    const session = await team.session('2026-03-23');
    const familyId = await team.family('Birch', '2026-03-10', [
      { discipline: 'mental-health', personId: farah.id },
    ]);
    const morning = { fromOn: '2026-03-23', toOn: '2026-03-23', startsAt: '09:00', endsAt: '10:00' };
    // She works with families of the team, so its business support keeps her days too.
    const leaveId = council.made(await leave(team.sandra, morning));
    const say = () =>
      team.sandra.browser.post<MoveSays>(`/api/planner/sessions/${session}/place/say`, { familyId });
    expect((await say()).body.says).toContainEqual({
      tone: 'bad',
      words: 'Farah is on leave from 9am to 10am.',
    });
    expect((await team.sandra.browser.delete(`/api/leave/${leaveId}`)).status).toBe(200);
    expect((await say()).body.says.every((line) => line.tone === 'good')).toBe(true);
    expect((await team.sandra.browser.delete(`/api/leave/${leaveId}`)).status).toBe(404);
  });

  it('a day she never works is no day for her families', async () => {
    await council.admin.patch(`/api/people/${farah.id}`, { workingDays: '0111100' });
    const session = await team.session('2026-03-30');
    const familyId = await team.family('Cole', '2026-03-20', [
      { discipline: 'mental-health', personId: farah.id },
    ]);
    const said = await team.sandra.browser.post<MoveSays>(`/api/planner/sessions/${session}/place/say`, {
      familyId,
    });
    expect(said.body.says).toContainEqual({ tone: 'bad', words: 'Farah does not work on Mondays.' });
  });

  it('leave that begins after it ends is not leave, and a stranger keeps nobody’s', async () => {
    expect((await leave(farah, { fromOn: '2026-04-02', toOn: '2026-04-01' })).status).toBe(400);
    const stranger = await council.person('Robin Shaw', 'recovery');
    expect((await leave(stranger, { fromOn: '2026-04-01', toOn: '2026-04-02' })).status).toBe(404);
    expect((await stranger.browser.get(`/api/people/${farah.id}/leave`)).status).toBe(404);
  });
});
