import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DiscussionState } from '../../shared/discussion/state.js';
import { type Council, type Family, openCouncil } from '../support/council.js';
import type { Person } from '../support/person.js';
import { recordsTalk } from '../support/talk.js';

// Real servers and sockets, on a machine that may be busy with others.
jest.setTimeout(60_000);

describe('a chair who signs March after April', () => {
  let council: Council;
  let teamId: string;
  let mark: Person;
  let claire: Person;

  beforeAll(async () => {
    council = await openCouncil();
    teamId = await council.team('Northgate');
    const manager = { discipline: 'management', role: 'team-manager', teamId } as const;
    mark = await council.person({ name: 'Mark Reeve', ...manager });
    claire = await council.person({ name: 'Claire Ward', discipline: 'social-work' });
    await council.confirms(mark);
  });
  afterAll(() => council.close());

  const nextOf = async (family: Family): Promise<Family> => {
    const sql = 'SELECT id FROM discussion WHERE after_id = $1';
    const [next] = await council.reader.query<{ id: string }>(sql, [family.discussionId]);
    const discussionId = next?.id as string;
    return { ...family, discussionId, logId: `discussion/${discussionId}` };
  };
  const talksThrough = async (family: Family, quorate = true) => {
    const { logId, slotIds } = await council.session(teamId, mark.personId, [family]);
    for (const person of [mark, claire]) for (const id of [logId, family.logId]) await person.joins(id);
    await mark.succeeds(logId, 'session.open', {});
    await mark.succeeds(logId, 'session.goTo', { slotId: slotIds[0], step: 'check-in' });
    const agreed = await recordsTalk(mark, claire, family, { quorate });
    await mark.succeeds(logId, 'session.close', {});
    return agreed;
  };
  const signs = async ({ logId }: Family) => {
    await mark.catchesUp(mark.held.get(logId) as never);
    await mark.succeeds(logId, 'minutes.sign', { readSeq: mark.held.get(logId)?.seq });
  };
  const stateOf = async ({ logId }: Family) =>
    (await council.record.stateOf<DiscussionState>(logId))?.state as DiscussionState;
  const family = () =>
    council.family('Harley', teamId, [{ personId: claire.personId, as: 'social-work' as const }]);

  it('asks in May what became of what was agreed in both, and answers both challenges', async () => {
    const march = await family();
    const inMarch = await talksThrough(march);
    const april = await nextOf(march);
    const inApril = await talksThrough(april);
    await signs(april);
    const may = await nextOf(april);
    expect((await stateOf(may)).lastSteps.map((s) => s.stepId)).toEqual([inApril.stepId]);

    await claire.joins(may.logId);
    await signs(march);
    const { lastSteps, challenges, afterId, status } = await stateOf(may);
    expect(lastSteps.map((s) => [s.stepId, s.status])).toEqual([
      [inMarch.stepId, 'open'],
      [inApril.stepId, 'open'],
    ]);
    expect(challenges.map((c) => c.challengeId)).toEqual([inMarch.challengeId, inApril.challengeId]);
    expect({ afterId, status }).toEqual({ afterId: april.discussionId, status: 'preparing' });
    await claire.until(() => claire.sees(may.logId).lastSteps.length === 2);
    await claire.succeeds(may.logId, 'step.last', { stepId: inMarch.stepId, status: 'done' });
    const sql = 'SELECT status FROM next_step WHERE id = $1';
    expect(await council.reader.query(sql, [inMarch.stepId])).toEqual([{ status: 'done' }]);
  });

  it('who signs both in order asks in April, as ever', async () => {
    const march = await family();
    const inMarch = await talksThrough(march);
    await signs(march);
    const april = await stateOf(await nextOf(march));
    expect(april.lastSteps.map((s) => s.stepId)).toEqual([inMarch.stepId]);
    expect(april.afterId).toBe(march.discussionId);
  });

  it('after a talk without its social worker, her review stands in front of what she wrote since', async () => {
    const march = await family();
    await talksThrough(march, false);
    const next = await nextOf(march);
    await claire.joins(next.logId);
    await claire.writes(next.logId, 'review/social-work', 'New this week.');
    await signs(march);
    const words = 'Both children were at school every day.\n\nNew this week.';
    await claire.until(() => claire.reads(next.logId, 'review/social-work') === words);
    await claire.writes(next.logId, 'review/social-work', ' And more.');
    expect(claire.reads(next.logId, 'review/social-work')).toBe(`${words} And more.`);
  });
});
