import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DiscussionState } from '../../../shared/discussion/state.js';
import type { Act } from '../../../shared/fields.js';
import type { MoveSays, SlotEnded } from '../../../shared/schedule/planner.js';
import type { SessionState } from '../../../shared/session/state.js';
import { CouncilByHand } from '../../../test/support/by-hand.js';
import { orderOf, PlanningTeam, sessionOn, slotOn } from '../../../test/support/planning.js';
import { Reader } from '../../core/reader.js';
import { Record } from '../../live/record.js';

// Today is 10 March 2026. A first discussion is due ten working days after allocation: here on 24 March.
describe('moving families about a month', () => {
  let council: CouncilByHand;
  let team: PlanningTeam;
  const allocated = '2026-03-10';

  beforeAll(async () => {
    council = await CouncilByHand.open();
    team = await PlanningTeam.open(council, 'Northgate');
  });
  afterAll(() => council?.stop());

  const logOf = async (sessionId: string) =>
    (await council.server.app.get(Record).stateOf<SessionState>(`session/${sessionId}`))
      ?.state as SessionState;

  /** Two sessions inside the limit and one beyond it, with these families in the first. */
  async function month(days: readonly [string, string, string], ...names: string[]) {
    const [one, two, late] = [
      await team.session(days[0]),
      await team.session(days[1]),
      await team.session(days[2]),
    ];
    const slots: string[] = [];
    for (const name of names) slots.push(await team.place(one, await team.family(name, allocated)));
    return { one, two, late, slots };
  }

  it('a family moves to its new place with everything prepared, and both sessions and the room know at once', async () => {
    const { one, two, slots } = await month(
      ['2026-03-11', '2026-03-12', '2026-03-31'],
      'Ash',
      'Birch',
      'Cole',
    );
    const familyId = slotOn(await team.board('2026-03'), 'Birch').familyId;
    const said = await team.sandra.browser.post<MoveSays>(`/api/planner/slots/${slots[1]}/move/say`, {
      toSessionId: two,
      position: 0,
      seenIn: one,
    });
    expect(said.body).toMatchObject({
      onDate: '2026-03-12',
      startsAt: '09:30',
      daysOver: -12,
      needsManager: false,
    });
    expect(said.body.says.map((line) => line.tone)).toEqual(['good', 'good']);
    expect(orderOf(await team.board('2026-03'), two)).toEqual([]);

    const moved = await team.move(slots[1]!, { toSessionId: two, position: 0, seenIn: one });
    expect([moved.status, moved.body.id]).toEqual([201, slots[1]]);
    const board = await team.board('2026-03');
    expect(orderOf(board, one)).toEqual(['09:30 Ash', '10:15 Cole']);
    expect(orderOf(board, two)).toEqual(['09:30 Birch']);
    expect((await logOf(one)).slots.map((slot) => slot.slotId)).toEqual([slots[0], slots[2]]);
    expect((await logOf(two)).slots.map((slot) => slot.slotId)).toEqual([slots[1]]);
    const discussion = await council.server.app
      .get(Record)
      .stateOf<DiscussionState>(`discussion/${await team.discussionOf(familyId)}`);
    expect(discussion?.state).toMatchObject({ sessionId: two, status: 'preparing' });
    const { body: acts } = await team.adaeze.browser.get<Act[]>(`/api/families/${familyId}/acts`);
    expect(acts.find((act) => act.kind === 'slot.move')).toMatchObject({ byName: 'Sandra Pike' });
  });

  it('later than the limit is a manager’s to allow, with a reason that stays with the slot; earlier again is free', async () => {
    const { one, late, slots } = await month(['2026-03-16', '2026-03-17', '2026-03-30'], 'Dale');
    const move = { toSessionId: late, position: 0, seenIn: one };
    const by = await team.move(slots[0]!, { ...move, lateReason: 'School holidays' });
    expect([by.status, by.body]).toMatchObject([403, { code: 'manager-only' }]);
    expect((by.body as unknown as { says: string }).says).toContain('6 days past the limit of 24 March');
    const without = await team.move(slots[0]!, move, team.adaeze);
    expect(without.body).toMatchObject({ code: 'needs-reason' });
    const allowed = await team.move(
      slots[0]!,
      { ...move, lateReason: 'The mother is in hospital' },
      team.adaeze,
    );
    expect(allowed.body).toMatchObject({ daysOver: 6, needsManager: true });
    const board = await team.board('2026-03');
    expect(slotOn(board, 'Dale')).toMatchObject({
      sessionId: late,
      late: true,
      lateAllowedBy: team.adaeze.id,
      lateReason: 'The mother is in hospital',
    });
    const back = await team.move(slots[0]!, { toSessionId: one, position: 0, seenIn: late });
    expect(back.status).toBe(201);
    expect(slotOn(await team.board('2026-03'), 'Dale')).toMatchObject({ late: false, lateAllowedBy: null });
  });

  it('whoever saw a family where it no longer is, is told so, and nothing is overwritten', async () => {
    const { one, two, slots } = await month(['2026-03-18', '2026-03-19', '2026-03-27'], 'Elder');
    expect((await team.move(slots[0]!, { toSessionId: two, position: 0, seenIn: one })).status).toBe(201);
    const again = await team.move(slots[0]!, { toSessionId: one, position: 0, seenIn: one }, team.adaeze);
    expect([again.status, again.body]).toMatchObject([409, { code: 'moved-on' }]);
    expect(slotOn(await team.board('2026-03'), 'Elder').sessionId).toBe(two);
  });

  it('two planners move one family at once, and one of them is told', async () => {
    const { one, two, slots } = await month(['2026-03-20', '2026-03-21', '2026-03-28'], 'Frost');
    const three = await team.session('2026-03-22');
    const answers = await Promise.all([
      team.move(slots[0]!, { toSessionId: two, position: 0, seenIn: one }),
      team.move(slots[0]!, { toSessionId: three, position: 0, seenIn: one }, team.adaeze),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
    const board = await team.board('2026-03');
    const winner = answers[0].status === 201 ? two : three;
    expect(slotOn(board, 'Frost').sessionId).toBe(winner);
    const held = await Promise.all([one, two, three].map(logOf));
    expect(held.map((state) => state.slots.length)).toEqual(
      [one, two, three].map((id) => (id === winner ? 1 : 0)),
    );
  });

  it('two planners change one session at once, and both changes are in it', async () => {
    const { one, slots } = await month(['2026-03-13', '2026-03-14', '2026-03-29'], 'Gale', 'Hawke', 'Ives');
    const answers = await Promise.all([
      team.move(slots[2]!, { toSessionId: one, position: 0, seenIn: one }),
      team.sandra.browser.post(`/api/planner/slots/${slots[1]}/minutes`, { minutes: 60, seenIn: one }),
      team.place(one, await team.family('Jay', allocated), {}, team.adaeze),
    ]);
    expect(answers.slice(0, 2)).toMatchObject([{ status: 201 }, { status: 201 }]);
    const session = sessionOn(await team.board('2026-03'), one);
    expect(session.slots.map((slot) => [slot.name, slot.minutes])).toEqual([
      ['Ives', 45],
      ['Gale', 45],
      ['Hawke', 60],
      ['Jay', 45],
    ]);
    const state = await logOf(one);
    expect(state.slots.map(({ slotId, minutes, pattern }) => [slotId, minutes, pattern])).toEqual(
      session.slots.map(({ slotId, minutes, pattern }) => [slotId, minutes, pattern]),
    );
  });

  it('two families take each other’s places, in one session or in two', async () => {
    const { one, two, slots } = await month(['2026-03-23', '2026-03-24', '2026-04-07'], 'Kirk', 'Lund');
    const other = await team.place(two, await team.family('Moss', allocated));
    const inside = { withSlotId: slots[1], seenIn: one, withSeenIn: one };
    expect((await team.sandra.browser.post(`/api/planner/slots/${slots[0]}/swap`, inside)).status).toBe(201);
    expect(orderOf(await team.board('2026-03'), one)).toEqual(['09:30 Lund', '10:15 Kirk']);
    const across = { withSlotId: other, seenIn: one, withSeenIn: two };
    const said = await team.sandra.browser.post<MoveSays>(`/api/planner/slots/${slots[0]}/swap/say`, across);
    expect(said.body).toMatchObject({ onDate: '2026-03-24', startsAt: '09:30', daysOver: 0 });
    expect((await team.sandra.browser.post(`/api/planner/slots/${slots[0]}/swap`, across)).status).toBe(201);
    const board = await team.board('2026-03');
    expect([orderOf(board, one), orderOf(board, two)]).toEqual([
      ['09:30 Lund', '10:15 Moss'],
      ['09:30 Kirk'],
    ]);
    const seenBefore = await team.sandra.browser.post(`/api/planner/slots/${slots[0]}/swap`, across);
    expect(seenBefore.body).toMatchObject({ code: 'moved-on' });
  });

  it('a session is made longer for a family at its end', async () => {
    const sessionId = await team.session('2026-03-25', { endsAt: '10:00' });
    const familyId = await team.family('North', '2026-03-02');
    const need = (await team.board('2026-03')).needYou.find((one) => one.name === 'North');
    expect(need?.says).toContain('First discussion due 16 March');
    const longer = { minutes: 15, familyId };
    const by = await team.sandra.browser.post(`/api/planner/sessions/${sessionId}/lengthen`, longer);
    expect(by.body).toMatchObject({ code: 'manager-only' });
    const reason = { ...longer, lateReason: 'The earlier sessions are kept for others' };
    expect(
      (await team.adaeze.browser.post(`/api/planner/sessions/${sessionId}/lengthen`, reason)).status,
    ).toBe(201);
    expect(sessionOn(await team.board('2026-03'), sessionId)).toMatchObject({
      endsAt: '10:15',
      minutesUsed: 45,
    });
    expect(await logOf(sessionId)).toMatchObject({ endsAt: '10:15' });
  });

  it('a family is postponed on a manager’s word, with how long it now waits; not on anybody else’s', async () => {
    const { one, two, slots } = await month(['2026-03-11', '2026-03-19', '2026-04-08'], 'Oakes', 'Park');
    const ending = {
      outcome: 'postponed',
      reason: 'specialist-absent',
      allowedBy: team.adaeze.id,
      toSessionId: two,
    };
    const end = (slotId: string, body: object) =>
      team.sandra.browser.post<SlotEnded>(`/api/planner/slots/${slotId}/end`, body);
    expect((await end(slots[0]!, { ...ending, allowedBy: team.priya.id })).body).toMatchObject({
      code: 'manager-only',
    });
    const ended = await end(slots[0]!, ending);
    expect(ended.body).toMatchObject({
      newDate: '2026-03-19',
      daysToNewDate: 8,
      dueBy: '2026-03-24',
      breaches: false,
    });
    const board = await team.board('2026-03');
    expect(slotOn(board, 'Oakes').sessionId).toBe(two);
    expect(orderOf(board, one)).toEqual(['09:30 Park']);
    const cancelled = await end(slots[1]!, {
      outcome: 'cancelled',
      reason: 'emergency',
      allowedBy: team.adaeze.id,
    });
    expect(cancelled.body).toMatchObject({ newDate: null, daysToNewDate: null, breaches: false });
    expect((await end(slots[1]!, ending)).body).toMatchObject({ code: 'slot-ended' });
    expect((await team.board('2026-03')).needYou.map((need) => need.name)).toContain('Park');
  });

  it('a session that is open is its chair’s; what it does not reach comes back on top, with what was prepared', async () => {
    const { one, two, slots } = await month(['2026-03-10', '2026-03-26', '2026-04-09'], 'Quinn');
    const record = council.server.app.get(Record);
    const signInId = await signIn();
    const does = (kind: string) =>
      record.change(
        `session/${one}`,
        { signInId, personId: team.adaeze.id },
        { id: randomUUID(), kind, payload: {} },
      );
    expect(await does('session.open')).toHaveProperty('entry');
    const move = { toSessionId: two, position: 0, seenIn: one };
    expect((await team.move(slots[0]!, move)).body).toMatchObject({ code: 'already-open' });
    const out = await team.sandra.browser.delete(`/api/sessions/${one}/slots/${slots[0]}`, {
      reason: 'emergency',
      allowedBy: team.adaeze.id,
    });
    expect(out.body).toMatchObject({ code: 'already-open' });
    const discussionId = slotOn(await team.board('2026-03'), 'Quinn').discussionId;
    expect(await does('session.close')).toHaveProperty('entry');
    const board = await team.board('2026-03');
    expect(board.needYou[0]).toMatchObject({ name: 'Quinn' });
    expect(board.needYou[0]?.says).toContain('Not reached on 10 March; what was prepared is kept.');
    const familyId = board.needYou[0]?.familyId ?? '';
    await team.place(two, familyId, { lateReason: 'Nothing sooner' }, team.adaeze);
    const again = await team.board('2026-03');
    expect(sessionOn(again, two).slots).toMatchObject([{ name: 'Quinn', discussionId, outcome: null }]);
    expect(sessionOn(again, one).slots).toMatchObject([{ name: 'Quinn', outcome: 'not-reached' }]);
  });

  async function signIn(): Promise<string> {
    const [row] = await council.server.app
      .get(Reader)
      .query<{ id: string }>('SELECT id FROM sign_in WHERE person_id = $1', [team.adaeze.id]);
    return row?.id ?? '';
  }

  it('placing a family names no family of another team, neither before it is done nor after', async () => {
    const southgate = await council.team('Southgate');
    const farah = await council.person('Farah Idris', 'mental-health');
    const brook = council.made(
      await council.admin.post('/api/families', {
        name: 'Brook',
        teamId: southgate,
        allocatedOn: allocated,
        allocations: [{ discipline: 'mental-health', personId: farah.id, fromOn: allocated }],
      }),
    );
    const sessionId = await team.session('2026-03-23');
    const place = `/api/planner/sessions/${sessionId}/place`;
    council.made(await council.admin.post(place, { familyId: brook, minutes: 45 }));
    const away = { fromOn: '2026-03-23', toOn: '2026-03-23', startsAt: '10:15', endsAt: '17:00' };
    council.made(await council.admin.post(`/api/people/${farah.id}/leave`, away));
    const own = { familyId: await team.family('Own', allocated), position: 0, minutes: 45 };
    const answers = [
      await team.sandra.browser.post<MoveSays>(`${place}/say`, own),
      await team.sandra.browser.post<MoveSays>(place, own),
    ];
    for (const { body, text } of answers) {
      expect(body.says.map((line) => line.words).join()).toContain('That touches another team’s family.');
      expect(text).not.toContain('Brook');
    }
  });
});
