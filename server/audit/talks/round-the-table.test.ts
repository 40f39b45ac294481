import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { limitOf } from '../../../shared/audit/limits.js';
import { type Council, type Family, openCouncil } from '../../../test/support/council.js';
import type { Person } from '../../../test/support/person.js';
import { recordsTalk } from '../../../test/support/talk.js';
import { Snapshot } from '../standing/snapshot.service.js';
import { TakingIn } from './taking-in.service.js';
import { TalkPages } from './talk-pages.service.js';

// Real servers and sockets, on a machine that may be busy with others.
jest.setTimeout(60_000);

describe('what was said round the table', () => {
  let council: Council;
  let mark: Person;
  let claire: Person;
  let dean: string;
  let teamId: string;
  let harley: Family;
  let novak: Family;
  let bennett: Family;
  let session: { sessionId: string; logId: string; slotIds: string[] };

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
    dean = await council.employs({ name: 'Dean Cole', discipline: 'recovery' });
    const workers = [
      { personId: claire.personId, as: 'social-work' as const },
      { personId: dean, as: 'recovery' as const },
    ];
    harley = await council.family('Harley', teamId, workers);
    novak = await council.family('Novak', teamId, workers.slice(0, 1));
    bennett = await council.family('Bennett', teamId, workers.slice(0, 1));
    // Novak’s mental health post is vacant.
    await council.write((tx) =>
      tx.run(
        `INSERT INTO allocation (id, family_id, discipline, about, from_on) VALUES ($1, $2, 'mental-health', '', '2026-01-05')`,
        [randomUUID(), novak.familyId],
      ),
    );
    session = await council.session(teamId, mark.personId, [harley, novak, bennett]);
    for (const person of [mark, claire])
      for (const logId of [session.logId, harley.logId, novak.logId])
        expect(await person.joins(logId)).toMatchObject({ ok: true });
    await mark.succeeds(session.logId, 'session.open', {});
    // Novak is discussed first and its record stays open; Harley is signed; Bennett is not reached.
    await goTo(1, 'check-in');
    await claire.until(() => claire.sees(novak.logId).status === 'live');
    await mark.succeeds(novak.logId, 'attendance.set', {
      discipline: 'management',
      personId: mark.personId,
      way: 'in-room',
    });
    await mark.succeeds(novak.logId, 'attendance.set', {
      discipline: 'social-work',
      personId: claire.personId,
      way: 'remote',
    });
    await goTo(0, 'check-in');
    await claire.until(() => claire.sees(harley.logId).status === 'live');
    await recordsTalk(mark, claire, harley);
    await mark.succeeds(harley.logId, 'attendance.set', {
      discipline: 'recovery',
      personId: dean,
      way: 'absent',
    });
    const voice = { childId: harley.childIds[0], method: 'words', gatheredOn: '2026-03-02' };
    await claire.succeeds(harley.logId, 'child.now', voice);
    await mark.succeeds(harley.logId, 'quorum.override', { reason: 'Dean is off sick' });
  });
  afterAll(() => council?.close());

  const goTo = (slot: number, step: string) =>
    mark.succeeds(session.logId, 'session.goTo', { slotId: session.slotIds[slot], step });
  const question = { from: '2026-03-01', asAt: '2026-03-10', limit: limitOf('28d')!, by: undefined };
  const scope = () => ({ teamId, teamIds: [teamId] });
  const pages = () => council.server.app.get(TalkPages);
  const everybody = () => new Set([harley.familyId, novak.familyId, bennett.familyId]);
  const figure = async (measure: string, asAt = question.asAt) => {
    const page = await pages().oversight(scope(), { ...question, asAt }, everybody());
    return page.figures.find((f) => f.measure === measure)!;
  };

  it('is counted from the log while the record is open, and grows with it', async () => {
    const before = await pages().attendance(scope(), question);
    expect(before.lines.map((l) => [l.discipline, l.there, l.inPost, l.vacant])).toEqual([
      ['mental-health', 0, 0, 1],
      ['social-work', 1, 1, 0],
    ]);
    await mark.succeeds(novak.logId, 'attendance.set', {
      discipline: 'social-work',
      personId: claire.personId,
      way: 'absent',
    });
    const after = await pages().attendance(scope(), question);
    expect(after.lines.map((l) => [l.discipline, l.there, l.inPost])).toContainEqual(['social-work', 0, 1]);
  });

  it('is counted from the minutes once they are signed, an absent specialist and a vacant post apart', async () => {
    await mark.until(() => mark.sees(harley.logId).steps.length === 1);
    await mark.until(() => mark.sees(harley.logId).quorumOverride !== null);
    await council.confirms(mark);
    await mark.succeeds(harley.logId, 'minutes.sign', { readSeq: mark.held.get(harley.logId)?.seq });
    const page = await pages().attendance(scope(), question);
    expect(page.lines.map((l) => [l.discipline, l.there, l.inPost, l.vacant])).toEqual([
      ['mental-health', 0, 0, 1],
      ['recovery', 0, 1, 0],
      ['social-work', 1, 2, 0],
    ]);
    expect(page.attendance).toMatchObject({ numerator: 1, denominator: 3, apart: 1 });
    // Claire wrote for Harley and was there; of Novak she wrote nothing.
    expect(page.contribution).toMatchObject({ numerator: 1, denominator: 3 });
  });

  it('gives challenge, voice, records and next steps their counts', async () => {
    expect(await figure('challenge-recorded')).toMatchObject({ numerator: 1, denominator: 2 });
    // Of Harley’s two children one was asked this month; Novak’s two were not asked at all.
    expect(await figure('voice-recorded')).toMatchObject({ numerator: 1, denominator: 4 });
    expect(await figure('record-timeliness')).toMatchObject({
      numerator: 1,
      denominator: 2,
      beside: { canStill: 1 },
    });
    expect(await figure('steps-on-time', '2026-03-16')).toMatchObject({
      numerator: 0,
      denominator: 1,
      beside: { dueToday: 1 },
    });
    await council.write((tx) =>
      tx.run(`UPDATE next_step SET status = 'done', done_on = '2026-03-16' WHERE family_id = $1`, [
        harley.familyId,
      ]),
    );
    expect(await figure('steps-on-time', '2026-03-17')).toMatchObject({ numerator: 1, denominator: 1 });
  });

  it('tells of sessions that ran out, and of records that wait for their signature', async () => {
    const ended = { slotId: session.slotIds[2], outcome: 'not-reached', reason: 'overran' };
    await council.write((tx) =>
      tx.run(`UPDATE slot SET outcome = 'not-reached', reason = 'overran', outcome_at = $1 WHERE id = $2`, [
        council.clock.at(),
        ended.slotId,
      ]),
    );
    const page = await pages().oversight(scope(), { ...question, asAt: '2026-03-18' }, everybody());
    expect(page.notReached).toEqual([{ sessionId: session.sessionId, on: '2026-03-10', families: 1 }]);
    // Tuesday 10 March and six working days: Wednesday 18 March.
    expect(page.unsigned.after5.map((t) => t.name)).toEqual(['Novak']);
    expect(page.unsigned.after10).toEqual([]);
    const restricted = await pages().oversight(scope(), { ...question, asAt: '2026-03-18' }, new Set());
    expect(restricted.unsigned.after5).toEqual([
      { familyId: null, name: 'Restricted family', discussionId: null, heldOn: null },
    ]);
  });

  it('is provisional in the snapshot until it is signed, and is taken in once however often it is asked for', async () => {
    const page = await council.server.app
      .get(Snapshot)
      .page(scope(), { asAt: '2026-03-10', limit: question.limit, by: undefined }, everybody());
    const harleys = page.lists.inTime.find((f) => f.familyId === harley.familyId);
    expect(harleys).toMatchObject({ provisional: false, lastHeldOn: '2026-03-10' });
    await Promise.all([1, 2, 3].map(() => council.server.app.get(TakingIn).upToNow()));
    const rows = await council.reader.query(`SELECT discussion_id, seq FROM audit_talk WHERE seq IS NULL`);
    expect(rows).toEqual([{ discussion_id: harley.discussionId, seq: null }]);
  });

  it('tells those who may not see a family no day of its challenges either', async () => {
    await council.write((tx) =>
      tx.run(
        `INSERT INTO challenge (id, family_id, discussion_id, raised_by, about, text, raised_at)
         VALUES ($1, $2, $3, $4, 'pace', 'Why so soon?', '2026-03-10T10:00:00.000Z')`,
        [randomUUID(), novak.familyId, novak.discussionId, claire.personId],
      ),
    );
    const open = async (named: ReadonlySet<string>) =>
      (await pages().oversight(scope(), { ...question, asAt: '2026-05-29' }, new Set(named))).challengesOpen;
    expect(await open(everybody())).toContainEqual({
      familyId: novak.familyId,
      name: 'Novak',
      raisedOn: '2026-03-10',
    });
    const restricted = await open(new Set());
    expect(restricted).toHaveLength((await open(everybody())).length);
    for (const one of restricted)
      expect(one).toEqual({ familyId: null, name: 'Restricted family', raisedOn: null });
  });
});
