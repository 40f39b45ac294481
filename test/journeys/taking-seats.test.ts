import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Allocations } from '../../server/families/file/allocations.service.js';
import type { SessionState } from '../../shared/session/state.js';
import { type Council, type Family, openCouncil } from '../support/council.js';
import type { Person } from '../support/person.js';

// Real servers and sockets, on a machine that may be busy with others.
jest.setTimeout(60_000);

describe('taking seats in a session', () => {
  let council: Council;
  let mark: Person;
  let joan: Person;
  let claire: Person;
  let noor: Person;
  let dean: Person;
  let sandra: Person;
  let harley: Family;
  let novak: Family;
  let session: { sessionId: string; logId: string; slotIds: string[] };

  beforeAll(async () => {
    council = await openCouncil();
    const teamId = await council.team('Northgate');
    northgate = teamId;
    const southgate = await council.team('Southgate');
    const manager = { discipline: 'management', role: 'team-manager' } as const;
    mark = await council.person({ name: 'Mark Reeve', ...manager, teamId });
    joan = await council.person({ name: 'Joan Ekwueme', ...manager, teamId: southgate });
    claire = await council.person({ name: 'Claire Ward', discipline: 'social-work' });
    noor = await council.person({ name: 'Noor Haddad', discipline: 'social-work' });
    dean = await council.person({ name: 'Dean Marlow', discipline: 'recovery' });
    const amina = await council.employs({ name: 'Amina Yusuf', discipline: 'recovery' });
    sandra = await council.person({
      name: 'Sandra Pike',
      discipline: 'business-support',
      role: 'business-support',
      teamId,
    });
    const socialWork = { personId: claire.personId, as: 'social-work' as const };
    harley = await council.family('Harley', teamId, [socialWork, { personId: amina, as: 'recovery' }]);
    novak = await council.family('Novak', teamId, [socialWork]);
    session = await council.session(teamId, mark.personId, [harley, novak]);
    for (const person of [mark, claire, sandra]) {
      await person.joins(session.logId);
      await person.joins(harley.logId);
    }
    await mark.succeeds(session.logId, 'session.open', {});
    await mark.succeeds(session.logId, 'session.goTo', { slotId: session.slotIds[0], step: 'check-in' });

    aminaId = amina;
  });
  let aminaId: string;
  let northgate: string;
  afterAll(() => council.close());

  const row = async (sql: string, ...params: unknown[]): Promise<unknown> =>
    (await council.reader.query(sql, params))[0];

  it('an observer sees nothing until the chair lets them in, cannot write, and sees nothing after they are let out', async () => {
    expect(await noor.joins(harley.logId)).toMatchObject({ ok: false });
    await mark.succeeds(session.logId, 'session.observe', { personId: noor.personId });
    expect(await noor.joins(harley.logId)).toMatchObject({
      ok: true,
      you: { relations: [{ as: 'observer' }] },
    });
    expect(await noor.writes(harley.logId, 'wrong-about', 'I think')).toMatchObject({
      refusal: { code: 'observer' },
    });
    const asks = (person: Person, path: string) =>
      fetch(`${council.server.url}/api/families/${harley.familyId}${path}`, {
        headers: { cookie: person.cookie },
      });
    // They watch one session: what was written in other months, and what was done to the file, is not for them.
    expect(await (await asks(noor, '')).json()).toMatchObject({ name: 'Harley', record: null });
    expect((await asks(noor, '/acts')).status).toBe(404);
    expect(await (await asks(claire, '')).json()).toMatchObject({ record: { minutes: [] } });
    await mark.succeeds(session.logId, 'session.dismiss', { personId: noor.personId });
    await noor.until(() => noor.heard.gone.includes(harley.logId));
    expect(await noor.joins(harley.logId)).toMatchObject({ ok: false });
  });

  it('a deputy sees only the families of the colleague they sit in for, and writes for that discipline', async () => {
    const asDeputy = { personId: dean.personId, forPersonId: aminaId, discipline: 'recovery' };
    await mark.succeeds(session.logId, 'session.deputy', asDeputy);
    expect(await dean.joins(harley.logId)).toMatchObject({ ok: true });
    expect(await dean.joins(novak.logId)).toMatchObject({ ok: false });
    expect(await dean.writes(harley.logId, 'review/recovery', 'For Amina.')).toHaveProperty('entry');
    expect(
      await mark.does(session.logId, 'session.deputy', { ...asDeputy, personId: noor.personId }),
    ).toMatchObject({ refusal: { code: 'no-such-person' } });
  });

  it('a deputy sees no more of a family from the moment their colleague no longer works with it', async () => {
    const amina = await council.reader.query<{ id: string }>(
      'SELECT id FROM allocation WHERE person_id = $1',
      [aminaId],
    );
    const by = {
      ...{ signInId: '', personId: sandra.personId, endsAt: '', confirmedUntil: null },
      roles: [{ role: 'business-support' as const, teamId: northgate }],
    };
    const allocations = council.server.app.get(Allocations, { strict: false });
    await allocations.end(by, amina[0]?.id as string, '2026-03-09');
    await dean.until(() => dean.heard.gone.includes(harley.logId));
    expect(await dean.joins(harley.logId)).toMatchObject({ ok: false });
  });

  it('the pen goes to somebody who is here, who then writes the decision, and nobody else', async () => {
    expect(await mark.does(session.logId, 'pen.pass', { personId: joan.personId })).toMatchObject({
      refusal: { code: 'no-such-person' },
    });
    expect(await claire.writes(harley.logId, 'decision', 'We')).toMatchObject({
      refusal: { code: 'pen-only' },
    });
    await mark.succeeds(session.logId, 'pen.pass', { personId: claire.personId });
    await claire.until(() => claire.sees(harley.logId).penId === claire.personId);
    expect(await claire.writes(harley.logId, 'decision', 'We go on.')).toHaveProperty('entry');
    expect(await row('SELECT pen_id FROM session WHERE id = $1', session.sessionId)).toEqual({
      pen_id: claire.personId,
    });
  });

  it('the chair goes only to a manager, who then sees what they chair; whoever had it no longer moves the room', async () => {
    expect(await mark.does(session.logId, 'chair.pass', { personId: claire.personId })).toMatchObject({
      refusal: { code: 'manager-only' },
    });
    expect(await joan.joins(harley.logId)).toMatchObject({ ok: false });
    await mark.succeeds(session.logId, 'chair.pass', { personId: joan.personId });
    await mark.until(() => mark.sees(harley.logId).chairId === joan.personId);
    for (const logId of [session.logId, harley.logId])
      expect(await joan.joins(logId)).toMatchObject({ ok: true });
    const next = { slotId: session.slotIds[0], step: 'progress' };
    expect(await mark.does(session.logId, 'session.goTo', next)).toMatchObject({
      refusal: { code: 'chair-only' },
    });
    expect(await joan.does(session.logId, 'session.goTo', next)).toHaveProperty('entry');
    const state = mark.sees<SessionState>(session.logId);
    await mark.until(() => mark.sees<SessionState>(session.logId).chairId === joan.personId);
    expect(state.inPlaceOf).toBe(mark.personId);
  });

  it('a family begun by mistake goes back to preparation, as if it had not been begun', async () => {
    const second = session.slotIds[1];
    await joan.succeeds(session.logId, 'session.goTo', { slotId: second, step: 'check-in' });
    expect(await row('SELECT status FROM discussion WHERE id = $1', novak.discussionId)).toEqual({
      status: 'live',
    });
    await joan.succeeds(session.logId, 'slot.leave', { slotId: second });
    expect(await row('SELECT status, held_on FROM discussion WHERE id = $1', novak.discussionId)).toEqual({
      status: 'preparing',
      held_on: null,
    });
  });

  it('a slot ends with its reason, and the family is free for another session', async () => {
    const ended = {
      slotId: session.slotIds[1],
      outcome: 'postponed',
      reason: 'specialist-absent',
      note: 'Away today',
    };
    expect(await claire.does(session.logId, 'slot.end', ended)).toMatchObject({
      refusal: { code: 'manager-only' },
    });
    await joan.succeeds(session.logId, 'slot.end', ended);
    expect(await row('SELECT outcome, reason FROM slot WHERE id = $1', session.slotIds[1])).toEqual({
      outcome: 'postponed',
      reason: 'specialist-absent',
    });
    expect(await row('SELECT session_id FROM discussion WHERE id = $1', novak.discussionId)).toEqual({
      session_id: null,
    });
    await claire.until(() => claire.sees<SessionState>(session.logId).slots[1]?.outcome === 'postponed');
    expect(claire.sees<SessionState>(session.logId).slots[1]?.note).toBe('');
    expect(claire.received.join()).not.toContain('Away today');
  });

  it('a family that was talked through cannot be said not to have been', async () => {
    const ended = { slotId: session.slotIds[0], outcome: 'cancelled', reason: 'technical' };
    await joan.succeeds(session.logId, 'session.close', {});
    expect(await joan.does(session.logId, 'slot.end', ended)).toMatchObject({ refusal: { code: 'closed' } });
    expect(await row('SELECT status FROM discussion WHERE id = $1', harley.discussionId)).toEqual({
      status: 'held',
    });
    expect(await dean.joins(harley.logId)).toMatchObject({ ok: false });
  });

  it('a manager from another team who chaired it still sees what is to be signed, and nothing once it is', async () => {
    expect(await joan.joins(harley.logId)).toMatchObject({ ok: true, you: { relations: [{ as: 'chair' }] } });
    await council.write(async (tx) => {
      await tx.run(`UPDATE discussion SET status = 'signed' WHERE id = $1`, [harley.discussionId]);
      tx.touchAuthority([joan.personId, mark.personId]);
    });
    await joan.until(() => joan.heard.gone.includes(harley.logId));
    expect(await joan.joins(harley.logId)).toMatchObject({ ok: false });
    expect(await mark.joins(harley.logId)).toMatchObject({ ok: true });
  });

  // Last: it moves the day on for everybody.
  it('a guest of a session that nobody closed has nothing there the day after', async () => {
    const late = await council.family('Late', northgate, []);
    const evening = await council.session(northgate, mark.personId, [late]);
    await mark.succeeds(evening.logId, 'session.open', {});
    await mark.succeeds(evening.logId, 'session.observe', { personId: noor.personId });
    expect(await noor.joins(late.logId)).toMatchObject({ ok: true });
    council.clock.passes(15 * 3600_000);
    const nextDay = await council.signsIn(noor.personId, noor.name);
    expect(await nextDay.joins(late.logId)).toMatchObject({ ok: false });
    expect(await nextDay.joins(evening.logId)).toMatchObject({ ok: false });
  });
});
