import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { canonical, hashOf } from '../../server/live/chain.js';
import { type Council, type Family, openCouncil } from '../support/council.js';
import type { Person } from '../support/person.js';

// Real servers and sockets, on a machine that may be busy with others.
jest.setTimeout(60_000);

describe('a commit of which the server was told that it failed, and which is on disk', () => {
  let council: Council;
  let amina: Person;
  let claire: Person;
  let harley: Family;

  beforeEach(async () => {
    council = await openCouncil();
    const teamId = await council.team('Northgate');
    amina = await council.person({ name: 'Amina Yusuf', discipline: 'recovery' });
    claire = await council.person({ name: 'Claire Ward', discipline: 'social-work' });
    harley = await council.family('Harley', teamId, [
      { personId: amina.personId, as: 'recovery' },
      { personId: claire.personId, as: 'social-work' },
    ]);
    for (const person of [amina, claire]) await person.joins(harley.logId);
  });
  afterEach(() => council.close());

  it('the writer sends again what is there already and has it once, and everybody goes on writing and hears of it', async () => {
    const { logId } = harley;
    const update = claire.typed(logId, 'review/social-work', 'Was it saved? ');
    const change = {
      id: 'sent-twice-and-there-once',
      kind: 'prose.edit',
      payload: { field: 'review/social-work', update },
    };
    const [head] = await council.reader.query<{ head: number; hash: string }>(
      'SELECT head, hash FROM log WHERE id = $1',
      [logId],
    );
    const row = {
      ...{ logId, seq: (head?.head ?? 0) + 1, id: change.id, kind: change.kind, sealed: false },
      ...{ payload: canonical(change.payload), by: claire.personId, at: council.clock.at() },
    };
    const hash = hashOf(head?.hash ?? '', row);
    await council.write(async (tx) => {
      await tx.run(
        `INSERT INTO entry (log_id, seq, id, kind, payload, sealed, by_id, at, hash) VALUES ($1, $2, $3, $4, $5, 0, $6, $7, $8)`,
        [logId, row.seq, row.id, row.kind, row.payload, row.by, row.at, hash],
      );
      await tx.run('UPDATE log SET head = $2, hash = $3 WHERE id = $1', [logId, row.seq, hash]);
    });

    expect(await amina.writes(logId, 'review/recovery', 'Going on. ')).toMatchObject({
      entry: { seq: row.seq + 1 },
    });
    expect(await claire.sends(logId, [change])).toMatchObject([{ entry: { id: change.id, seq: row.seq } }]);
    for (const person of [amina, claire])
      await person.until(() => person.held.get(logId)?.seq === row.seq + 1);
    expect(amina.reads(logId, 'review/social-work')).toBe('Was it saved? ');
    expect(claire.reads(logId, 'review/recovery')).toBe('Going on. ');
  });
});
