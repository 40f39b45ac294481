import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DiscussionState } from '../../shared/discussion/state.js';
import { type Council, type Family, openCouncil } from '../support/council.js';
import type { Person } from '../support/person.js';

// Real servers and sockets, on a machine that may be busy with others.
jest.setTimeout(60_000);

describe('writing together', () => {
  let council: Council;
  let amina: Person;
  let claire: Person;
  let mark: Person;
  let harleys: Family;

  beforeAll(async () => {
    council = await openCouncil();
    const teamId = await council.team('Northgate');
    amina = await council.person({ name: 'Amina Yusuf', discipline: 'recovery' });
    claire = await council.person({ name: 'Claire Ward', discipline: 'social-work' });
    mark = await council.person({
      name: 'Mark Doyle',
      discipline: 'management',
      role: 'team-manager',
      teamId,
    });
    harleys = await council.family('Harley', teamId, [
      { personId: amina.personId, as: 'recovery' },
      { personId: claire.personId, as: 'social-work' },
    ]);
    for (const person of [amina, claire, mark])
      expect(await person.joins(harleys.logId)).toMatchObject({ ok: true });
  });
  afterAll(() => council.close());

  it('what one person writes, the others read', async () => {
    const verdict = await amina.writes(harleys.logId, 'review/recovery', 'Six sessions kept. ');
    expect(verdict).toHaveProperty('entry');
    await claire.until(() => claire.reads(harleys.logId, 'review/recovery') === 'Six sessions kept. ');
    await mark.until(() => mark.reads(harleys.logId, 'review/recovery') === 'Six sessions kept. ');
  });

  it('a recovery worker cannot write in the social work review, and keeps what she wrote', async () => {
    const verdict = await amina.writes(harleys.logId, 'review/social-work', 'Not mine');
    expect(verdict).toMatchObject({ refusal: { code: 'not-yours' } });
    expect(amina.kept.at(-1)?.code).toBe('not-yours');
    const { state } = (await council.record.stateOf<DiscussionState>(harleys.logId))!;
    expect(state.prose['review/social-work']).toBeUndefined();
  });

  it('a change sent five times at once is recorded once, and all five get the same entry', async () => {
    const change = {
      id: randomUUID(),
      kind: 'prose.edit',
      payload: {
        field: 'wrong-about',
        update: claire.typed(harleys.logId, 'wrong-about', 'Perhaps he only comes on Mondays. '),
      },
    };
    const answers = await Promise.all(Array.from({ length: 5 }, () => claire.sends(harleys.logId, [change])));
    const seqs = answers.flat().map((v) => ('entry' in v ? v.entry.seq : v.refusal.code));
    expect(new Set(seqs).size).toBe(1);
    const rows = await council.reader.query('SELECT seq FROM entry WHERE id = $1', [change.id]);
    expect(rows).toHaveLength(1);
  });

  it('the same id with other words is refused', async () => {
    const id = randomUUID();
    await amina.does(harleys.logId, 'brief.read', { seq: 1 }, id);
    expect(await amina.does(harleys.logId, 'brief.read', { seq: 2 }, id)).toMatchObject({
      refusal: { code: 'same-id-other-body' },
    });
    expect(await claire.does(harleys.logId, 'brief.read', { seq: 1 }, id)).toMatchObject({
      refusal: { code: 'same-id-other-body' },
    });
  });

  it('a person whose line went catches up on what was said, and what she wrote meanwhile arrives', async () => {
    amina.losesConnection();
    await claire.writes(harleys.logId, 'review/social-work', 'Seen on Thursday. ');
    await expect(amina.writes(harleys.logId, 'review/recovery', 'Clean test. ')).rejects.toThrow('no line');
    await amina.comes();
    await amina.until(() => amina.reads(harleys.logId, 'review/social-work') === 'Seen on Thursday. ');
    await claire.until(() => claire.reads(harleys.logId, 'review/recovery').endsWith('Clean test. '));
  });
});
