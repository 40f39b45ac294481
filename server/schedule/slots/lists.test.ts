import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FigurePart } from '../../../shared/audit/http.js';
import { limitOf } from '../../../shared/audit/limits.js';
import type { FamilyPage, StoryLine } from '../../../shared/families/family.js';
import type { SessionLine } from '../../../shared/schedule/http.js';
import { type Colleague, CouncilByHand, password } from '../../../test/support/by-hand.js';
import { Browser } from '../../../test/support/http-server.js';
import { orderOf, PlanningTeam } from '../../../test/support/planning.js';
import { TalkPages } from '../../audit/talks/talk-pages.service.js';
import { Clocks } from '../../cadence/clocks.service.js';
import { Reader } from '../../core/reader.js';
import { Record } from '../../live/record.js';

// Today is 10 March 2026, 9am. A first discussion is due ten working days after allocation: here on 24 March.
describe('the list of a session that went out', () => {
  let council: CouncilByHand;
  let team: PlanningTeam;
  let dean: Colleague;
  const allocated = '2026-03-10';

  beforeAll(async () => {
    council = await CouncilByHand.open();
    team = await PlanningTeam.open(council, 'Northgate');
    dean = await council.person('Dean Marlow', 'recovery');
  });
  afterAll(() => council?.stop());

  const invites = async () =>
    expect(
      (await team.sandra.browser.post('/api/planner/invite', { teamId: team.teamId, month: '2026-03' }))
        .status,
    ).toBe(201);
  const rows = <T>(sql: string, ...params: unknown[]) => council.server.app.get(Reader).query<T>(sql, params);

  /** Of the sessions of one day: counted by the database, and one by one. */
  async function reliability(day: string): Promise<FigurePart> {
    const pages = council.server.app.get(TalkPages, { strict: false });
    const ways = [undefined, 'plan'] as const;
    const [quick, slow] = await Promise.all(
      ways.map(async (by) => {
        const question = { from: day, asAt: day, limit: limitOf('28d')!, by };
        const page = await pages.oversight(
          { teamId: team.teamId, teamIds: [team.teamId] },
          question,
          new Set(),
        );
        const { groups: _, ...figure } = page.figures.find((f) => f.measure === 'session-reliability')!;
        return figure;
      }),
    );
    expect(quick).toEqual(slow);
    return quick as FigurePart;
  }

  async function signIn(who: Colleague, email: string): Promise<void> {
    const browser = new Browser(council.server.url);
    await browser.post('/api/sign-in', { email: `${email}@wrenshire.example`, password });
    who.browser = browser;
  }
  /** A day passes, and everybody is signed in anew. */
  async function dayPasses(days = 1): Promise<void> {
    council.server.clock.minutes(days * 24 * 60);
    await signIn(team.sandra, 'sandra.pike');
    await signIn(team.adaeze, 'adaeze.nwosu');
    await signIn(dean, 'dean.marlow');
  }

  async function does(sessionId: string, kind: string, payload: object = {}): Promise<void> {
    const [row] = await rows<{ id: string }>(
      'SELECT id FROM sign_in WHERE person_id = $1 AND ended_at IS NULL ORDER BY made_at DESC',
      team.adaeze.id,
    );
    const change = { id: randomUUID(), kind, payload };
    const caller = { signInId: row?.id ?? '', personId: team.adaeze.id };
    const answer = await council.server.app.get(Record).change(`session/${sessionId}`, caller, change);
    expect(answer).toHaveProperty('entry');
  }

  async function sessionWith(day: string, names: readonly string[]) {
    const sessionId = await team.session(day);
    const families: string[] = [];
    const slots: string[] = [];
    for (const name of names) {
      const works = name === 'Birch' ? [{ discipline: 'recovery', personId: dean.id }] : [];
      families.push(await team.family(name, allocated, works));
      slots.push(await team.place(sessionId, families.at(-1)!));
    }
    return { sessionId, families, slots };
  }

  it('stays what people were told when a family is moved out of it, and nowhere does the family stand twice', async () => {
    const one = await sessionWith('2026-03-13', ['Ash', 'Birch', 'Cole', 'Dale']);
    const later = await team.session('2026-03-20');
    await invites();
    expect(await reliability('2026-03-13')).toMatchObject({ numerator: 0, denominator: 4, apart: 0 });
    await dayPasses();
    const move = { toSessionId: later, position: 0, seenIn: one.sessionId };
    const moved = await team.move(one.slots[1]!, move);
    expect([moved.status, moved.body.id]).toEqual([201, one.slots[1]]);
    expect(await reliability('2026-03-13')).toMatchObject({
      numerator: 0,
      denominator: 4,
      beside: { moved: 1, postponed: 0, noOutcome: 3 },
    });
    const left = await rows(
      'SELECT outcome, reason, moved_to_slot_id, outcome_by FROM slot WHERE session_id = $1 AND position < 0',
      one.sessionId,
    );
    expect(left).toEqual([
      { outcome: 'postponed', reason: 'moved', moved_to_slot_id: one.slots[1], outcome_by: team.sandra.id },
    ]);
    const board = await team.board('2026-03');
    expect(orderOf(board, one.sessionId)).toEqual(['09:30 Ash', '10:15 Cole', '11:00 Dale']);
    expect(orderOf(board, later)).toEqual(['09:30 Birch']);
    expect(board.needYou).toEqual([]);
    // Dean has nothing to do in the session that his family left.
    const { body: lines } = await dean.browser.get<SessionLine[]>('/api/sessions');
    expect(lines.map((line) => [line.date, line.yours.length])).toEqual([['2026-03-20', 1]]);
    expect((await dean.browser.get(`/api/sessions/${one.sessionId}`)).status).toBe(404);
    // Told again, the first telling still is the first.
    await invites();
    expect(await reliability('2026-03-13')).toMatchObject({ denominator: 4, beside: { moved: 1 } });
    const told = await rows<{ on: string }>(
      'SELECT DISTINCT substr(listed_at, 1, 10) AS "on" FROM slot WHERE session_id = $1',
      one.sessionId,
    );
    expect(told).toEqual([{ on: '2026-03-10' }]);

    await dayPasses(2);
    await does(one.sessionId, 'session.open');
    const goTo = (slot: number) =>
      does(one.sessionId, 'session.goTo', { slotId: one.slots[slot], step: 'check-in' });
    await goTo(0);
    await goTo(2);
    await does(one.sessionId, 'session.close');
    // Two were talked through, though their records are not signed; one was not reached, one had been moved.
    expect(await reliability('2026-03-13')).toMatchObject({
      numerator: 2,
      denominator: 4,
      provisional: 2,
      beside: { moved: 1, notReached: 1, noOutcome: 0 },
    });
    const story = await team.adaeze.browser.get<FamilyPage & { story: StoryLine[] }>(
      `/api/families/${one.families[1]}`,
    );
    expect(story.text).not.toContain('undefined');
    const clock = (await council.server.app.get(Clocks, { strict: false }).of([one.families[1]!])).get(
      one.families[1]!,
    );
    expect(clock?.because.find(({ on }) => on === '2026-03-13')?.says).toBe(
      'Postponed. Moved to 20 March 2026.',
    );
  });

  it('has a family once that was moved away and came back, and nobody is told that it waited', async () => {
    const one = await sessionWith('2026-03-16', ['Elder', 'Frost']);
    const other = await team.session('2026-03-17');
    await invites();
    const go = (toSessionId: string, seenIn: string) =>
      team.move(one.slots[0]!, { toSessionId, position: 0, seenIn });
    expect((await go(other, one.sessionId)).status).toBe(201);
    expect(await reliability('2026-03-16')).toMatchObject({ denominator: 2, beside: { moved: 1 } });
    expect((await go(one.sessionId, other)).status).toBe(201);
    expect(await reliability('2026-03-16')).toMatchObject({
      denominator: 2,
      apart: 0,
      beside: { moved: 0, noOutcome: 2 },
    });
    expect(await reliability('2026-03-17')).toMatchObject({ denominator: 0, apart: 0 });
    // Taken out with a manager’s word and put back: once, too.
    const ending = { outcome: 'postponed', reason: 'specialist-absent', allowedBy: team.adaeze.id };
    await team.sandra.browser.post(`/api/planner/slots/${one.slots[1]}/end`, ending);
    expect(await reliability('2026-03-16')).toMatchObject({ denominator: 2, beside: { postponed: 1 } });
    await team.place(one.sessionId, one.families[1]!);
    expect(await reliability('2026-03-16')).toMatchObject({ denominator: 2, beside: { noOutcome: 2 } });
  });

  it('that was left for an earlier day is not kept to either, but the family did not wait', async () => {
    const one = await sessionWith('2026-03-19', ['Gale']);
    const sooner = await team.session('2026-03-18');
    await invites();
    const move = { toSessionId: sooner, position: 0, seenIn: one.sessionId };
    expect((await team.move(one.slots[0]!, move)).status).toBe(201);
    expect(await reliability('2026-03-19')).toMatchObject({ numerator: 0, denominator: 1 });
    await dayPasses(7);
    const [familyId] = one.families;
    const clock = (await council.server.app.get(Clocks, { strict: false }).of([familyId!])).get(familyId!);
    expect(clock?.because.map(({ kind }) => kind)).not.toContain('postponed');
  });

  it('is the one that stands on the day where nobody was told; who joins an open session stands apart', async () => {
    const day = '2026-03-23';
    const one = await sessionWith(day, ['Hawke', 'Ives', 'Jay']);
    const later = await team.session('2026-03-24');
    const move = (slotId: string) =>
      team.move(slotId, { toSessionId: later, position: 0, seenIn: one.sessionId });
    // Before its day a family that nobody was told of leaves nothing behind.
    expect((await move(one.slots[2]!)).status).toBe(201);
    await dayPasses(3);
    expect((await move(one.slots[1]!)).status).toBe(201);
    expect(await reliability(day)).toMatchObject({ denominator: 2, beside: { moved: 1, noOutcome: 1 } });
    await does(one.sessionId, 'session.open');
    const kirk = await team.family('Kirk', allocated);
    const joined = council.made(
      await team.sandra.browser.post(`/api/sessions/${one.sessionId}/slots`, { familyId: kirk, minutes: 30 }),
    );
    for (const slotId of [one.slots[0], joined])
      await does(one.sessionId, 'session.goTo', { slotId, step: 'check-in' });
    await does(one.sessionId, 'session.close');
    expect(await reliability(day)).toMatchObject({ numerator: 1, denominator: 2, apart: 1 });
  });
});
