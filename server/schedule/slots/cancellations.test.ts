import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DiscussionState } from '../../../shared/discussion/state.js';
import type { SessionLine, SessionPage } from '../../../shared/schedule/http.js';
import type { CancelSays } from '../../../shared/schedule/planner.js';
import type { SessionState } from '../../../shared/session/state.js';
import { CouncilByHand } from '../../../test/support/by-hand.js';
import { PlanningTeam, sessionOn } from '../../../test/support/planning.js';
import { PreparedMonth } from '../../../test/support/prepared-month.js';
import { Reader } from '../../core/reader.js';
import { Transactions } from '../../core/transaction.js';
import { Record } from '../../live/record.js';

// Today is 10 March 2026, 9am. A first discussion is due ten working days after allocation.
describe('a session that is called off', () => {
  let council: CouncilByHand;
  let team: PlanningTeam;

  beforeAll(async () => {
    council = await CouncilByHand.open();
    team = await PlanningTeam.open(council, 'Northgate');
  });
  afterAll(() => council?.stop());

  const why = (more: object = {}) => ({
    reason: 'chair-absent',
    words: 'Adaeze is ill',
    allowedBy: team.adaeze.id,
    ...more,
  });
  const cancel = (sessionId: string, more: object = {}, as = team.sandra) =>
    as.browser.post<{ code?: string }>(`/api/planner/sessions/${sessionId}/cancel`, why(more));
  const stateOf = async <S>(logId: string) =>
    (await council.server.app.get(Record).stateOf<S>(logId))?.state as S;

  it('the morning it should happen: what that does to each limit is said, then all its families are on top', async () => {
    const today = await team.session('2026-03-10', { startsAt: '09:30', endsAt: '12:30' });
    await team.session('2026-03-17', { startsAt: '09:30', endsAt: '10:15' });
    const [ash, birch] = [await team.family('Ash', '2026-03-03'), await team.family('Birch', '2026-02-26')];
    for (const familyId of [ash, birch]) await team.place(today, familyId);
    await team.family('Cole', '2026-02-20');
    const preparing = await team.discussionOf(birch);
    const path = `/api/planner/sessions/${today}/cancel/say`;
    const { body: says } = await team.sandra.browser.post<CancelSays>(path);
    expect(says).toMatchObject({
      told: false,
      families: [
        { name: 'Ash', dueBy: '2026-03-17', tone: 'warn' },
        { name: 'Birch', dueBy: '2026-03-12', tone: 'bad' },
      ],
    });
    expect(says.families.map((family) => family.says)).toEqual([
      'Its limit is Tuesday 17 March, in 7 days. There is room on 17 March.',
      'Its limit is Thursday 12 March, in 2 days. No session is before it.',
    ]);

    expect((await cancel(today)).status).toBe(201);
    const board = await team.board('2026-03');
    expect(sessionOn(board, today)).toMatchObject({
      status: 'closed',
      cancelled: { reason: 'chair-absent', words: 'Adaeze is ill', allowedBy: team.adaeze.id },
      minutesUsed: 0,
      slots: [
        { name: 'Ash', outcome: 'postponed' },
        { name: 'Birch', outcome: 'postponed' },
      ],
    });
    // Cole's limit of 6 March has passed, and it waits behind those who had a place.
    expect(board.needYou.map(({ name, dueBy }) => [name, dueBy])).toEqual([
      ['Birch', '2026-03-12'],
      ['Ash', '2026-03-17'],
      ['Cole', '2026-03-06'],
    ]);
    expect(board.needYou[0]?.says).toContain(
      'Its session on 10 March was cancelled; what was prepared is kept.',
    );
    expect(board.unsent).toBe(0);
    expect(await team.discussionOf(birch)).toBe(preparing);
    expect(await stateOf<DiscussionState>(`discussion/${preparing}`)).toMatchObject({
      sessionId: null,
      status: 'preparing',
    });
    const held = await stateOf<SessionState>(`session/${today}`);
    expect(held).toMatchObject({
      status: 'closed',
      cancelled: { reason: 'chair-absent', allowedBy: team.adaeze.id },
    });
    expect(held.slots.map((slot) => [slot.outcome, slot.allowedBy])).toEqual([
      ['postponed', team.adaeze.id],
      ['postponed', team.adaeze.id],
    ]);
    const { body: acts } = await team.adaeze.browser.get<{ says: string }[]>(`/api/families/${ash}/acts`);
    expect(acts.map(({ says }) => says)).toContain(
      'postponed the family with the whole session of 2026-03-10: The chair was away. Adaeze is ill',
    );
  });

  it('everybody in it sees that it is off and why, and not what more was said of it', async () => {
    const from = '/api/sessions?from=2026-03-10&to=2026-03-10';
    const { body: lines } = await team.priya.browser.get<SessionLine[]>(from);
    expect(lines).toMatchObject([{ status: 'closed', cancelled: { reason: 'chair-absent' } }]);
    const { body, text } = await team.priya.browser.get<SessionPage>(`/api/sessions/${lines[0]?.sessionId}`);
    expect(body.cancelled).toMatchObject({ reason: 'chair-absent', allowedBy: team.adaeze.id });
    expect(text).not.toContain('Adaeze is ill');
  });

  it('it stays off: nothing is put into it, it is not changed, not opened, and not cancelled twice', async () => {
    const sessionId = await team.session('2026-03-11');
    const familyId = await team.family('Dale', '2026-03-09');
    expect((await cancel(sessionId)).status).toBe(201);
    const place = await team.sandra.browser.post(`/api/planner/sessions/${sessionId}/place`, { familyId });
    const change = await team.sandra.browser.patch(`/api/sessions/${sessionId}`, { room: 'Room 2' });
    const again = await cancel(sessionId);
    for (const { body } of [place, change, again]) expect(body).toMatchObject({ code: 'closed' });
    expect(await does(sessionId, 'session.open')).toMatchObject({ refusal: { code: 'closed' } });
  });

  it('a series does not make it again, at whatever time it was', async () => {
    const series = {
      teamId: team.teamId,
      name: 'Fridays',
      pattern: { kind: 'weekly', everyWeeks: 4, weekday: 5, anchor: '2026-03-20' },
      startsAt: '13:30',
      endsAt: '16:30',
      chairId: team.adaeze.id,
      fromOn: '2026-03-20',
    };
    const seriesId = council.made(await team.sandra.browser.post('/api/series', series));
    const [friday] = (await team.board('2026-03')).sessions.filter(({ date }) => date === '2026-03-20');
    await cancel(friday?.sessionId ?? '', { reason: 'bank-holiday' });
    const later = { startsAt: '14:00', endsAt: '17:00', fromOn: '2026-03-11' };
    expect((await team.sandra.browser.patch(`/api/series/${seriesId}`, later)).status).toBe(200);
    const there = (await team.board('2026-03')).sessions.filter(({ date }) => date === '2026-03-20');
    expect(there).toMatchObject([{ sessionId: friday?.sessionId, cancelled: { reason: 'bank-holiday' } }]);
  });

  it('a manager of the team has to have allowed it, and whoever does not keep the team finds no session', async () => {
    const sessionId = await team.session('2026-03-12');
    expect((await cancel(sessionId, { allowedBy: team.priya.id })).body).toMatchObject({
      code: 'manager-only',
    });
    expect((await cancel(sessionId, { reason: 'overran' })).status).toBe(400);
    const south = await PlanningTeam.open(council, 'Southgate', ' South');
    expect((await cancel(sessionId, {}, south.sandra)).status).toBe(404);
    expect((await cancel(sessionId, {}, team.priya)).status).toBe(404);
    expect((await cancel(sessionId, { allowedBy: south.adaeze.id })).body).toMatchObject({
      code: 'manager-only',
    });
    expect(sessionOn(await team.board('2026-03'), sessionId)).toMatchObject({
      status: 'planned',
      cancelled: null,
    });
  });

  it('Sandra is offered no second session on a day on which the team meets, in the month after either', async () => {
    const west = await PlanningTeam.open(council, 'Westgate', ' West');
    const march = await west.session('2026-03-26');
    const eve = await west.family('Eve', '2026-03-02');
    await council.server.app.get(Transactions).run((tx) =>
      tx.run(
        `INSERT INTO supervision (id, family_id, held_on, kind, counts, chair_name, children, source, made_at)
         VALUES ($1, $2, '2026-03-10', 'supervision', 1, 'Adaeze Nwosu', '[]', 'history', '2026-03-10T08:00:00.000Z')`,
        [randomUUID(), eve],
      ),
    );
    await west.place(march, eve);
    await west.session('2026-04-07');
    expect((await cancel(march, { allowedBy: west.adaeze.id }, west.sandra)).status).toBe(201);
    const need = (await west.board('2026-03')).needYou.find(({ familyId }) => familyId === eve);
    expect(need?.dueBy).toBe('2026-04-07');
    expect(need?.waysOut.map(({ says }) => says)).toEqual(['Another session on Thursday 2 April']);
  });

  it('one that is open can still be called off until its first family is begun', async () => {
    const [one, two] = [await team.session('2026-03-10'), await team.session('2026-03-10')];
    await team.place(one, await team.family('Elder', '2026-03-09'));
    const slotId = await team.place(two, await team.family('Frost', '2026-03-09'));
    for (const id of [one, two]) expect(await does(id, 'session.open')).toHaveProperty('entry');
    expect((await cancel(one)).status).toBe(201);
    expect(await does(two, 'session.goTo', { slotId, step: 'check-in' })).toHaveProperty('entry');
    expect((await cancel(two)).body).toMatchObject({ code: 'already-open' });
    const board = await team.board('2026-03');
    expect(board.needYou.map(({ name }) => name)).toContain('Elder');
    expect(sessionOn(board, two)).toMatchObject({ status: 'open', cancelled: null });
  });

  async function does(sessionId: string, kind: string, payload: object = {}) {
    const [row] = await council.server.app
      .get(Reader)
      .query<{ id: string }>('SELECT id FROM sign_in WHERE person_id = $1', [team.adaeze.id]);
    const asker = { signInId: row?.id ?? '', personId: team.adaeze.id };
    return council.server.app
      .get(Record)
      .change(`session/${sessionId}`, asker, { id: randomUUID(), kind, payload });
  }
});

