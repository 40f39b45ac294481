import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readConfig } from '../../server/config.js';
import { measureCodes } from '../../shared/audit/measures/titles.js';
import { startHttpServer } from '../../test/support/http-server.js';
import { type ReportAsked, reportFrom } from './report-from.js';

// A database is made and migrated; on a busy machine that takes its time.
jest.setTimeout(60_000);

describe('somebody who asks for the figures at the command line', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'report-'));
  const config = readConfig({ DATA_DIR: dataDir });
  const asked: ReportAsked = {
    what: 'snapshot',
    asAt: '2026-03-30',
    from: undefined,
    limit: { every: 'days', n: 28 },
    team: undefined,
    by: 'team',
    why: 'For the scrutiny committee',
    families: 'counted',
  };

  beforeAll(async () => {
    const { Transactions } = await import('../../server/core/transaction.js');
    const server = await startHttpServer(config);
    await server.app.get(Transactions).run(async (tx) => {
      await tx.run(`INSERT INTO team (id, name, hub) VALUES ('t', 'Northgate', '')`);
      for (const [id, held] of [
        ['a', '2026-03-02'],
        ['b', '2026-03-01'],
      ]) {
        await tx.run(
          `INSERT INTO family (id, ref, name, team_id, status, source, made_at) VALUES ($1, $1, 'Doyle', 't', 'open', 'test', '')`,
          [id],
        );
        await tx.run(`INSERT INTO child (id, family_id, first_name) VALUES ($1, $1, 'Maya')`, [id]);
        await tx.run(
          `INSERT INTO family_event (id, family_id, on_day, kind, team_id, reason, known_at)
           VALUES ($1, $1, '2025-09-01', 'allocated', 't', '', '2025-09-01T09:00:00.000Z')`,
          [id],
        );
        await tx.run(
          `INSERT INTO supervision (id, family_id, held_on, kind, counts, children, source, made_at)
           VALUES ($1, $1, $2, 'supervision', 1, '[]', 'history', '2026-03-05T09:00:00.000Z')`,
          [id, held],
        );
      }
    });
    await server.stop();
  });
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('reads how families stand, without a name', async () => {
    const report = await reportFrom(asked, config);
    expect(report).toMatchObject({
      asAt: '2026-03-30',
      limit: '28d',
      families: { numerator: 1, denominator: 2, rate: 50, small: true },
      lists: { inTime: 1, overdue: 1 },
      longestDays: 29,
      by: { families: [{ name: 'Northgate', numerator: 1, denominator: 2 }] },
    });
    expect(JSON.stringify(report)).not.toContain('Doyle');
  });

  it('reads which families they are by their references, and by name only where that is asked for', async () => {
    const refs = await reportFrom({ ...asked, families: 'refs' }, config);
    expect(refs['lists']).toMatchObject({ inTime: [{ ref: 'a' }], overdue: [{ ref: 'b', daysOver: 1 }] });
    for (const what of ['snapshot', 'months', 'longest-gap', 'oversight'] as const) {
      const report = await reportFrom({ ...asked, what, by: undefined, families: 'refs' }, config);
      expect([what, JSON.stringify(report).includes('Doyle')]).toEqual([what, false]);
    }
    const names = await reportFrom({ ...asked, families: 'names' }, config);
    expect(names['lists']).toMatchObject({ overdue: [{ ref: 'b', name: 'Doyle' }] });
  });

  it('has looked, as the machine: that is written down with the reason', async () => {
    await reportFrom({ ...asked, what: 'longest-gap', by: undefined }, config);
    const { Reader } = await import('../../server/core/reader.js');
    const server = await startHttpServer(config);
    const looks = await server.app
      .get(Reader)
      .query(`SELECT what, by_id, why FROM audit_look WHERE what = 'report longest-gap'`);
    await expect(reportFrom(asked, config)).rejects.toThrow(/another server/i);
    await server.stop();
    expect(looks).toContainEqual({ what: 'report longest-gap', by_id: null, why: asked.why });
  });

  it('reads each of the fifteen measures', async () => {
    for (const what of measureCodes) {
      const report = await reportFrom({ ...asked, what, by: undefined, team: 'Northgate' }, config);
      expect([what, report['asAt'], report['teamName']]).toEqual([what, '2026-03-30', 'Northgate']);
      expect(JSON.stringify(report)).toContain('"denominator"');
    }
  });

  it('reads one month by group', async () => {
    const report = await reportFrom({ ...asked, what: 'monthly-coverage' }, config);
    expect(report['by']).toMatchObject({
      ...{ cut: 'team', month: '2026-03' },
      families: [{ name: 'Northgate', numerator: 2, denominator: 2 }],
    });
  });

  it('is told that there is no such team', async () => {
    await expect(reportFrom({ ...asked, team: 'Westgate' }, config)).rejects.toThrow(
      'There is no team Westgate.',
    );
  });
});
