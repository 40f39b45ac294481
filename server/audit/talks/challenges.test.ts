import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { limitOf } from '../../../shared/audit/limits.js';
import type { Challenge, ChallengeOutcome, DiscussionState } from '../../../shared/discussion/state.js';
import { type HttpServer, startHttpServer } from '../../../test/support/http-server.js';
import { ToldFamilies } from '../../../test/support/told-families.js';
import { Transactions, type Tx } from '../../core/transaction.js';
import { Filing } from '../../minutes/filing.js';
import { TalkPages } from './talk-pages.service.js';

describe('a challenge of Yusuf’s, escalated in January, of a family that moves to Southgate in March', () => {
  let server: HttpServer;
  let northgate: string;
  let southgate: string;
  let doyle: string;

  const story = <T>(tell: (of: ToldFamilies, tx: Tx) => Promise<T>): Promise<T> =>
    server.app.get(Transactions).run((tx) => tell(new ToldFamilies(tx, '2026-01-05T09:00:00.000Z'), tx));
  const becomes = (teamId: string, on: string, outcome: ChallengeOutcome | null) =>
    story(async (of, tx) => {
      const discussionId = await of.discussion(doyle, teamId, on);
      const settled = outcome && {
        outcome,
        reason: '',
        personId: null,
        byOn: null,
        by: '',
        at: `${on}T10:00:00.000Z`,
      };
      const challenge = {
        ...{
          challengeId: 'yusuf',
          raisedBy: null,
          recordedBy: null,
          about: 'plan',
          quote: '',
          text: 'Too soon?',
        },
        ...{
          at: '2026-01-06T10:00:00.000Z',
          answers: [],
          outcome: settled,
          carriedFrom: null,
          lastOutcome: null,
        },
      } as Challenge;
      const state = { familyId: doyle, discussionId, challenges: [challenge] } as Partial<DiscussionState>;
      await server.app.get(Filing).challenges(tx, state as DiscussionState);
    });
  const told = async (teamId: string, from: string, asAt: string) => {
    const question = { from, asAt, limit: limitOf('28d')!, by: undefined };
    const page = await server.app
      .get(TalkPages)
      .oversight({ teamId, teamIds: [teamId] }, question, new Set());
    const { beside } = page.figures.find((f) => f.measure === 'challenge-recorded')!;
    expect(beside['openTooLong']).toBe(page.challengesOpen.length);
    const { raised, withOutcome, escalated, medianDaysToOutcome, openTooLong } = beside;
    return { raised, withOutcome, escalated, medianDaysToOutcome, openTooLong };
  };

  beforeAll(async () => {
    server = await startHttpServer();
    await story(async (of) => {
      northgate = await of.team('Northgate');
      southgate = await of.team('Southgate');
      doyle = await of.family('Doyle', northgate, '2025-09-01');
    });
    await becomes(northgate, '2026-01-06', 'escalated');
  });
  afterAll(() => server?.stop());

  it('waits while nobody answered the escalation, and is open too long in time', async () => {
    const waits = { raised: 1, withOutcome: 0, escalated: 1, medianDaysToOutcome: null };
    expect(await told(northgate, '2026-01-01', '2026-01-15')).toEqual({ ...waits, openTooLong: 0 });
    expect(await told(northgate, '2026-01-01', '2026-01-30')).toEqual({ ...waits, openTooLong: 1 });
  });

  it('was escalated all the same when it is carried without an answer, and when it is answered', async () => {
    await becomes(northgate, '2026-02-03', null);
    expect(await told(northgate, '2026-01-01', '2026-02-10')).toMatchObject({ escalated: 1, openTooLong: 1 });
    await becomes(northgate, '2026-03-03', 'accepted');
    expect(await told(northgate, '2026-01-01', '2026-03-10')).toEqual({
      ...{ raised: 1, withOutcome: 1, escalated: 1, medianDaysToOutcome: 56, openTooLong: 0 },
    });
  });

  it('stays a challenge of Northgate’s when the family moves, and waits with who has the family', async () => {
    await becomes(northgate, '2026-03-09', 'evidence-needed');
    await story((of) => of.happened(doyle, 'transferred', '2026-03-09', southgate));
    expect(await told(northgate, '2026-01-01', '2026-03-30')).toMatchObject({ raised: 1, openTooLong: 0 });
    expect(await told(southgate, '2026-01-01', '2026-03-30')).toMatchObject({ raised: 0, openTooLong: 1 });
  });
});
