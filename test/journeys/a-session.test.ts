import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { sha256 } from '../../server/core/secrets.js';
import { brokenAt } from '../../server/live/chain.js';
import type { DiscussionState } from '../../shared/discussion/state.js';
import type { SessionState } from '../../shared/session/state.js';
import { type Council, type Family, openCouncil } from '../support/council.js';
import type { Person } from '../support/person.js';
import { recordsTalk } from '../support/talk.js';

// Real servers and sockets, on a machine that may be busy with others.
jest.setTimeout(60_000);

describe('a session', () => {
  let council: Council;
  let mark: Person;
  let claire: Person;
  let teamId: string;
  let families: Family[];
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
    families = [];
    for (const name of ['Harley', 'Novak', 'Bennett'])
      families.push(await council.family(name, teamId, [{ personId: claire.personId, as: 'social-work' }]));
    session = await council.session(teamId, mark.personId, families);
    for (const person of [mark, claire])
      for (const logId of [session.logId, ...families.map((f) => f.logId)])
        expect(await person.joins(logId)).toMatchObject({ ok: true });
  });
  afterAll(() => council.close());

  const statusOf = async (family: Family): Promise<string | undefined> => {
    const sql = 'SELECT status FROM discussion WHERE id = $1';
    return (await council.reader.query<{ status: string }>(sql, [family.discussionId]))[0]?.status;
  };
  const goTo = (slot: number, step: string) =>
    mark.succeeds(session.logId, 'session.goTo', { slotId: session.slotIds[slot], step });

  it('the chair opens it, and what everybody had read of each brief is fixed', async () => {
    await mark.succeeds(session.logId, 'session.open', {});
    await claire.until(() => claire.sees<SessionState>(session.logId).status === 'open');
    for (const { logId } of families) await claire.until(() => claire.sees(logId).brief !== null);
  });

  it('a social worker cannot move the room', async () => {
    const verdict = await claire.does(session.logId, 'session.goTo', {
      slotId: session.slotIds[0],
      step: 'check-in',
    });
    expect(verdict).toMatchObject({ refusal: { code: 'chair-only' } });
  });

  it('the chair goes to a family and it is being discussed; to the next, and the first is held with its next one open', async () => {
    const [harley, novak] = families as [Family, Family];
    await goTo(0, 'check-in');
    await claire.until(() => claire.sees(harley.logId).status === 'live');
    expect(claire.sees(harley.logId)).toMatchObject({ chairId: mark.personId, heldOn: '2026-03-10' });
    await goTo(0, 'progress');
    expect(await statusOf(harley)).toBe('live');
    await goTo(1, 'check-in');
    await claire.until(() => claire.sees(novak.logId).status === 'live');
    expect(await statusOf(harley)).toBe('held');
    const next = await council.reader.query('SELECT id FROM discussion WHERE after_id = $1 AND status = $2', [
      harley.discussionId,
      'preparing',
    ]);
    expect(next).toHaveLength(1);
  });

  it('going back to a family that was held goes on with it, and opens no second next one', async () => {
    const [harley] = families as [Family];
    await goTo(0, 'decision');
    await claire.until(() => claire.sees(harley.logId).status === 'live');
    await goTo(1, 'progress');
    const next = await council.reader.query('SELECT id FROM discussion WHERE after_id = $1', [
      harley.discussionId,
    ]);
    expect(next).toHaveLength(1);
    await goTo(0, 'decision');
  });

  it('minutes cannot be signed while something is missing, nor without confirming the password', async () => {
    const [harley] = families as [Family];
    const readSeq = mark.held.get(harley.logId)?.seq;
    expect(await mark.does(harley.logId, 'minutes.sign', { readSeq })).toMatchObject({
      refusal: { code: 'confirm-first' },
    });
    await council.confirms(mark);
    const again = mark.held.get(harley.logId)?.seq;
    expect(await mark.does(harley.logId, 'minutes.sign', { readSeq: again })).toMatchObject({
      refusal: { code: 'something-missing' },
    });
  });

  it('minutes are refused when something came after what the chair read, and nothing is filed', async () => {
    const [harley] = families as [Family];
    await recordsTalk(mark, claire, harley);
    await mark.until(() => mark.sees(harley.logId).steps.length === 1);
    const readSeq = mark.held.get(harley.logId)?.seq;
    await claire.writes(harley.logId, 'review/social-work', ' One thing more.');
    expect(await mark.does(harley.logId, 'minutes.sign', { readSeq })).toMatchObject({
      refusal: { code: 'moved-on' },
    });
    expect(await council.reader.query('SELECT id FROM minutes')).toEqual([]);
  });

  it('signing files the minutes to the family and each child, and carries what is open into the next discussion', async () => {
    const [harley] = families as [Family];
    await mark.until(() => mark.reads(harley.logId, 'review/social-work').endsWith('more.'));
    const readSeq = mark.held.get(harley.logId)?.seq;
    await mark.succeeds(harley.logId, 'minutes.sign', { readSeq });
    await claire.until(() => claire.sees(harley.logId).status === 'signed');
    const signed = claire.sees(harley.logId).signed;

    type Row = { [column: string]: unknown };
    const [minutes] = await council.reader.query<Row>('SELECT * FROM minutes WHERE family_id = $1', [
      harley.familyId,
    ]);
    expect(minutes).toMatchObject({ id: signed?.minutesId, hash: signed?.hash, signed_by: mark.personId });
    expect(sha256(minutes?.['text'] as string)).toBe(signed?.hash);
    const children = await council.reader.query<Row>(
      'SELECT child_id, text FROM child_minutes ORDER BY child_id',
    );
    expect(children.map((c) => c['child_id'])).toEqual([...harley.childIds].sort());
    for (const { text } of children) expect(text).toContain('I like my room');
    expect(await council.reader.query('SELECT id FROM delivery')).toHaveLength(2);
    const [line] = await council.reader.query<Row>('SELECT * FROM supervision');
    expect(line).toMatchObject({ family_id: harley.familyId, counts: 1, quorate: 1, held_on: '2026-03-10' });

    const [next] = await council.reader.query<{ id: string }>(
      'SELECT id FROM discussion WHERE after_id = $1',
      [harley.discussionId],
    );
    const opened = await council.record.stateOf<DiscussionState>(`discussion/${next?.id}`);
    expect(opened?.state.lastSteps.map((s) => s.text)).toEqual(['Visit the school on Monday']);
    expect(opened?.state.challenges).toHaveLength(1);
    expect(opened?.state.lastProse['decision']).toBe('The plan continues.');
  });

  it('whoever says that a step is done is not asked for it again, before the next minutes are signed', async () => {
    const [step] = await council.reader.query<{ id: string; family_id: string }>(
      `SELECT id, family_id FROM next_step WHERE text = 'Visit the school on Monday'`,
    );
    const [next] = await council.reader.query<{ id: string }>(
      `SELECT id FROM discussion WHERE family_id = $1 AND status = 'preparing'`,
      [step?.family_id],
    );
    const logId = `discussion/${next?.id}`;
    expect(await claire.joins(logId)).toMatchObject({ ok: true });
    await claire.succeeds(logId, 'step.last', { stepId: step?.id, status: 'done' });
    const sql = 'SELECT status, done_on FROM next_step WHERE id = $1';
    expect(await council.reader.query(sql, [step?.id])).toEqual([
      { status: 'done', done_on: council.clock.today() },
    ]);
    await claire.succeeds(logId, 'step.last', { stepId: step?.id, status: 'open' });
    expect(await council.reader.query(sql, [step?.id])).toEqual([{ status: 'open', done_on: null }]);
  });

  it('signed minutes take no more words, only an addendum', async () => {
    const [harley] = families as [Family];
    expect(await claire.writes(harley.logId, 'review/social-work', 'Late')).toMatchObject({
      refusal: { code: 'signed' },
    });
    const addendumId = crypto.randomUUID();
    await claire.succeeds(harley.logId, 'addendum.add', { addendumId, text: 'The school rang back.' });
    expect(await council.reader.query('SELECT text FROM addendum')).toEqual([
      { text: 'The school rang back.' },
    ]);
  });

  it('a talk without its social worker is signed as a case discussion, and its reviews go on into the next', async () => {
    const [, novak] = families as [Family, Family];
    await goTo(1, 'decision');
    await recordsTalk(mark, claire, novak, { quorate: false });
    await mark.until(() => mark.sees(novak.logId).steps.length === 1);
    const readSeq = mark.held.get(novak.logId)?.seq;
    await mark.succeeds(novak.logId, 'minutes.sign', { readSeq });
    const [minutes] = await council.reader.query('SELECT kind FROM minutes WHERE family_id = $1', [
      novak.familyId,
    ]);
    expect(minutes).toEqual({ kind: 'case-discussion' });
    const [slot] = await council.reader.query('SELECT outcome FROM slot WHERE id = $1', [session.slotIds[1]]);
    expect(slot).toEqual({ outcome: 'inquorate' });
    const [next] = await council.reader.query<{ id: string }>(
      'SELECT id FROM discussion WHERE after_id = $1',
      [novak.discussionId],
    );
    const opened = await council.record.stateOf<DiscussionState>(`discussion/${next?.id}`);
    expect(opened?.state.prose['review/social-work']).toBeDefined();
  });

  it('a family that was not reached leaves the session with everything prepared', async () => {
    const [, , bennett] = families as [Family, Family, Family];
    await claire.writes(bennett.logId, 'review/social-work', 'Ready for next time.');
    await mark.succeeds(session.logId, 'session.close', {});
    const [slot] = await council.reader.query('SELECT outcome, reason FROM slot WHERE id = $1', [
      session.slotIds[2],
    ]);
    expect(slot).toEqual({ outcome: 'not-reached', reason: 'overran' });
    const state = (await council.record.stateOf<DiscussionState>(bennett.logId))!.state;
    expect(state).toMatchObject({ status: 'preparing', sessionId: null });
    expect(state.prose['review/social-work']).toBeDefined();
  });

  it('every log folds to what people see, and its chain of hashes holds', async () => {
    for (const logId of [session.logId, ...families.map((f) => f.logId)]) {
      const rows = await council.reader.query<never>(
        `SELECT log_id AS "logId", seq, id, kind, payload, sealed, by_id AS "by", at, hash FROM entry
         WHERE log_id = $1 ORDER BY seq`,
        [logId],
      );
      expect(brokenAt(rows)).toBeNull();
      await mark.until(() => mark.held.get(logId)?.seq === rows.length);
      expect(mark.sees(logId)).toEqual((await council.record.stateOf(logId))?.state);
    }
  });
});
