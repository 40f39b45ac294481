import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { limitOf } from '../../../shared/audit/limits.js';
import { type HttpServer, startHttpServer } from '../../../test/support/http-server.js';
import { ToldFamilies } from '../../../test/support/told-families.js';
import { Transactions } from '../../core/transaction.js';
import { GapPages } from './gap-pages.service.js';

describe('the Doyles, discussed three times with Northgate and with Southgate since 16 March', () => {
  let server: HttpServer;
  let northgate: string;
  let southgate: string;

  beforeAll(async () => {
    server = await startHttpServer();
    await server.app.get(Transactions).run(async (tx) => {
      const of = new ToldFamilies(tx, '2026-03-20T09:00:00.000Z');
      northgate = await of.team('Northgate');
      southgate = await of.team('Southgate');
      const doyle = await of.family('Doyle', northgate, '2025-09-01');
      await of.held(doyle, ['2026-01-05', '2026-02-02', '2026-03-02']);
      await of.happened(doyle, 'transferred', '2026-03-16', southgate);
    });
  });
  afterAll(() => server?.stop());

  const gaps = (...teamIds: string[]) =>
    server.app
      .get(GapPages)
      .page(
        { teamId: null, teamIds },
        { from: '2026-01-01', asAt: '2026-03-30', limit: limitOf('28d')!, by: 'team' },
        new Set(),
      );

  it('are two intervals of Northgate, where they were discussed, and nobody who waits there', async () => {
    const { intervals, snapshot, longest } = await gaps(northgate);
    expect(intervals).toMatchObject({ numerator: 2, denominator: 2 });
    expect(intervals.groups.map((g) => [g.name, g.denominator])).toEqual([['Northgate', 2]]);
    expect([snapshot.denominator, snapshot.apart, longest]).toEqual([0, 0, []]);
  });

  it('are no interval of Southgate, to which nothing is told of Northgate', async () => {
    const { intervals, snapshot } = await gaps(southgate);
    expect(intervals).toMatchObject({ numerator: 0, denominator: 0, groups: [] });
    expect(snapshot.apart).toBe(1);
  });

  it('are counted once for whoever reads both teams', async () => {
    expect((await gaps(northgate, southgate)).intervals).toMatchObject({ numerator: 2, denominator: 2 });
  });
});
