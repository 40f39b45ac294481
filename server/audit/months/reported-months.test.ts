import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { limitOf } from '../../../shared/audit/limits.js';
import { type HttpServer, startHttpServer } from '../../../test/support/http-server.js';
import { ToldFamilies } from '../../../test/support/told-families.js';
import { Transactions } from '../../core/transaction.js';
import { Closing } from './closing.service.js';
import { Months } from './months.service.js';

describe('February of two teams, closed on 4 March', () => {
  let server: HttpServer;
  let northgate: string;
  let southgate: string;
  let doyle: string;
  let novak: string;

  const told = <T>(knownAt: string, story: (of: ToldFamilies) => Promise<T>): Promise<T> =>
    server.app.get(Transactions).run((tx) => story(new ToldFamilies(tx, knownAt)));
  const february = async (teamIds: readonly string[], limit = '28d') => {
    const page = await server.app
      .get(Months)
      .page(
        { teamId: null, teamIds },
        { asAt: '2026-03-30', limit: limitOf(limit)!, from: '2026-02', rebase: undefined },
        new Set([doyle, novak]),
      );
    return page.months[0]!;
  };

  beforeAll(async () => {
    server = await startHttpServer();
    await told('2026-01-05T09:00:00.000Z', async (of) => {
      northgate = await of.team('Northgate');
      southgate = await of.team('Southgate');
      doyle = await of.family('Doyle', northgate, '2025-09-01');
      novak = await of.family('Novak', northgate, '2025-09-01');
      await of.held(doyle, ['2026-01-26', '2026-02-16']);
      await of.held(novak, ['2026-01-12', '2026-02-02']);
    });
    expect(await server.app.get(Closing).closeMonth('2026-02')).toBe(true);
  });
  afterAll(() => server?.stop());

  it('keeps how families stood on its last day, at each limit that was kept and at no other', async () => {
    expect((await february([northgate], '28d')).reported).toMatchObject({
      ...{ numerator: 2, denominator: 2, small: true },
      inTime: { numerator: 2, denominator: 2, rate: 100, small: true },
    });
    expect((await february([northgate], '20wd')).reported!.inTime).toBeNull();
  });

  it('stays as it was reported when a team is made later, which has nothing of it to close', async () => {
    const eastgate = await told('2026-03-12T09:00:00.000Z', (of) => of.team('Eastgate'));
    expect((await february([northgate, southgate, eastgate])).reported).toMatchObject({ denominator: 2 });
    await told('2026-03-13T09:00:00.000Z', (of) => of.family('Ahmed', eastgate, '2026-03-13'));
    expect((await february([northgate, southgate, eastgate])).reported).toMatchObject({ denominator: 2 });
    expect((await february([eastgate])).reported).toBeNull();
  });

  it('is not closed while a team that had families by then has not closed it', async () => {
    const westgate = await told('2026-02-02T09:00:00.000Z', async (of) => {
      const id = await of.team('Westgate');
      await of.family('Bennett', id, '2026-01-05');
      return id;
    });
    expect((await february([northgate, westgate])).reported).toBeNull();
    expect((await february([northgate, southgate])).reported).toMatchObject({ denominator: 2 });
  });

  it('tells of families who are known since to have left before it', async () => {
    await told('2026-03-20T09:00:00.000Z', async (of) => {
      await of.happened(novak, 'closed', '2026-01-31');
    });
    expect(await february([northgate])).toMatchObject({
      reported: { numerator: 2, denominator: 2 },
      now: { numerator: 1, denominator: 1 },
      changed: [{ familyId: novak, name: 'Novak', was: 'discussed', is: 'not-there' }],
    });
    await told('2026-03-21T09:00:00.000Z', (of) =>
      of.happened(doyle, 'transferred', '2026-01-30', southgate),
    );
    const { changed } = await february([northgate]);
    expect(changed.map((c) => [c.name, c.was, c.is]).sort()).toEqual([
      ['Doyle', 'discussed', 'not-there'],
      ['Novak', 'discussed', 'not-there'],
    ]);
  });
});
