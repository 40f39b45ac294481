import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { SessionState } from '../../shared/session/state.js';
import { type Council, type Family, openCouncil } from '../support/council.js';
import type { Person } from '../support/person.js';

// Real servers and sockets, on a machine that may be busy with others.
jest.setTimeout(60_000);

describe('a chair who goes to a family and comes back', () => {
  let council: Council;
  let teamId: string;
  let mark: Person;
  let claire: Person;
  let harley: Family;
  let novak: Family;
  let session: { sessionId: string; logId: string; slotIds: string[] };

  beforeAll(async () => {
    council = await openCouncil();
    teamId = await council.team('Northgate');
    const manager = { discipline: 'management', role: 'team-manager', teamId } as const;
    mark = await council.person({ name: 'Mark Reeve', ...manager });
    claire = await council.person({ name: 'Claire Ward', discipline: 'social-work' });
  });
  beforeEach(async () => {
    const socialWork = [{ personId: claire.personId, as: 'social-work' as const }];
    harley = await council.family('Harley', teamId, socialWork);
    novak = await council.family('Novak', teamId, socialWork);
    session = await council.session(teamId, mark.personId, [harley, novak]);
    for (const person of [mark, claire])
      for (const { logId } of [session, harley, novak]) await person.joins(logId);
    await claire.writes(harley.logId, 'review/social-work', 'Lee has been to two groups.');
    await claire.writes(novak.logId, 'review/social-work', 'Jana has moved.');
    await mark.succeeds(session.logId, 'session.open', {});
  });
  afterAll(() => council.close());

  const row = async (family: Family): Promise<unknown> => {
    const sql = 'SELECT status, session_id, held_on FROM discussion WHERE id = $1';
    return (await council.reader.query(sql, [family.discussionId]))[0];
  };
  const free = { status: 'preparing', session_id: null, held_on: null };
  const nextOf = async (family: Family): Promise<string[]> => {
    const sql = 'SELECT id FROM discussion WHERE after_id = $1';
    const next = await council.reader.query<{ id: string }>(sql, [family.discussionId]);
    return next.map(({ id }) => `discussion/${id}`);
  };
  const slotOf = (family: Family) => session.slotIds[[harley, novak].indexOf(family)];
  const goesTo = (family: Family) =>
    mark.succeeds(session.logId, 'session.goTo', { slotId: slotOf(family), step: 'check-in' });
  const putOff = (family: Family) => ({
    ...{ slotId: slotOf(family), outcome: 'postponed', reason: 'specialist-absent', note: '' },
  });
  const leaves = (family: Family) => ({ slotId: slotOf(family) });
  const waitsForThem = async () => {
    await goesTo(harley);
    await goesTo(novak);
    await goesTo(harley);
  };

  it('puts it off: it is free for another session with everything prepared, and has no other discussion open', async () => {
    await waitsForThem();
    expect(await nextOf(harley)).toHaveLength(1);
    await mark.succeeds(session.logId, 'slot.end', putOff(harley));
    expect(await row(harley)).toEqual(free);
    expect(await nextOf(harley)).toEqual([]);
    await claire.until(() => claire.sees(harley.logId).status === 'preparing');
    expect(claire.sees(harley.logId)).toMatchObject({ sessionId: null, heldOn: null, beganAt: null });
    expect(claire.reads(harley.logId, 'review/social-work')).toBe('Lee has been to two groups.');
  });

  it('puts it off, and whoever looked at its next discussion sees that there is none', async () => {
    await waitsForThem();
    const [next] = (await nextOf(harley)) as [string];
    await claire.joins(next);
    await claire.succeeds(next, 'brief.read', { seq: 1 });
    await mark.succeeds(session.logId, 'slot.end', putOff(harley));
    await claire.until(() => claire.heard.gone.includes(next));
    expect(await claire.joins(next)).toMatchObject({ ok: false });
  });

  it('cannot put it off once somebody has written for next time: it is read back and signed, by its own chair', async () => {
    await waitsForThem();
    const [next] = (await nextOf(harley)) as [string];
    await claire.joins(next);
    await claire.writes(next, 'review/social-work', 'For April.');
    expect(await mark.does(session.logId, 'slot.end', putOff(harley))).toMatchObject({
      refusal: { code: 'slot-ended', says: expect.stringMatching(/sign/) },
    });
    await mark.until(() => mark.sees(harley.logId).status === 'live');
    expect(mark.sees(harley.logId)).toMatchObject({ chairId: mark.personId, heldOn: council.clock.today() });
    expect(await row(harley)).toMatchObject({ status: 'live', session_id: session.sessionId });
    await claire.catchesUp(claire.held.get(next) as never);
    expect(claire.reads(next, 'review/social-work')).toBe('For April.');
  });

  it('cannot put it off once it was given a place in another session', async () => {
    await waitsForThem();
    const [next] = (await nextOf(harley)) as [string];
    const later = { ...harley, discussionId: next.slice('discussion/'.length), logId: next };
    await council.session(teamId, mark.personId, [later]);
    expect(await mark.does(session.logId, 'slot.end', putOff(harley))).toMatchObject({
      refusal: { code: 'slot-ended' },
    });
    expect(await row(later)).toMatchObject({ status: 'preparing' });
  });

  // As the page asks for it, and as pages once asked for it.
  it.each(['leaves it, then goes back', 'goes back, then leaves it'])(
    'after a slip to the wrong family %s: that family is as if it had not been begun, and is not reached',
    async (order) => {
      await goesTo(harley);
      await goesTo(novak);
      if (order.startsWith('goes')) await goesTo(harley);
      await mark.succeeds(session.logId, 'slot.leave', leaves(novak));
      if (order.startsWith('leaves')) await goesTo(harley);
      await claire.until(() => claire.sees(novak.logId).status === 'preparing');
      expect(await row(novak)).toEqual({ ...free, session_id: session.sessionId });
      expect(await nextOf(novak)).toEqual([]);
      await mark.until(() => mark.sees(harley.logId).status === 'live');
      expect(mark.sees<SessionState>(session.logId)).toMatchObject({
        at: { slotId: slotOf(harley) },
        slots: [{ outcome: null }, { startedAt: null, outcome: null }],
      });

      await mark.succeeds(session.logId, 'session.close', {});
      expect(mark.sees<SessionState>(session.logId).slots[1]).toMatchObject({ outcome: 'not-reached' });
      expect(await row(novak)).toEqual(free);
      expect(await row(harley)).toMatchObject({ status: 'held' });
      await claire.until(() => claire.sees(novak.logId).sessionId === null);
      expect(claire.reads(novak.logId, 'review/social-work')).toBe('Jana has moved.');
    },
  );

  it('sent in one breath, going back and leaving come to the same', async () => {
    await goesTo(harley);
    await goesTo(novak);
    const ids = ['going-back-to-harley', 'leaving-novak-again'];
    const verdicts = await mark.sends(session.logId, [
      { id: ids[0] as string, kind: 'session.goTo', payload: { slotId: slotOf(harley), step: 'check-in' } },
      { id: ids[1] as string, kind: 'slot.leave', payload: leaves(novak) },
    ]);
    expect(verdicts).toMatchObject([{ entry: {} }, { entry: {} }]);
    expect(await row(novak)).toMatchObject({ status: 'preparing' });
    expect(await nextOf(novak)).toEqual([]);
  });

  it('does not undo a talk for whose next time somebody has written already', async () => {
    await goesTo(harley);
    await goesTo(novak);
    await goesTo(harley);
    const [next] = (await nextOf(novak)) as [string];
    await claire.joins(next);
    await claire.writes(next, 'review/social-work', 'For April.');
    expect(await mark.does(session.logId, 'slot.leave', leaves(novak))).toMatchObject({
      refusal: { code: 'slot-ended' },
    });
    await mark.succeeds(session.logId, 'session.close', {});
    expect(mark.sees<SessionState>(session.logId).slots[1]).toMatchObject({ outcome: null });
    expect(await row(novak)).toMatchObject({ status: 'held', session_id: session.sessionId });
  });
});
