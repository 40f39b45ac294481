import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { limitOf } from '../../shared/audit/limits.js';
import { type Council, type Family, openCouncil } from '../../test/support/council.js';
import type { Person } from '../../test/support/person.js';
import { recordsTalk } from '../../test/support/talk.js';
import { Months } from './months/months.service.js';
import { GapPages } from './standing/gap-pages.service.js';
import { Snapshot } from './standing/snapshot.service.js';
import { Why } from './why.service.js';

// Real servers and sockets, on a machine that may be busy with others.
jest.setTimeout(60_000);

const asAt = '2026-03-10';

describe('a talk whose record is still open is read the same', () => {
  let council: Council;
  let mark: Person;
  let claire: Person;
  let teamId: string;
  let harley: Family;
  let novak: Family;

  beforeAll(async () => {
    council = await openCouncil();
    teamId = await council.team('Northgate');
    mark = await council.person({
      name: 'Mark Doyle',
      discipline: 'management',
      role: 'team-manager',
      teamId,
    });
    claire = await council.person({ name: 'Claire Ward', discipline: 'social-work' });
    const workers = [{ personId: claire.personId, as: 'social-work' as const }];
    harley = await council.family('Harley', teamId, workers);
    novak = await council.family('Novak', teamId, workers);
    const { logId, slotIds } = await council.session(teamId, mark.personId, [harley, novak]);
    for (const person of [mark, claire])
      for (const log of [logId, harley.logId, novak.logId]) await person.joins(log);
    await mark.succeeds(logId, 'session.open', {});
    await mark.succeeds(logId, 'session.goTo', { slotId: slotIds[0], step: 'check-in' });
    await claire.until(() => claire.sees(harley.logId).status === 'live');
    await recordsTalk(mark, claire, harley);
    // Of Novak it is recorded who was there, and nothing that was said.
    await mark.succeeds(logId, 'session.goTo', { slotId: slotIds[1], step: 'check-in' });
    await claire.until(() => claire.sees(novak.logId).status === 'live');
    for (const [who, discipline] of [
      [mark, 'management'],
      [claire, 'social-work'],
    ] as const)
      await mark.succeeds(novak.logId, 'attendance.set', {
        discipline,
        personId: who.personId,
        way: 'in-room',
      });
    await mark.succeeds(logId, 'session.close', {});
  });
  afterAll(() => council?.close());

  /** What each page of the audit says of the two families. */
  async function told() {
    const { app } = council.server;
    const scope = { teamId, teamIds: [teamId] };
    const named = new Set([harley.familyId, novak.familyId]);
    const question = { asAt, limit: limitOf('28d')!, by: undefined };
    const snapshot = await app.get(Snapshot).page(scope, question, named);
    const month = { asAt, limit: question.limit, from: '2026-03', rebase: undefined };
    const [march] = (await app.get(Months).page(scope, month, named)).months;
    const gaps = await app.get(GapPages).page(scope, { ...question, from: '2026-03-01' }, named);
    const why = await app.get(Why).page(novak.familyId, question, named);
    return {
      inTime: snapshot.lists.inTime.map((f) => [f.name, f.provisional]),
      overdue: snapshot.lists.overdue.map((f) => [f.name, f.lastHeldOn]),
      march: [march!.now.numerator, march!.now.denominator, march!.now.provisional],
      missing: march!.missing.map((f) => [f.name, f.reason]),
      besideGaps: [gaps.snapshot.numerator, gaps.snapshot.denominator, gaps.snapshot.provisional],
      openDays: Object.fromEntries(gaps.longest.map((g) => [g.name, g.openDays])),
      cause: gaps.longest.find((g) => g.name === 'Novak')!.cause,
      why: why.because.map((line) => line.says),
    };
  }

  it('as a talk that does not count, while enough were there and no decision of Mark’s is recorded', async () => {
    const reason = 'Nothing was recorded from social work. No decision with its reason was recorded.';
    expect(await told()).toMatchObject({
      inTime: [['Harley', true]],
      overdue: [['Novak', null]],
      march: [1, 2, 1],
      missing: [['Novak', 'not-counted']],
      besideGaps: [1, 2, 1],
      openDays: { Harley: 0, Novak: 64 },
      cause: { on: asAt, kind: 'not-counted', reason },
      why: expect.arrayContaining([`Discussed, does not count. ${reason} The clock kept running.`]),
    });
  });

  it('as one that counts provisionally, from the moment Mark has written the rest, on every page', async () => {
    await claire.writes(novak.logId, 'review/social-work', 'Both children were at school every day.');
    await mark.writes(novak.logId, 'decision', 'The plan continues.');
    await mark.writes(novak.logId, 'rationale', 'It works, and it is young.');
    expect(await told()).toMatchObject({
      inTime: expect.arrayContaining([
        ['Harley', true],
        ['Novak', true],
      ]),
      overdue: [],
      march: [2, 2, 2],
      missing: [],
      besideGaps: [2, 2, 2],
      openDays: { Harley: 0, Novak: 0 },
      why: expect.arrayContaining(['Last discussion that counts. Its record is not signed yet.']),
    });
  });
});
