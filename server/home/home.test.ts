import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FamilyPage } from '../../shared/families/family.js';
import type { Home } from '../../shared/home/home.js';
import { updateFrom } from '../../shared/live/prose.js';
import { type Colleague, CouncilByHand, password } from '../../test/support/by-hand.js';
import { Transactions } from '../core/transaction.js';
import { Record } from '../live/record.js';

// Tuesday 10 March 2026, 9am. Eight families are in the session of 9:30am; Dean is called in for two of them.
const today = '2026-03-10';
const names = ['Abbott', 'Birch', 'Clegg', 'Dalton', 'Ellery', 'Flynn', 'Ghosh', 'Hadley'];
const deans = ['Birch', 'Flynn'];

describe('your supervision', () => {
  let council: CouncilByHand;
  let teamId: string;
  let sessionId: string;
  let sandra: Colleague;
  let adaeze: Colleague;
  let priya: Colleague;
  let dean: Colleague;
  let helen: Colleague;
  const families = new Map<string, { familyId: string; discussionId: string; childId: string }>();
  const of = (name: string) => families.get(name)!;

  beforeAll(async () => {
    council = await CouncilByHand.open();
    teamId = await council.team('Northgate');
    sandra = await council.person('Sandra Pike', 'business-support', { role: 'business-support', teamId });
    adaeze = await council.person('Adaeze Nwosu', 'management', { role: 'team-manager', teamId });
    priya = await council.person('Priya Raman', 'social-work', { role: 'practitioner', teamId });
    dean = await council.person('Dean Marlow', 'recovery');
    helen = await council.person('Helen Brandt', 'management', { role: 'service-manager', teamId });
    for (const name of [...names, 'Quigley']) {
      const familyId = council.made(
        await sandra.browser.post('/api/families', {
          name,
          teamId,
          allocatedOn: name === 'Quigley' ? '2026-01-05' : '2026-02-27',
          children: [{ firstName: `${name}’s child`, bornOn: '2018-06-14' }],
          allocations: [
            { discipline: 'social-work', personId: priya.id, fromOn: '2026-02-16' },
            ...(deans.includes(name)
              ? [{ discipline: 'recovery', personId: dean.id, about: 'Lee and Shauna', fromOn: '2026-02-16' }]
              : []),
            ...(name === 'Birch'
              ? [{ discipline: 'mental-health', personId: null, fromOn: '2026-02-16' }]
              : []),
          ],
        }),
      );
      const { body } = await sandra.browser.get<FamilyPage>(`/api/families/${familyId}`);
      families.set(name, {
        familyId,
        discussionId: body.openDiscussion?.discussionId ?? '',
        childId: body.children[0]?.childId ?? '',
      });
    }
    sessionId = await session(today, names);
  });
  afterAll(() => council?.stop());

  async function session(date: string, which: readonly string[]): Promise<string> {
    const plan = { teamId, date, startsAt: '09:30', endsAt: '14:00', chairId: adaeze.id, penId: sandra.id };
    const id = council.made(await sandra.browser.post('/api/sessions', plan));
    for (const name of which)
      council.made(
        await sandra.browser.post(`/api/sessions/${id}/slots`, { familyId: of(name).familyId, minutes: 30 }),
      );
    return id;
  }

  /** As that person's own page would have it recorded. */
  function writes(by: Colleague, name: string, kind: string, payload: object): Promise<unknown> {
    const { app } = council.server;
    const logId = `discussion/${of(name).discussionId}`;
    return app.get(Transactions).run((tx) => app.get(Record).append(tx, logId, kind, payload, by.id));
  }
  const words = (by: Colleague, name: string, field: string, text: string, device: number) =>
    writes(by, name, 'prose.edit', { field, update: updateFrom(text, device) });
  const home = async (who: Colleague) => (await who.browser.get<Home>('/api/home')).body;

  it('Dean, who works with two of the eight families, is told when he is needed for them, and of no other', async () => {
    const { body, text } = await dean.browser.get<Home>('/api/home');
    expect(body).toMatchObject({ today, remote: false, at: '2026-03-10T09:00:00.000Z' });
    expect(body.sessions).toEqual([
      expect.objectContaining({ sessionId, teamName: 'Northgate', part: 'called', slots: 8 }),
    ]);
    expect(body.sessions[0]?.yours.map((slot) => [slot.familyName, slot.startsAt, slot.pattern])).toEqual([
      ['Birch', '10:00', 2],
      ['Flynn', '12:00', 1],
    ]);
    for (const name of [...names, 'Quigley'].filter((one) => !deans.includes(one)))
      for (const secret of [name, of(name).familyId, of(name).discussionId, of(name).childId])
        expect(text).not.toContain(secret);
    expect(body.preparing).toEqual([]);
    expect(body.noSlot).toEqual([]);
  });

  it('what waits for Dean’s words says for whom he writes, where it stands and since when', async () => {
    await words(dean, 'Flynn', 'review/recovery', 'Five of six samples clear.', 7);
    const { reviews } = await home(dean);
    expect(
      reviews.map(({ familyName, about, draftAt, ready, dueOn }) => [
        familyName,
        about,
        draftAt,
        ready,
        dueOn,
      ]),
    ).toEqual([
      ['Birch', 'Lee and Shauna', null, false, '2026-03-03'],
      ['Flynn', 'Lee and Shauna', '2026-03-10T09:00:00.000Z', false, '2026-03-03'],
    ]);
    expect(reviews[1]?.planned).toEqual({ teamName: 'Northgate', on: today, at: '12:00', pattern: 1 });
    await writes(dean, 'Flynn', 'review.set', { discipline: 'recovery', direction: 'same', ready: true });
    expect((await home(dean)).reviews.find((one) => one.familyName === 'Flynn')?.ready).toBe(true);
  });

  it('Adaeze sees who is ready and who is not, that a post is vacant, and whether a quorum is likely', async () => {
    await writes(priya, 'Birch', 'review.set', { discipline: 'social-work', nothingNew: true });
    const { preparing, sessions } = await home(adaeze);
    expect(sessions[0]).toMatchObject({ part: 'chair', slots: 8 });
    expect(sessions[0]?.yours).toHaveLength(8);
    expect(preparing).toEqual([expect.objectContaining({ sessionId, use: 'lead', dueOn: '2026-03-03' })]);
    const stands = (name: string) =>
      preparing[0]?.families
        .find((one) => one.familyName === name)
        ?.reviews.map((review) => [review.discipline, review.person?.firstName, review.stands]);
    expect(stands('Birch')).toEqual([
      ['social-work', 'Priya', 'draft'],
      ['mental-health', undefined, 'vacant'],
      ['recovery', 'Dean', 'nothing'],
    ]);
    expect(stands('Flynn')?.[1]).toEqual(['recovery', 'Dean', 'ready']);
    const missing = (all: Home) =>
      Object.fromEntries(all.preparing[0]!.families.map((one) => [one.familyName, one.missing]));
    expect(missing(await home(adaeze))['Birch']).toEqual([]);
    await council.admin.patch(`/api/people/${dean.id}`, { workingDays: '1011100' });
    expect(missing(await home(adaeze))).toMatchObject({
      Abbott: [],
      Birch: ['specialist'],
      Flynn: ['specialist'],
    });
    await council.admin.patch(`/api/people/${dean.id}`, { workingDays: '1111100' });
    await leave(priya.id);
    expect(missing(await home(adaeze))['Abbott']).toEqual(['social-work']);
  });

  function leave(personId: string): Promise<void> {
    return council.server.app
      .get(Transactions)
      .run((tx) =>
        tx.run(
          `INSERT INTO leave (id, person_id, from_on, to_on, made_at) VALUES ($1, $2, '2026-03-09', '2026-03-13', $3)`,
          [randomUUID(), personId, '2026-03-01T09:00:00.000Z'],
        ),
      );
  }

  it('Sandra has the list of what is still owed; Helen, who only watches over the team, is called in for nothing', async () => {
    const hers = await home(sandra);
    expect(hers.preparing.map(({ use }) => use)).toEqual(['chase']);
    expect(hers.sessions[0]).toMatchObject({ part: 'pen' });
    const helens = await home(helen);
    expect(helens.sessions).toEqual([expect.objectContaining({ part: 'none', yours: [] })]);
    expect(helens.preparing).toEqual([]);
    expect(helens.since.lines).toEqual([]);
  });

  it('a manager is told of the family over its limit that no session has', async () => {
    for (const who of [adaeze, helen])
      expect((await home(who)).noSlot).toEqual([
        expect.objectContaining({ familyName: 'Quigley', dueBy: '2026-01-19', teamName: 'Northgate' }),
      ]);
    expect((await home(priya)).noSlot).toEqual([]);
  });

  /** Away so long that everybody is signed out; then Dean and the others sign in again. */
  async function goesBy(minutes: number): Promise<void> {
    council.server.clock.minutes(minutes);
    for (const [who, email] of [
      [dean, 'dean.marlow'],
      [sandra, 'sandra.pike'],
    ] as const)
      expect(
        (await who.browser.post('/api/sign-in', { email: `${email}@wrenshire.example`, password })).status,
      ).toBeLessThan(300);
  }

  it('since Dean last looked: what Priya added and Sandra moved in his families, and nothing of others or his own', async () => {
    const { clock } = council.server;
    await dean.browser.post('/api/home/looked');
    await goesBy(45);
    const before = await home(dean);
    expect(before.since.lines).toEqual([]);
    await words(priya, 'Birch', `voice/${of('Birch').childId}`, 'I can do it, it’s fine.', 8);
    await words(priya, 'Abbott', `voice/${of('Abbott').childId}`, 'Not for Dean.', 9);
    await words(dean, 'Birch', 'review/recovery', 'Mine.', 10);
    clock.minutes(1);
    const slotId = before.sessions[0]?.yours.find((slot) => slot.familyName === 'Flynn')?.slotId;
    const removal = { reason: 'emergency', allowedBy: adaeze.id };
    await sandra.browser.delete(`/api/sessions/${sessionId}/slots/${slotId}`, removal);
    const later = await session('2026-03-13', ['Flynn']);
    const { body, text } = await dean.browser.get<Home>('/api/home');
    expect(body.since.from).toBe('2026-03-10T09:00:00.000Z');
    expect(body.since.lines).toEqual([
      expect.objectContaining({
        kind: 'slot',
        familyName: 'Flynn',
        by: { personId: sandra.id, firstName: 'Sandra', discipline: 'business-support' },
        to: { on: '2026-03-13', at: '09:30' },
      }),
      expect.objectContaining({
        kind: 'voice',
        familyName: 'Birch',
        children: ['Birch’s child'],
        by: expect.objectContaining({ firstName: 'Priya' }),
      }),
    ]);
    for (const secret of ['I can do it', 'Not for Dean', 'Abbott']) expect(text).not.toContain(secret);
    expect(body.sessions.map((one) => one.sessionId)).toEqual([sessionId, later]);
  });

  it('within one visit the news stays; at the next it has been seen', async () => {
    const { clock } = council.server;
    await dean.browser.post('/api/home/looked');
    clock.minutes(5);
    await dean.browser.post('/api/home/looked');
    expect((await home(dean)).since.lines).toHaveLength(2);
    await goesBy(60);
    await dean.browser.post('/api/home/looked');
    expect((await home(dean)).since.lines).toEqual([]);
  });

  it('a next step of Dean’s says what the discussion in preparation holds of it, and minutes that gave it are news', async () => {
    const [stepId, lastId] = [randomUUID(), randomUUID()];
    const { familyId } = of('Birch');
    council.server.clock.minutes(1);
    const at = council.server.clock.at();
    const step = {
      stepId,
      text: 'Ask Lee what helps on pay day',
      ownerId: dean.id,
      withWhom: '',
      dueOn: '2026-03-09',
      evidence: '',
      protected: false,
      audience: [],
      carried: 2,
      status: 'open',
      note: '',
      doneOn: null,
      by: adaeze.id,
    };
    await council.server.app.get(Transactions).run(async (tx) => {
      await tx.run(
        `INSERT INTO discussion (id, family_id, status, held_on, opened_at, signed_at, counts)
         VALUES ($1, $2, 'signed', '2026-02-10', $3, $3, 1)`,
        [lastId, familyId, at],
      );
      await tx.run(
        `INSERT INTO minutes (id, discussion_id, family_id, kind, held_on, text, record, hash, signed_by, signed_at)
         VALUES ($1, $2, $3, 'supervision', '2026-02-10', '', '{}', 'abc', $4, $5)`,
        [randomUUID(), lastId, familyId, adaeze.id, at],
      );
      await tx.run(
        `INSERT INTO next_step (id, family_id, discussion_id, text, owner_id, with_whom, due_on, evidence, protected,
           audience, status, carried) VALUES ($1, $2, $3, $4, $5, '', '2026-03-09', '', 0, '[]', 'open', 2)`,
        [stepId, familyId, lastId, step.text, dean.id],
      );
    });
    expect((await home(dean)).steps).toEqual([expect.objectContaining({ stepId, carried: 2, said: null })]);
    await writes(adaeze, 'Birch', 'discussion.carry', {
      afterId: lastId,
      lastHeldOn: '2026-02-10',
      lastProse: {},
      lastSteps: [step],
      challenges: [],
      scaleLast: { group: null, scores: {} },
    });
    await writes(dean, 'Birch', 'step.last', { stepId, status: 'done' });
    const { steps, since } = await home(dean);
    expect(steps[0]?.said).toEqual({ discussionId: of('Birch').discussionId, status: 'done' });
    expect(since.lines).toEqual([
      expect.objectContaining({ kind: 'minutes', stepsForYou: 1, familyName: 'Birch' }),
    ]);
  });
});
