import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { limitOf } from '../../../shared/audit/limits.js';
import { type HttpServer, startHttpServer } from '../../../test/support/http-server.js';
import { ToldFamilies } from '../../../test/support/told-families.js';
import { Transactions, type Tx } from '../../core/transaction.js';
import { TalkPages } from './talk-pages.service.js';

const better = JSON.stringify([{ discipline: 'recovery', better: true, evidenced: true }]);

describe('what a manager of Southgate reads on 30 March of what began long before', () => {
  let server: HttpServer;
  let southgate: string;

  beforeAll(async () => {
    server = await startHttpServer();
    server.clock.passes(20 * 86_400_000);
    await server.app.get(Transactions).run(async (tx) => {
      const of = new ToldFamilies(tx, '2026-01-05T09:00:00.000Z');
      const northgate = await of.team('Northgate');
      southgate = await of.team('Southgate');
      const doyle = await of.family('Doyle', southgate, '2026-01-05');
      const first = await of.discussion(doyle, northgate, '2025-12-01');
      const last = await of.discussion(doyle, southgate, '2026-03-02');
      await talked(tx, {
        id: first,
        familyId: doyle,
        teamId: northgate,
        on: '2025-12-01',
        decision: 'continue',
      });
      await talked(tx, {
        id: last,
        familyId: doyle,
        teamId: southgate,
        on: '2026-03-02',
        decision: 'step-down',
      });
      // Carried for the third time on 2 March, and done on the 20th.
      await tx.run(
        `INSERT INTO next_step (id, family_id, discussion_id, text, with_whom, due_on, evidence, protected, audience, status,
           carried, done_on) VALUES ('dentist', $1, $2, '', '', '2026-03-24', '', 0, '[]', 'done', 3, '2026-03-20')`,
        [doyle, last],
      );
      await tx.run(
        `INSERT INTO audit_agreement (id, step_id, discussion_id, family_id, team_id, due_on, carried)
         VALUES ('dentist in March', 'dentist', $1, $2, $3, '2026-03-24', 3)`,
        [last, doyle, southgate],
      );
    });
  });
  afterAll(() => server?.stop());

  const talked = (
    tx: Tx,
    of: { id: string; familyId: string; teamId: string; on: string; decision: string },
  ) =>
    tx.run(
      `INSERT INTO audit_talk (discussion_id, family_id, team_id, held_on, counts, signed_on, child_ids, voices, challenged,
         considered, decision, reviews) VALUES ($1, $2, $3, $4, 1, $4, '[]', '[]', 0, 0, $5, $6)`,
      [of.id, of.familyId, of.teamId, of.on, of.decision, better],
    );
  const oversight = (asAt: string, by?: 'plan') =>
    server.app
      .get(TalkPages)
      .oversight(
        { teamId: southgate, teamIds: [southgate] },
        { from: '2026-03-01', asAt, limit: limitOf('28d')!, by },
        new Set(),
      );

  it.each([undefined, 'plan'] as const)(
    'a step-down rests on the discussion before, though that was a quarter ago and elsewhere (by %s)',
    async (by) => {
      const { figures } = await oversight('2026-03-30', by);
      const figure = figures.find((f) => f.measure === 'step-down-integrity')!;
      expect(figure).toMatchObject({ numerator: 1, denominator: 1, reasons: {} });
      // What only came before is counted nowhere.
      expect(figures.find((f) => f.measure === 'challenge-recorded')!.denominator).toBe(1);
    },
  );

  it('a step that was carried three times is open on the days before it was done', async () => {
    expect((await oversight('2026-03-10')).carried.map((s) => s.times)).toEqual([3]);
    expect((await oversight('2026-03-29')).carried).toEqual([]);
    expect((await oversight('2026-03-30')).carried).toEqual([]);
    expect((await oversight('2026-03-01')).carried).toEqual([]);
  });
});
