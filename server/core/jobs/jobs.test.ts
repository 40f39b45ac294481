import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Council, openCouncil } from '../../../test/support/council.js';
import { type JobKind, Jobs, type Work } from './jobs.js';

const minute = 60_000;

describe('work that runs by itself', () => {
  let council: Council;
  beforeAll(async () => {
    council = await openCouncil();
  });
  afterAll(() => council?.close());

  /** A kind whose work leaves a line in the database each time that it is done. */
  function kindOf(kind: string, works: readonly Work[], more: Partial<JobKind> = {}): JobKind {
    return {
      kind,
      from: '07:00',
      due: async (day) => works.filter((work) => work.day <= day),
      run: async (tx, { subjectId }) => {
        await tx.run(
          `INSERT INTO act (id, at, kind, subject, subject_id, says) VALUES ($1, $2, $3, 'job', $4, '')`,
          [crypto.randomUUID(), council.clock.at(), kind, subjectId],
        );
        return 'done';
      },
      ...more,
    };
  }
  const subjects = (count: number, day = '2026-03-10') =>
    Array.from({ length: count }, () => ({ subjectId: crypto.randomUUID(), day }));
  const done = async (kind: string): Promise<number> =>
    (await council.reader.query('SELECT 1 FROM act WHERE kind = $1', [kind])).length;
  const jobs = () => council.server.app.get(Jobs);

  it('however many rounds look at once, each piece is done once', async () => {
    const kind = kindOf('once', subjects(20));
    jobs().of(kind);
    const everywhere = [jobs(), jobs(), jobs()];
    if (process.env['TEST_PG_URL']) {
      const second = (await council.start()).app.get(Jobs);
      second.of(kind);
      everywhere.push(second, second);
    }
    await Promise.all(everywhere.map((one) => one.run()));
    await Promise.all(everywhere.map((one) => one.runFor('2026-03-11')));
    expect(await done('once')).toBe(20);
  });

  it('work of today waits for its hour, and what was missed yesterday does not', async () => {
    jobs().of(kindOf('hour', [...subjects(1), ...subjects(1, '2026-03-09')], { from: '12:00' }));
    await jobs().runFor('2026-03-10', '08:00');
    expect(await done('hour')).toBe(1);
    await jobs().runFor('2026-03-10', '12:00');
    expect(await done('hour')).toBe(2);
  });

  it('what a server had in hand when it died is taken over after a while, and not before', async () => {
    const [work] = subjects(1) as [Work];
    jobs().of(kindOf('taken-over', [work]));
    await council.write((tx) =>
      tx.run(
        `INSERT INTO job (id, kind, subject_id, day, status, attempts, claimed_at) VALUES ($1, 'taken-over', $2, $3, 'claimed', 1, $4)`,
        [crypto.randomUUID(), work.subjectId, work.day, council.clock.at()],
      ),
    );
    council.clock.passes(9 * minute);
    await jobs().run();
    expect(await done('taken-over')).toBe(0);
    council.clock.passes(minute);
    await jobs().run();
    await jobs().run();
    expect(await done('taken-over')).toBe(1);
  });

  it('what fails leaves nothing behind, is tried again, is seen by administrators, and rests after a day', async () => {
    let broken = true;
    let tries = 0;
    const kind = kindOf('fails', subjects(1));
    jobs().of({
      ...kind,
      run: async (tx, work, day, found) => {
        tries += 1;
        const outcome = await kind.run(tx, work, day, found);
        if (broken) throw new Error('Maya was seen at school');
        return outcome;
      },
    });
    await jobs().run();
    await jobs().run();
    expect([tries, await done('fails')]).toEqual([1, 0]);
    const [failed] = await jobs().failed();
    expect(failed).toMatchObject({ kind: 'fails', attempts: 1, givenUp: false });
    expect(JSON.stringify(failed)).not.toContain('Maya');
    for (let i = 0; i < 100; i++) {
      council.clock.passes(30 * minute);
      await jobs().runFor('2026-03-12');
    }
    expect(tries).toBe(9);
    expect((await jobs().failed())[0]).toMatchObject({ givenUp: true });
    broken = false;
    await council.write((tx) => jobs().tryAgain(tx, failed?.jobId ?? ''));
    await jobs().runFor('2026-03-12');
    expect([await done('fails'), await jobs().failed()]).toEqual([1, []]);
  });
});
