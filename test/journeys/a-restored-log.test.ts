import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Drafts } from '../../server/live/drafts.js';
import { type Council, type Family, openCouncil } from '../support/council.js';
import type { Person } from '../support/person.js';

// Real servers and sockets, on a machine that may be busy with others.
jest.setTimeout(60_000);

describe('people whose server was brought back from a copy', () => {
  let council: Council;
  let mark: Person;
  let claire: Person;
  let harley: Family;
  let copied: number;

  beforeEach(async () => {
    council = await openCouncil();
    const teamId = await council.team('Northgate');
    const manager = { discipline: 'management', role: 'team-manager', teamId } as const;
    mark = await council.person({ name: 'Mark Reeve', ...manager });
    claire = await council.person({ name: 'Claire Ward', discipline: 'social-work' });
    harley = await council.family('Harley', teamId, [{ personId: claire.personId, as: 'social-work' }]);
    for (const person of [mark, claire]) await person.joins(harley.logId);
    await claire.writes(harley.logId, 'review/social-work', 'Seen on Monday. ');
    copied = claire.held.get(harley.logId)?.seq as number;
    await claire.writes(harley.logId, 'review/social-work', 'This is lost.');
    await mark.until(() => mark.reads(harley.logId, 'review/social-work').endsWith('lost.'));
    for (const person of [mark, claire]) person.losesConnection();
  });
  afterEach(() => council.close());

  /** The log as it was when the copy was made. */
  const isRestored = async () => {
    await council.write(async (tx) => {
      await tx.run('DELETE FROM entry WHERE log_id = $1 AND seq > $2', [harley.logId, copied]);
      await tx.run(
        `UPDATE log SET head = $2, hash = (SELECT hash FROM entry WHERE log_id = $1 AND seq = $2) WHERE id = $1`,
        [harley.logId, copied],
      );
    });
    council.server.app.get(Drafts, { strict: false }).forget([harley.logId]);
  };
  const writesAnew = async (words: string) => {
    const again = await council.signsIn(claire.personId, claire.name);
    await again.joins(harley.logId);
    await again.writes(harley.logId, 'review/social-work', words);
  };

  it('nobody goes on reading words that are gone, however much was written since', async () => {
    await isRestored();
    await writesAnew('Seen on Friday.');
    const before = mark.held.get(harley.logId)?.seq;
    await mark.comes();
    expect(mark.held.get(harley.logId)?.seq).toBe(before);
    expect(mark.reads(harley.logId, 'review/social-work')).toMatch(/Friday/);
    expect(mark.reads(harley.logId, 'review/social-work')).not.toMatch(/lost/);
  });

  it('who asks with what the record still holds is given entries, and what they cannot know is not asked of them', async () => {
    const { seq, end } = mark.held.get(harley.logId) ?? {};
    await mark.comes();
    const asks = (since: unknown, as: unknown) =>
      mark.asks('since', { logId: harley.logId, since, ...(as ? { end: as } : {}) });
    expect(await asks(seq, end)).toEqual({ ok: true, seq, entries: [] });
    expect(await asks(copied, undefined)).toMatchObject({ entries: [{ seq }] });
    // The right entry in another place, or another time of the same: not theirs.
    for (const [since, as] of [
      [copied, end],
      [seq, { ...end, at: '2026-03-10T00:00:00.000Z' }],
      [seq, { ...end, id: 'of-no-entry-at-all' }],
    ])
      expect(await asks(since, as)).toMatchObject({ seq, restored: true, end, entries: [] });
  });

  it('who asks for more than the record holds is told the same', async () => {
    await isRestored();
    await mark.comes();
    expect(mark.held.get(harley.logId)?.seq).toBe(copied);
    expect(mark.reads(harley.logId, 'review/social-work')).toBe('Seen on Monday. ');
  });
});