describe('people who were invited to a session that is called off', () => {
  let month: PreparedMonth;
  beforeAll(async () => {
    month = await new PreparedMonth().open();
  });
  afterAll(() => month?.close());

  it('a month without a plan is told in one act; when the session is off, all of them hear it at once and once', async () => {
    const { sandra, adaeze } = month.people;
    const invite = { teamId: month.teamId, month: '2026-03' };
    expect((await month.people.dean.browser.post('/api/planner/invite', invite)).status).toBe(404);
    expect((await sandra.browser.post('/api/planner/invite', invite)).status).toBe(201);
    await month.sends();
    const methods = () =>
      month.mail.mails.map(
        ({ to, parts }) => `${/method=(\w+)/.exec(parts.at(-1)?.type ?? '')?.[1]} ${to[0]}`,
      );
    expect(
      methods()
        .sort()
        .map((one) => one.split('.')[0]),
    ).toEqual(['REQUEST adaeze', 'REQUEST dean', 'REQUEST lorna', 'REQUEST priya']);
    month.mail.mails.length = 0;
    const why = { reason: 'emergency', words: 'Persephone is in hospital', allowedBy: adaeze.id };
    const path = `/api/planner/sessions/${month.sessionId}/cancel`;
    expect((await sandra.browser.post<CancelSays>(`${path}/say`)).body.told).toBe(true);
    expect((await sandra.browser.post(path, why)).status).toBe(201);
    await month.sends();
    expect(
      methods()
        .sort()
        .map((one) => one.split('.')[0]),
    ).toEqual(['CANCEL adaeze', 'CANCEL dean', 'CANCEL lorna', 'CANCEL priya']);
    expect(JSON.stringify(month.mail.mails)).not.toMatch(/Persephone|hospital|emergency/);
    expect((await sandra.browser.post('/api/planner/invite', invite)).status).toBe(201);
    await month.sends();
    expect(month.mail.mails).toHaveLength(4);
  });
});
