import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DiscussionState } from '../../shared/discussion/state.js';
import type { FamilyLine, FamilyPage } from '../../shared/families/family.js';
import type { Act } from '../../shared/fields.js';
import { type Colleague, CouncilByHand } from '../../test/support/by-hand.js';
import { Reader } from '../core/reader.js';
import { Record } from '../live/record.js';

describe('a family kept by hand', () => {
  let council: CouncilByHand;
  let northgate: string;
  let sandra: Colleague;
  let adaeze: Colleague;
  let priya: Colleague;
  let dean: Colleague;

  beforeAll(async () => {
    council = await CouncilByHand.open();
    northgate = await council.team('Northgate');
    sandra = await council.person('Sandra Pike', 'business-support', {
      role: 'business-support',
      teamId: northgate,
    });
    adaeze = await council.person('Adaeze Nwosu', 'management', { role: 'team-manager', teamId: northgate });
    priya = await council.person('Priya Raman', 'social-work', { role: 'practitioner', teamId: northgate });
    dean = await council.person('Dean Marlow', 'recovery');
  });
  afterAll(() => council?.stop());

  async function opens(name: string, more: object = {}): Promise<string> {
    return council.made(
      await sandra.browser.post('/api/families', {
        name,
        teamId: northgate,
        allocatedOn: '2026-02-16',
        ...more,
      }),
    );
  }
  async function page(familyId: string, who = sandra): Promise<FamilyPage> {
    return (await who.browser.get<FamilyPage>(`/api/families/${familyId}`)).body;
  }
  async function preparing(familyId: string): Promise<DiscussionState> {
    const { openDiscussion } = await page(familyId);
    const held = await council.server.app
      .get(Record)
      .stateOf<DiscussionState>(`discussion/${openDiscussion?.discussionId}`);
    return held?.state as DiscussionState;
  }

  it('business support opens a file with everybody in it, and its first discussion is open for preparation', async () => {
    const familyId = await opens('Hartley / Osei', {
      children: [
        {
          firstName: 'Maya',
          bornOn: '2018-06-14',
          plans: [{ type: 'CP', category: 'Emotional abuse', since: '2025-11-24' }],
        },
        { firstName: 'Theo', bornOn: '2021-11-02' },
      ],
      adults: [{ name: 'Kirsty Hartley', relation: 'their mum' }],
      allocations: [
        { discipline: 'social-work', personId: priya.id, fromOn: '2026-02-16' },
        { discipline: 'mental-health', personId: null, fromOn: '2026-02-01' },
      ],
    });
    const family = await page(familyId);
    expect(family).toMatchObject({
      name: 'Hartley / Osei',
      status: 'open',
      dueBy: '2026-03-02',
      mayKeep: true,
    });
    expect(family.children.map((c) => [c.firstName, c.age])).toEqual([
      ['Maya', '7'],
      ['Theo', '4'],
    ]);
    expect(family.openDiscussion?.status).toBe('preparing');
    const state = await preparing(familyId);
    expect(state).toMatchObject({ status: 'preparing', familyName: 'Hartley / Osei', lastHeldOn: null });
    expect(state.children[0]).toMatchObject({
      firstName: 'Maya',
      plans: [{ type: 'CP', since: '2025-11-24' }],
    });
    expect(state.expected).toEqual([
      { discipline: 'mental-health', personId: null, about: '', vacantSince: '2026-02-01' },
      { discipline: 'social-work', personId: priya.id, about: '', vacantSince: null },
    ]);
    const mine = await priya.browser.get<FamilyLine[]>('/api/families');
    expect(mine.body.map((f) => f.name)).toEqual(['Hartley / Osei']);
    expect(mine.body[0]?.yourReview).toEqual({ discipline: 'social-work', writtenAt: null, ready: false });
  });

  it('what is being prepared follows the file: a child is born, a vacancy is filled, somebody stops', async () => {
    const familyId = await opens('Kaczmarek', {
      allocations: [{ discipline: 'recovery', personId: null, fromOn: '2026-02-20' }],
    });
    const lena = council.made(
      await sandra.browser.post(`/api/families/${familyId}/children`, {
        firstName: 'Lena',
        expectedOn: '2026-03-20',
      }),
    );
    expect((await preparing(familyId)).children.map((c) => c.firstName)).toEqual(['Lena']);
    await sandra.browser.patch(`/api/children/${lena}`, { bornOn: '2026-03-08', expectedOn: null });
    const plan = council.made(
      await sandra.browser.post(`/api/children/${lena}/plans`, { type: 'CIN', since: '2026-03-08' }),
    );
    expect((await preparing(familyId)).children[0]).toMatchObject({
      bornOn: '2026-03-08',
      plans: [{ type: 'CIN' }],
    });
    expect((await sandra.browser.patch(`/api/plans/${plan}`, { toOn: '2026-03-01' })).body).toMatchObject({
      code: 'bad-dates',
    });
    const allocation = council.made(
      await sandra.browser.post(`/api/families/${familyId}/allocations`, {
        discipline: 'recovery',
        personId: dean.id,
        about: 'for Piotr',
        fromOn: '2026-03-10',
      }),
    );
    expect((await preparing(familyId)).expected).toEqual([
      { discipline: 'recovery', personId: dean.id, about: 'for Piotr', vacantSince: null },
    ]);
    expect((await page(familyId, dean)).name).toBe('Kaczmarek');
    await sandra.browser.patch(`/api/allocations/${allocation}`, { toOn: '2026-03-10' });
    council.server.clock.minutes(14);
    // Until the end of the day it is still his; the next morning it is not.
    expect((await dean.browser.get(`/api/families/${familyId}`)).status).toBe(200);
    const rows = await council.server.app
      .get(Reader)
      .query('SELECT person_id, from_on, to_on FROM allocation WHERE family_id = $1 ORDER BY from_on', [
        familyId,
      ]);
    expect(rows).toEqual([
      { person_id: null, from_on: '2026-02-20', to_on: '2026-03-09' },
      { person_id: dean.id, from_on: '2026-03-10', to_on: '2026-03-10' },
    ]);
  });

  it('every act keeps who did what when, and what was so before', async () => {
    const familyId = await opens('Doyle / Bennett');
    await sandra.browser.patch(`/api/families/${familyId}`, { name: 'Doyle / Bennett / Doyle' });
    const carol = council.made(
      await sandra.browser.post(`/api/families/${familyId}/adults`, {
        name: 'Carol Doyle',
        relation: 'their nan',
      }),
    );
    await sandra.browser.patch(`/api/adults/${carol}`, { relation: 'Tyler’s nan' });
    await sandra.browser.delete(`/api/adults/${carol}`);
    const { body } = await adaeze.browser.get<Act[]>(`/api/families/${familyId}/acts`);
    expect(body.map((act) => act.kind).sort()).toEqual(
      ['adult.add', 'adult.change', 'adult.remove', 'family.change', 'family.open'].sort(),
    );
    expect(body.find((act) => act.kind === 'family.change')).toMatchObject({
      byName: 'Sandra Pike',
      before: { name: 'Doyle / Bennett' },
      after: { name: 'Doyle / Bennett / Doyle' },
    });
    expect(body.find((act) => act.kind === 'adult.remove')?.before).toMatchObject({
      relation: 'Tyler’s nan',
    });
  });

  it('a file closes with a reason, and takes up its discussion again when the family comes back', async () => {
    const familyId = await opens('Vance / Ali');
    const before = (await page(familyId)).openDiscussion?.discussionId;
    const close = { status: 'closed', closedOn: '2026-03-10' };
    expect((await sandra.browser.patch(`/api/families/${familyId}`, close)).body).toMatchObject({
      code: 'needs-reason',
    });
    const closed = await sandra.browser.patch(`/api/families/${familyId}`, {
      ...close,
      closedReason: 'Moved away',
    });
    expect(closed.status).toBe(200);
    expect(await page(familyId)).toMatchObject({ status: 'closed', closedReason: 'Moved away', dueBy: null });
    await sandra.browser.patch(`/api/families/${familyId}`, { status: 'open' });
    expect(await page(familyId)).toMatchObject({ status: 'open', closedOn: null });
    expect((await page(familyId)).openDiscussion?.discussionId).toBe(before);
  });

  it('the story so far holds what people add, and a child’s own words are marked as theirs', async () => {
    const familyId = await opens('Okonkwo', {
      children: [{ firstName: 'Ada', bornOn: '2016-04-01' }],
      allocations: [{ discipline: 'social-work', personId: priya.id, fromOn: '2026-02-16' }],
    });
    const ada = (await page(familyId)).children[0]?.childId;
    const words = 'It is quiet at night now.';
    const added = { on: '2026-03-05', kind: 'visit', words, childId: ada, voice: true };
    council.made(await priya.browser.post(`/api/families/${familyId}/happenings`, added));
    expect((await page(familyId)).record?.story[0]).toMatchObject({
      on: '2026-03-05',
      words,
      voice: true,
      byId: priya.id,
    });
    expect((await council.admin.post(`/api/families/${familyId}/happenings`, added)).status).toBe(404);
    const { text } = await council.admin.get(`/api/families/${familyId}/acts`);
    expect(text).not.toContain('quiet at night');
  });

  it('two families cannot share a reference, nor a family be kept by another team', async () => {
    await opens('First', { ref: 'LCS-1' });
    const again = { name: 'Second', ref: 'LCS-1', teamId: northgate, allocatedOn: '2026-02-16' };
    expect((await sandra.browser.post('/api/families', again)).body).toMatchObject({ code: 'already-there' });
    const southgate = await council.team('Southgate');
    const elsewhere = { name: 'Elsewhere', teamId: southgate, allocatedOn: '2026-02-16' };
    expect((await sandra.browser.post('/api/families', elsewhere)).body).toMatchObject({ code: 'not-yours' });
    const theirs = council.made(await council.admin.post('/api/families', elsewhere));
    expect((await sandra.browser.get(`/api/families/${theirs}`)).status).toBe(404);
    expect((await sandra.browser.patch(`/api/families/${theirs}`, { name: 'Mine' })).status).toBe(404);
    const kept = await council.admin.get<FamilyPage>(`/api/families/${theirs}`);
    expect(kept.body).toMatchObject({ name: 'Elsewhere', mayKeep: true, record: null });
  });

  it('an administrator gives nobody a way in for themselves', async () => {
    const familyId = await opens('Private');
    const self = { discipline: 'social-work', personId: council.adminId, fromOn: '2026-03-10' };
    expect((await council.admin.post(`/api/families/${familyId}/allocations`, self)).status).toBe(403);
    const role = { role: 'team-manager', teamId: northgate };
    expect((await council.admin.post(`/api/people/${council.adminId}/roles`, role)).status).toBe(403);
    expect((await sandra.browser.post(`/api/people/${priya.id}/roles`, role)).status).toBe(403);
  });

  it('business support and managers give nobody a way in for themselves either', async () => {
    const familyId = await opens('Private too');
    for (const who of [sandra, adaeze]) {
      const own = who === sandra ? 'domestic-abuse' : 'social-work';
      const self = { discipline: own, personId: who.id, fromOn: '2026-03-10' };
      const { status, body } = await who.browser.post(`/api/families/${familyId}/allocations`, self);
      expect([status, body]).toMatchObject([403, { code: 'not-yours' }]);
      const family = { name: 'Mine', teamId: northgate, allocatedOn: '2026-02-16', allocations: [self] };
      expect((await who.browser.post('/api/families', family)).status).toBe(403);
    }
    expect((await page(familyId)).allocations).toEqual([]);
  });

  it('nobody is allocated in a discipline that is not theirs; a manager may hold a family as its social worker', async () => {
    const familyId = await opens('Whose');
    const allocates = (discipline: string, personId: string) =>
      sandra.browser.post(`/api/families/${familyId}/allocations`, {
        discipline,
        personId,
        fromOn: '2026-03-10',
      });
    expect((await allocates('domestic-abuse', dean.id)).body).toMatchObject({
      code: 'no-such-person',
      says: 'Dean Marlow is in the directory under recovery, and cannot be allocated for domestic abuse.',
    });
    expect((await allocates('domestic-abuse', adaeze.id)).body).toMatchObject({ code: 'no-such-person' });
    expect((await allocates('recovery', dean.id)).status).toBe(201);
    expect((await allocates('social-work', adaeze.id)).status).toBe(201);
  });

  it('what cannot be read says which field, in words', async () => {
    const { status, body } = await sandra.browser.post('/api/families', {
      name: ' ',
      teamId: northgate,
      allocatedOn: '2026-02-30',
    });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      code: 'unreadable',
      fields: { name: expect.any(String), allocatedOn: expect.any(String) },
    });
  });
});
