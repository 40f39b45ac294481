import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DiscussionState } from '../../shared/discussion/state.js';
import type { Brief, DiscussionFacts, MinutesPage } from '../../shared/families/discussion-http.js';
import type { FamilyPage, StepLine } from '../../shared/families/family.js';
import { proseText, updateFrom } from '../../shared/live/prose.js';
import { PROTOCOL } from '../../shared/live/wire.js';
import { composeMinutes } from '../../shared/minutes/compose.js';
import type { Minutes } from '../../shared/minutes/minutes.js';
import { minutesText } from '../../shared/minutes/text.js';
import { type Colleague, CouncilByHand } from '../../test/support/by-hand.js';
import { Secrets } from '../core/secrets.js';
import { Transactions } from '../core/transaction.js';
import { Drafts } from '../live/drafts.js';
import { Record } from '../live/record.js';

/** As the release of that month worded it. */
const asFiled = (minutes: Minutes) => `${minutesText(minutes)}Worded as it was then\n`;
const secret = 'Check the collection password at the new gate';

describe('reading what was written of a family', () => {
  let council: CouncilByHand;
  let sandra: Colleague;
  let adaeze: Colleague;
  let priya: Colleague;
  let marcus: Colleague;
  let familyId: string;
  let childId: string;
  let discussionId: string;
  let minutesId: string;

  beforeAll(async () => {
    council = await CouncilByHand.open();
    const teamId = await council.team('Northgate');
    sandra = await council.person('Sandra Pike', 'business-support', { role: 'business-support', teamId });
    adaeze = await council.person('Adaeze Nwosu', 'management', { role: 'team-manager', teamId });
    priya = await council.person('Priya Raman', 'social-work', { role: 'practitioner', teamId });
    marcus = await council.person('Marcus Hale', 'domestic-abuse-officer');
    familyId = council.made(
      await sandra.browser.post('/api/families', {
        name: 'Hartley',
        teamId,
        allocatedOn: '2026-01-05',
        children: [{ firstName: 'Maya', bornOn: '2018-06-14' }],
        allocations: [
          { discipline: 'social-work', personId: priya.id, fromOn: '2026-02-16' },
          { discipline: 'domestic-abuse-officer', personId: marcus.id, fromOn: '2026-02-16' },
        ],
      }),
    );
    const { body } = await sandra.browser.get<FamilyPage>(`/api/families/${familyId}`);
    discussionId = body.openDiscussion?.discussionId ?? '';
    childId = body.children[0]?.childId ?? '';
    minutesId = await files();
  });
  afterAll(() => council?.stop());

  /** Last month's minutes on file, with one protected next step, as signing files them. */
  async function files(): Promise<string> {
    const { app } = council.server;
    const open = await app.get(Record).stateOf<DiscussionState>(`discussion/${discussionId}`);
    const lastId = randomUUID();
    const step = {
      stepId: randomUUID(),
      text: secret,
      ownerId: priya.id,
      withWhom: '',
      dueOn: '2026-03-13',
      evidence: 'The school confirms in writing',
      protected: true,
      audience: ['social-work' as const],
      from: 'decision' as const,
      carried: 0,
      different: '',
      openEndedBecause: '',
      accepted: null,
      by: adaeze.id,
    };
    const field = (text: string) => ({
      updates: [updateFrom(text, 1)],
      writers: [priya.id],
      size: 100,
      at: '2026-02-10T10:00:00.000Z',
    });
    const state: DiscussionState = {
      ...(open?.state as DiscussionState),
      discussionId: lastId,
      status: 'held',
      heldOn: '2026-02-10',
      chairId: adaeze.id,
      prose: { 'review/social-work': field('Mornings are calmer.'), decision: field('The plan continues.') },
      steps: [step],
    };
    const names: { [id: string]: string } = { [priya.id]: 'Priya Raman', [adaeze.id]: 'Adaeze Nwosu' };
    const minutes = composeMinutes(state, (id) => names[id ?? ''] ?? '');
    const id = randomUUID();
    await app.get(Transactions).run(async (tx) => {
      await tx.run(
        `INSERT INTO discussion (id, family_id, status, held_on, opened_at, signed_at, counts)
         VALUES ($1, $2, 'signed', '2026-02-10', '2026-01-13T10:00:00.000Z', '2026-02-10T12:00:00.000Z', 1)`,
        [lastId, familyId],
      );
      await tx.run(
        `INSERT INTO minutes (id, discussion_id, family_id, kind, held_on, text, record, hash, signed_by, signed_at)
         VALUES ($1, $2, $3, $4, '2026-02-10', $5, $6, 'abc', $7, '2026-02-10T12:00:00.000Z')`,
        [id, lastId, familyId, minutes.kind, asFiled(minutes), JSON.stringify(minutes), adaeze.id],
      );
      await tx.run(
        `INSERT INTO supervision (id, family_id, discussion_id, held_on, kind, counts, children, group_score, lowest,
           highest, signed_at, source, made_at)
         VALUES ($1, $2, $3, '2026-02-10', 'supervision', 1, '[]', 4, 3, 6, $4, 'signed', $4)`,
        [randomUUID(), familyId, lastId, '2026-02-10T12:00:00.000Z'],
      );
      await tx.run(
        `INSERT INTO next_step (id, family_id, discussion_id, text, owner_id, with_whom, due_on, evidence, protected,
           audience, status, carried) VALUES ($1, $2, $3, $4, $5, '', '2026-03-13', '', 1, '["social-work"]', 'open', 0)`,
        [step.stepId, familyId, lastId, secret, priya.id],
      );
    });
    return id;
  }

  it('the manager reads the minutes whole, as they were filed; the probation officer learns that there is a protected step, not what it says', async () => {
    const { body: whole } = await adaeze.browser.get<MinutesPage>(`/api/minutes/${minutesId}`);
    expect(whole).toMatchObject({
      whole: true,
      familyName: 'Hartley',
      heldOn: '2026-02-10',
      signedBy: adaeze.id,
    });
    expect(whole.text).toBe(asFiled(whole.minutes as Minutes));
    expect(whole.text).toContain(secret);
    expect(whole.hash).toBe('abc');
    const his = await marcus.browser.get<MinutesPage>(`/api/minutes/${minutesId}`);
    expect(his.status).toBe(200);
    expect(his.body).toMatchObject({ whole: false, hash: null });
    expect(his.body.text).toBe(minutesText(his.body.minutes as Minutes));
    expect((his.body.minutes as Minutes).steps[0]).toMatchObject({ protected: true, text: null });
    const page = await marcus.browser.get<FamilyPage>(`/api/families/${familyId}`);
    expect(page.body.record?.steps[0]).toMatchObject({ protected: true, text: '', ownerId: priya.id });
    for (const { text } of [his, page]) expect(text).not.toContain('collection password');
    expect((await council.admin.get(`/api/minutes/${minutesId}`)).status).toBe(404);
    expect((await marcus.browser.get(`/api/minutes/${randomUUID()}`)).status).toBe(404);
  });

  it('one child’s own part can be read by itself, and a child of another family has none in it', async () => {
    const { body } = await adaeze.browser.get<MinutesPage>(`/api/minutes/${minutesId}?child=${childId}`);
    expect((body.minutes as Minutes).children.map((c) => c.firstName)).toEqual(['Maya']);
    expect(body.text).not.toContain(secret);
    expect(body.text).not.toContain('Worded as it was then');
    const his = await marcus.browser.get<MinutesPage>(`/api/minutes/${minutesId}?child=${childId}`);
    expect(his.body.hash).toBeNull();
    expect((await adaeze.browser.get(`/api/minutes/${minutesId}?child=${randomUUID()}`)).status).toBe(404);
  });

  it('the family page shows the chapters, the story, the scale and when the family is due', async () => {
    const { body } = await priya.browser.get<FamilyPage>(`/api/families/${familyId}`);
    expect(body).toMatchObject({ lastHeldOn: '2026-02-10', dueBy: '2026-03-10' });
    expect(body.record?.scale).toEqual([
      expect.objectContaining({ heldOn: '2026-02-10', group: 4, lowest: 3, highest: 6 }),
    ]);
    const chapter = body.record?.chapters.find((c) => c.discipline === 'social-work');
    expect(chapter?.reviews).toEqual([expect.objectContaining({ minutesId, text: 'Mornings are calmer.' })]);
    expect(body.record?.story.find((line) => line.minutesId === minutesId)).toMatchObject({
      title: 'Group supervision',
      words: 'The plan continues.',
    });
    expect(body.whoCanSee.map((one) => [one.personId, one.as])).toEqual(
      expect.arrayContaining([
        [priya.id, 'allocated'],
        [marcus.id, 'allocated'],
        [adaeze.id, 'manager'],
        [sandra.id, 'business-support'],
      ]),
    );
  });

  it('my next steps are those I own, in families that are still mine', async () => {
    const { body } = await priya.browser.get<StepLine[]>('/api/next-steps/mine');
    expect(body.map((step) => step.text)).toEqual([secret]);
    expect((await marcus.browser.get<StepLine[]>('/api/next-steps/mine')).body).toEqual([]);
  });

  it('the brief as the session opened stays what it was, whatever is written after', async () => {
    const { app } = council.server;
    const logId = `discussion/${discussionId}`;
    const write = (kind: string, payload: object) =>
      app.get(Transactions).run((tx) => app.get(Record).append(tx, logId, kind, payload, priya.id));
    const field = 'review/social-work';
    await write('prose.edit', { field, update: updateFrom('Before. ', 7) });
    const path = `/api/discussions/${discussionId}/brief`;
    expect((await priya.browser.get(`${path}?as-opened=1`)).status).toBe(404);
    await write('brief.fix', {});
    await write('prose.edit', { field, update: updateFrom('After. ', 8) });
    const text = ({ state }: Brief) => proseText((state as DiscussionState).prose[field]);
    const now = (await priya.browser.get<Brief>(path)).body;
    const then = (await priya.browser.get<Brief>(`${path}?as-opened=1`)).body;
    expect(text(now)).toContain('After.');
    expect(text(then)).toBe('Before. ');
    expect(then).toMatchObject({ seq: now.seq - 1, fixedAt: now.fixedAt });
  });

  it('the brief as it opened shows Marcus nothing of a step that was protected since and taken away, whatever was stored', async () => {
    const { app } = council.server;
    const logId = `discussion/${discussionId}`;
    const write = (kind: string, payload: object) =>
      app.get(Transactions).run((tx) => app.get(Record).append(tx, logId, kind, payload, priya.id));
    const stepId = randomUUID();
    await write('step.set', { stepId, text: 'Visit 14 Larkfield Rise', ownerId: priya.id });
    await write('brief.fix', {});
    await write('step.set', { stepId, protected: true });
    await write('step.remove', { stepId });
    const path = `/api/discussions/${discussionId}/brief?as-opened=1`;
    const steps = async (who: Colleague) =>
      ((await who.browser.get<Brief>(path)).body.state as DiscussionState).steps.map((s) => s.text);
    expect(await steps(priya)).toEqual(['Visit 14 Larkfield Rise']);
    expect(await steps(marcus)).toEqual(['']);

    // A state that was stored without the walls of what is gone is folded anew.
    const log = (await app.get(Record).read(logId))!;
    const { gone: _, ...less } = log.state as DiscussionState;
    const stored = app
      .get(Secrets)
      .seal(JSON.stringify({ protocol: PROTOCOL, state: less }), `state ${logId} ${log.seq}`);
    await app
      .get(Transactions)
      .run((tx) =>
        tx.run('UPDATE log SET state_seq = $2, state = $3 WHERE id = $1', [logId, log.seq, stored]),
      );
    app.get(Drafts).forget([logId]);
    expect(await steps(marcus)).toEqual(['']);
  });

  it('around a discussion stand the names of those who may take part, and of nobody else', async () => {
    const { body } = await marcus.browser.get<DiscussionFacts>(`/api/discussions/${discussionId}`);
    expect(body).toMatchObject({ familyName: 'Hartley', status: 'preparing', minutesId: null });
    expect(body.people.map((p) => p.firstName).sort()).toEqual(['Adaeze', 'Marcus', 'Priya', 'Sandra']);
  });
});
