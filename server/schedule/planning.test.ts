import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DiscussionState } from '../../shared/discussion/state.js';
import type { FamilyPage } from '../../shared/families/family.js';
import type { Act } from '../../shared/fields.js';
import type { SessionLine, SessionPage } from '../../shared/schedule/http.js';
import type { SessionState } from '../../shared/session/state.js';
import { type Colleague, CouncilByHand } from '../../test/support/by-hand.js';
import { Record } from '../live/record.js';

describe('planning a session by hand', () => {
  let council: CouncilByHand;
  let teamId: string;
  let sandra: Colleague;
  let adaeze: Colleague;
  let priya: Colleague;

  beforeAll(async () => {
    council = await CouncilByHand.open();
    teamId = await council.team('Northgate');
    sandra = await council.person('Sandra Pike', 'business-support', { role: 'business-support', teamId });
    const manages = { role: 'team-manager', teamId, fromOn: '2026-01-05' } as const;
    adaeze = await council.person('Adaeze Nwosu', 'management', manages);
    priya = await council.person('Priya Raman', 'social-work', { role: 'practitioner', teamId });
  });
  afterAll(() => council?.stop());

  async function family(name: string): Promise<{ familyId: string; discussionId: string }> {
    const familyId = council.made(
      await sandra.browser.post('/api/families', {
        name,
        teamId,
        allocatedOn: '2026-02-16',
        allocations: [{ discipline: 'social-work', personId: priya.id, fromOn: '2026-02-16' }],
      }),
    );
    const { body } = await sandra.browser.get<FamilyPage>(`/api/families/${familyId}`);
    return { familyId, discussionId: body.openDiscussion?.discussionId ?? '' };
  }
  async function plans(date: string, more: object = {}): Promise<string> {
    const plan = { teamId, date, startsAt: '09:30', endsAt: '12:30', chairId: adaeze.id, ...more };
    return council.made(await sandra.browser.post('/api/sessions', plan));
  }
  async function puts(sessionId: string, familyId: string, minutes = 30): Promise<string> {
    return council.made(await sandra.browser.post(`/api/sessions/${sessionId}/slots`, { familyId, minutes }));
  }
  async function sessionState(sessionId: string): Promise<SessionState> {
    const held = await council.server.app.get(Record).stateOf<SessionState>(`session/${sessionId}`);
    return held?.state as SessionState;
  }
  async function discussionState(id: string): Promise<DiscussionState> {
    const held = await council.server.app.get(Record).stateOf<DiscussionState>(`discussion/${id}`);
    return held?.state as DiscussionState;
  }

  it('business support makes a session and puts families into it, and each log knows only its own part', async () => {
    const [a, b] = [await family('Hartley'), await family('Kaczmarek')];
    const sessionId = await plans('2026-03-17', { room: 'Room 2', joinLink: 'https://meet.example/1' });
    const first = await puts(sessionId, a.familyId, 45);
    const second = await puts(sessionId, b.familyId);
    const state = await sessionState(sessionId);
    expect(state).toMatchObject({
      status: 'planned',
      teamId,
      chairId: adaeze.id,
      room: 'Room 2',
      penId: null,
    });
    expect(state.slots.map((s) => [s.slotId, s.minutes, s.pattern])).toEqual([
      [first, 45, 1],
      [second, 30, 2],
    ]);
    expect(JSON.stringify(state)).not.toContain('Hartley');
    expect((await discussionState(a.discussionId)).sessionId).toBe(sessionId);

    const { body: lines } = await priya.browser.get<SessionLine[]>(
      '/api/sessions?from=2026-03-17&to=2026-03-17&mine=1',
    );
    expect(lines[0]?.yours.map((y) => [y.familyName, y.startsAt, y.minutes])).toEqual([
      ['Hartley', '09:30', 45],
      ['Kaczmarek', '10:15', 30],
    ]);
    const { body: page } = await priya.browser.get<FamilyPage>(`/api/families/${b.familyId}`);
    expect(page.planned).toEqual({ sessionId, on: '2026-03-17', at: '10:15' });
  });

  it('a family is in one session at a time', async () => {
    const { familyId } = await family('Doyle');
    const [one, two] = [await plans('2026-03-18'), await plans('2026-03-19')];
    await puts(one, familyId);
    const again = await sandra.browser.post(`/api/sessions/${one}/slots`, { familyId });
    expect(again.body).toMatchObject({ code: 'already-there' });
    const elsewhere = await sandra.browser.post(`/api/sessions/${two}/slots`, { familyId });
    expect(elsewhere.body).toMatchObject({ code: 'in-another-session' });
    expect((await sessionState(two)).slots).toEqual([]);
  });

  it('two people put one family into two sessions at once, and one of them is told', async () => {
    const { familyId, discussionId } = await family('Okonkwo');
    const sessions = [await plans('2026-03-20'), await plans('2026-03-21')];
    const answers = await Promise.all(
      sessions.map((id) => sandra.browser.post(`/api/sessions/${id}/slots`, { familyId })),
    );
    expect(answers.map((a) => a.status).sort()).toEqual([201, 409]);
    const taken = sessions[answers.findIndex((a) => a.status === 201)];
    expect((await discussionState(discussionId)).sessionId).toBe(taken);
  });

  it('a family is taken out with the reason and who allowed it, keeps what was prepared, and can go into another session', async () => {
    const { familyId, discussionId } = await family('Vance');
    const [one, two] = [await plans('2026-03-24'), await plans('2026-03-25')];
    const slotId = await puts(one, familyId);
    const why = { reason: 'social-worker-absent', words: 'Back on Wednesday' };
    const removal = { ...why, allowedBy: adaeze.id };
    const takesOut = (body: object) => sandra.browser.delete(`/api/sessions/${one}/slots/${slotId}`, body);
    for (const short of [{}, why]) expect((await takesOut(short)).status).toBe(400);
    for (const allowedBy of [sandra.id, priya.id])
      expect((await takesOut({ ...why, allowedBy })).body).toMatchObject({ code: 'manager-only' });
    expect((await sessionState(one)).slots).toHaveLength(1);
    expect((await takesOut(removal)).body).toMatchObject({
      newDate: null,
      dueBy: '2026-03-02',
      breaches: true,
      says: 'Postponed without a new day yet. That is past the limit of 2 March.',
    });
    expect((await sessionState(one)).slots).toEqual([]);
    expect((await sandra.browser.get<SessionPage>(`/api/sessions/${one}`)).body.slots).toEqual([]);
    expect(await discussionState(discussionId)).toMatchObject({ sessionId: null, status: 'preparing' });
    await puts(two, familyId);
    expect((await discussionState(discussionId)).sessionId).toBe(two);
    const { body: acts } = await adaeze.browser.get<Act[]>(`/api/families/${familyId}/acts`);
    expect(
      acts
        .filter((act) => act.kind.startsWith('slot.'))
        .map((act) => act.kind)
        .sort(),
    ).toEqual(['slot.add', 'slot.add', 'slot.remove']);
    expect(acts.find((act) => act.kind === 'slot.remove')).toMatchObject({
      after: removal,
      byName: 'Sandra Pike',
    });
    expect((await takesOut(removal)).body).toMatchObject({ code: 'no-such-slot' });
  });

  it('a session moves, with a manager in the chair and a beginning before its end', async () => {
    const sessionId = await plans('2026-03-26');
    const change = (patch: object) => sandra.browser.patch(`/api/sessions/${sessionId}`, patch);
    expect((await change({ chairId: priya.id })).body).toMatchObject({ code: 'manager-only' });
    expect((await change({ startsAt: '13:00' })).body).toMatchObject({ code: 'bad-dates' });
    expect((await change({ date: '2026-03-27', penId: sandra.id, startsAt: '10:00' })).status).toBe(200);
    expect(await sessionState(sessionId)).toMatchObject({
      date: '2026-03-27',
      startsAt: '10:00',
      penId: sandra.id,
    });
    expect((await change({ joinLink: 'javascript:alert(1)' })).status).toBe(400);
  });

  it('two people change one session at once, its room and its title, and both stand', async () => {
    for (const day of ['2026-04-13', '2026-04-14', '2026-04-15', '2026-04-16']) {
      const sessionId = await plans(day);
      await Promise.all([
        sandra.browser.patch(`/api/sessions/${sessionId}`, { room: 'Room 7' }),
        adaeze.browser.patch(`/api/sessions/${sessionId}`, { title: 'Before Easter' }),
      ]);
      const { body } = await sandra.browser.get<SessionPage>(`/api/sessions/${sessionId}`);
      expect(body).toMatchObject({ room: 'Room 7', title: 'Before Easter' });
    }
  });

  it('nobody is planned into a day that has passed, nor a session onto one', async () => {
    const { familyId, discussionId } = await family('Winter');
    const past = await plans('2026-03-09');
    const put = await sandra.browser.post(`/api/sessions/${past}/slots`, { familyId });
    expect(put.body).toMatchObject({ code: 'bad-dates' });
    const coming = await plans('2026-04-17');
    await puts(coming, familyId);
    const back = await sandra.browser.patch(`/api/sessions/${coming}`, { date: '2026-03-09' });
    expect(back.body).toMatchObject({ code: 'bad-dates' });
    expect((await discussionState(discussionId)).sessionId).toBe(coming);
    // What is written down of one that has passed can still be put right.
    expect((await sandra.browser.patch(`/api/sessions/${past}`, { room: 'Room 1' })).status).toBe(200);
  });

  it('a specialist sees the session and is told that planning it is for others; a stranger is told nothing', async () => {
    const { familyId } = await family('Brook');
    const sessionId = await plans('2026-03-30');
    await puts(sessionId, familyId);
    const stranger = await council.person('Robin Shaw', 'recovery');
    expect((await priya.browser.get<SessionPage>(`/api/sessions/${sessionId}`)).body.mayPlan).toBe(false);
    expect((await stranger.browser.get(`/api/sessions/${sessionId}`)).status).toBe(404);
    expect((await stranger.browser.get<SessionLine[]>('/api/sessions')).body).toEqual([]);
  });
});
