import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DiscussionState } from '../../shared/discussion/state.js';
import { type Council, type Family, openCouncil } from '../support/council.js';
import { Line } from '../support/databases.js';
import type { Person } from '../support/person.js';

// Real servers and sockets, on a machine that may be busy with others.
jest.setTimeout(60_000);

const redisAddress = process.env['TEST_REDIS_URL'];

if (process.env['TEST_PG_URL']) {
  const ways: [string, string | undefined][] = [['without Redis', undefined]];
  if (redisAddress) ways.push(['with Redis', redisAddress]);

  describe.each(ways)('two servers on one database, %s', (_, redis) => {
    let council: Council;
    let line: Line | undefined;
    let amina: Person;
    let claire: Person;
    let harley: Family;

    beforeAll(async () => {
      line = redis ? new Line(new URL(redis)) : undefined;
      council = await openCouncil({ redisUrl: (await line?.open()) ?? null });
      const second = await council.start();
      const teamId = await council.team('Northgate');
      amina = await council.person({ name: 'Amina Yusuf', discipline: 'recovery' });
      claire = await council.person({ name: 'Claire Ward', discipline: 'social-work' }, second);
      harley = await council.family('Harley', teamId, [
        { personId: amina.personId, as: 'recovery' },
        { personId: claire.personId, as: 'social-work' },
      ]);
      expect(await amina.joins(harley.logId)).toMatchObject({ ok: true });
      expect(await claire.joins(harley.logId)).toMatchObject({ ok: true });
    });
    afterAll(async () => {
      await council.close();
      await line?.close();
    });

    const level = async (): Promise<void> => {
      const head = (await council.record.stateOf<DiscussionState>(harley.logId)) as {
        seq: number;
        state: unknown;
      };
      for (const person of [amina, claire]) {
        await person.until(() => person.held.get(harley.logId)?.seq === head.seq, `entry ${head.seq}`);
        expect(person.sees(harley.logId)).toEqual(head.state);
      }
    };

    it('what one writes on the first, the other reads on the second', async () => {
      await amina.writes(harley.logId, 'review/recovery', 'Six sessions kept. ');
      await claire.until(() => claire.reads(harley.logId, 'review/recovery') === 'Six sessions kept. ');
    });

    it('both write at once and every word is there, in one order, for both', async () => {
      await Promise.all(
        Array.from({ length: 40 }, (_, i) => [
          amina.writes(harley.logId, 'wrong-about', `a${i} `),
          claire.writes(harley.logId, 'wrong-about', `c${i} `),
        ]).flat(),
      );
      await level();
      const words = amina.reads(harley.logId, 'wrong-about').trim().split(' ');
      expect(new Set(words).size).toBe(80);
    });

    it('the same change sent to both servers is recorded once', async () => {
      const twin = await council.signsIn(claire.personId, 'Claire Ward');
      const change = {
        id: crypto.randomUUID(),
        kind: 'prose.edit',
        payload: { field: 'wrong-about', update: claire.typed(harley.logId, 'wrong-about', 'twice? ') },
      };
      const [one, other] = await Promise.all([
        claire.sends(harley.logId, [change]),
        twin.sends(harley.logId, [change]),
      ]);
      expect(one).toEqual(other);
      expect(one?.[0]).toHaveProperty('entry');
      await level();
    });

    it('somebody who loses access on one server hears no more on the other', async () => {
      const farah = await council.person(
        { name: 'Farah Siddiqui', discipline: 'psychology' },
        council.servers[1],
      );
      await council.write(async (tx) => {
        await council.allocate(tx, harley.familyId, farah.personId, 'psychology');
        tx.touchAuthority([farah.personId]);
      });
      expect(await farah.joins(harley.logId)).toMatchObject({ ok: true });
      await council.write(async (tx) => {
        await tx.run('DELETE FROM allocation WHERE person_id = $1', [farah.personId]);
        tx.touchAuthority([farah.personId]);
      });
      expect(await farah.does(harley.logId, 'brief.read', { seq: 1 })).toMatchObject({
        refusal: { code: 'not-found' },
      });
      await farah.until(() => farah.heard.gone.length === 1);
    });

    it('somebody who loses access on one server and asks the other at once is not answered from memory', async () => {
      const nina = await council.person({ name: 'Nina Frost', discipline: 'psychology' }, council.servers[1]);
      await council.write(async (tx) => {
        await council.allocate(tx, harley.familyId, nina.personId, 'psychology');
        tx.touchAuthority([nina.personId]);
      });
      expect(await nina.joins(harley.logId)).toMatchObject({ ok: true });
      await council.write(async (tx) => {
        await tx.run('DELETE FROM allocation WHERE person_id = $1', [nina.personId]);
        tx.touchAuthority([nina.personId]);
      });
      const written = await amina.writes(harley.logId, 'review/recovery', 'Not for Nina. ');
      expect(await nina.asks('since', { logId: harley.logId, since: 0 })).toMatchObject({ ok: false });
      const { update } = (written as { entry: { payload: { update: string } } }).entry.payload;
      expect(nina.received.join()).not.toContain(update);
    });

    it('somebody writes on one server while their right is being taken away on the other: they wait, and are refused', async () => {
      const owen = await council.person({ name: 'Owen Price', discipline: 'psychology' }, council.servers[1]);
      await council.write(async (tx) => {
        await council.allocate(tx, harley.familyId, owen.personId, 'psychology');
        tx.touchAuthority([owen.personId]);
      });
      expect(await owen.joins(harley.logId)).toMatchObject({ ok: true });
      expect(await owen.writes(harley.logId, 'review/psychology', 'Mine to write. ')).toHaveProperty('entry');
      let answered = false;
      let asked: Promise<unknown> | undefined;
      await council.write(async (tx) => {
        await tx.run('DELETE FROM allocation WHERE person_id = $1', [owen.personId]);
        // As the door itself does last of all: from here to the commit it is not yet so, and no longer not so.
        await tx.run('UPDATE authority SET version = version + 1 WHERE id = 1');
        asked = owen.does(harley.logId, 'brief.read', { seq: 1 }).finally(() => {
          answered = true;
        });
        await new Promise((later) => setTimeout(later, 300));
        expect(answered).toBe(false);
        tx.touchAuthority([owen.personId]);
      });
      expect(await asked).toMatchObject({ refusal: { code: 'not-found' } });
      await level();
    });

    it('a server goes away in the middle of it: people come back on the other and nothing is lost', async () => {
      const third = await council.start();
      await amina.goesTo(third.url);
      const writing = Array.from({ length: 30 }, (_, i) =>
        amina.writes(harley.logId, 'review/recovery', `n${i} `).catch(() => null),
      );
      const stopping = third.stop();
      await Promise.all([...writing, stopping]);
      await amina.goesTo(council.server.url);
      await level();
      const words = amina.reads(harley.logId, 'review/recovery');
      for (let i = 0; i < 30; i++) expect(words).toContain(`n${i} `);
      expect(amina.kept).toEqual([]);
    });

    if (redis)
      it('Redis is cut off: nothing is lost, and everybody is level again', async () => {
        line?.cut();
        await amina.writes(harley.logId, 'review/recovery', 'While it was cut. ');
        await claire.writes(harley.logId, 'review/social-work', 'Here too. ');
        await level();
        line?.mend();
        await amina.writes(harley.logId, 'review/recovery', 'And after. ');
        await level();
      });
  });
} else {
  describe('a second server', () => {
    it('does not start on a database that only one can write, and the first goes on', async () => {
      const council = await openCouncil();
      try {
        await expect(council.start()).rejects.toThrow('in use by another server');
        await council.team('Northgate');
        expect(await council.reader.query('SELECT name FROM team')).toEqual([{ name: 'Northgate' }]);
      } finally {
        await council.close();
      }
    });
  });
}
