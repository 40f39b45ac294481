import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FamilyAccess } from '../../server/families/family-access.service.js';
import type { SessionState } from '../../shared/session/state.js';
import { type Council, type Family, openCouncil } from '../support/council.js';
import type { Person } from '../support/person.js';

// Real servers and sockets, on a machine that may be busy with others.
jest.setTimeout(60_000);

describe('losing access', () => {
  let council: Council;
  let amina: Person;
  let claire: Person;
  let harley: Family;
  let teamId: string;

  beforeEach(async () => {
    council = await openCouncil();
    teamId = await council.team('Northgate');
    amina = await council.person({ name: 'Amina Yusuf', discipline: 'recovery' });
    claire = await council.person({ name: 'Claire Ward', discipline: 'social-work' });
    harley = await council.family('Harley', teamId, [
      { personId: amina.personId, as: 'recovery' },
      { personId: claire.personId, as: 'social-work' },
    ]);
    await amina.joins(harley.logId);
    await claire.joins(harley.logId);
  });
  afterEach(() => council.close());

  it('somebody whose allocation ends hears that it is gone, and nothing of what is written after', async () => {
    await council.write(async (tx) => {
      await tx.run('UPDATE allocation SET to_on = $1 WHERE person_id = $2', ['2026-03-09', amina.personId]);
      tx.touchAuthority([amina.personId]);
    });
    const entry = await claire.writes(harley.logId, 'review/social-work', 'canary-after');
    await amina.until(() => amina.heard.gone.length === 1);
    expect(entry).toHaveProperty('entry');
    const { update } = (entry as { entry: { payload: { update: string } } }).entry.payload;
    expect(amina.received.join()).not.toContain(update);
    expect(await amina.writes(harley.logId, 'review/recovery', 'still me')).toMatchObject({
      refusal: { code: 'not-found' },
    });
    expect(await amina.joins(harley.logId)).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
  });

  it('a change that was on its way when the allocation ended is refused, not recorded', async () => {
    const ending = council.write(async (tx) => {
      await tx.run('UPDATE allocation SET to_on = $1 WHERE person_id = $2', ['2026-03-09', amina.personId]);
      tx.touchAuthority([amina.personId]);
    });
    const before = (await council.record.stateOf(harley.logId))?.seq;
    await ending;
    const verdict = await amina.writes(harley.logId, 'review/recovery', 'too late');
    expect(verdict).toMatchObject({ refusal: { code: 'not-found' } });
    expect((await council.record.stateOf(harley.logId))?.seq).toBe(before);
  });

  it('somebody who is signed out is told goodbye and let go, and cannot come back with the same cookie', async () => {
    await council.write(async (tx) => {
      const sql = 'UPDATE sign_in SET ended_at = $1 WHERE person_id = $2';
      await tx.run(sql, [council.clock.at(), amina.personId]);
      tx.touchAuthority([amina.personId]);
    });
    await amina.until(() => !amina.socket.connected);
    expect(amina.heard.bye).toEqual(['signed-out']);
    await expect(amina.comes()).rejects.toThrow();
    expect(claire.socket.connected).toBe(true);
  });

  it('an allocation that ends at midnight holds until then and not a minute longer', async () => {
    await council.write((tx) =>
      tx.run('UPDATE allocation SET to_on = $1 WHERE person_id = $2', ['2026-03-10', amina.personId]),
    );
    expect(await amina.writes(harley.logId, 'review/recovery', 'today ')).toHaveProperty('entry');
    council.clock.minutes(15 * 60 + 1);
    const again = await council.signsIn(amina.personId, 'Amina Yusuf');
    expect(await again.does(harley.logId, 'brief.read', { seq: 1 })).toMatchObject({
      refusal: { code: 'not-found' },
    });
  });

  it('somebody who only listens when their allocation ends at midnight hears nothing of the day after', async () => {
    await council.write((tx) =>
      tx.run('UPDATE allocation SET to_on = $1 WHERE person_id = $2', ['2026-03-10', amina.personId]),
    );
    council.clock.minutes(14 * 60 + 55);
    const late = await council.signsIn(claire.personId, 'Claire Ward');
    const listening = await council.signsIn(amina.personId, 'Amina Yusuf');
    expect(await late.joins(harley.logId)).toMatchObject({ ok: true });
    expect(await listening.joins(harley.logId)).toMatchObject({ ok: true });
    council.clock.minutes(6);
    await listening.until(() => listening.heard.gone.length === 1);
    const entry = await late.writes(harley.logId, 'review/social-work', 'canary-of-tomorrow');
    const { update } = (entry as { entry: { payload: { update: string } } }).entry.payload;
    expect(listening.received.join()).not.toContain(update);
    expect(late.heard.gone).toEqual([]);
  });

  it('whoever was to chair keeps nothing of it when their role as a manager ends', async () => {
    const southgate = await council.team('Southgate');
    const joan = await council.person({
      name: 'Joan Bell',
      discipline: 'management',
      role: 'team-manager',
      teamId: southgate,
    });
    const adaeze = await council.person({
      name: 'Adaeze Nwosu',
      discipline: 'management',
      role: 'team-manager',
      teamId: teamId,
    });
    const session = await council.session(teamId, joan.personId, [harley]);
    expect(await joan.joins(harley.logId)).toMatchObject({ ok: true, you: { relations: [{ as: 'chair' }] } });
    await council.write(async (tx) => {
      const sql = 'UPDATE person_role SET to_on = $1 WHERE person_id = $2';
      await tx.run(sql, ['2026-03-09', joan.personId]);
      tx.touchAuthority([joan.personId]);
    });
    await joan.until(() => joan.heard.gone.length === 1);
    for (const logId of [harley.logId, session.logId])
      expect(await joan.joins(logId)).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
    const families = council.server.app.get(FamilyAccess, { strict: false });
    expect([...(await families.familiesOf(joan.personId)).keys()]).toEqual([]);
    expect((await families.onlookers(harley.familyId)).map((one) => one.personId)).not.toContain(
      joan.personId,
    );
    // The team's own manager opens it in their place.
    await adaeze.joins(session.logId);
    await adaeze.succeeds(session.logId, 'session.open', {});
    expect(adaeze.sees<SessionState>(session.logId)).toMatchObject({
      chairId: adaeze.personId,
      inPlaceOf: joan.personId,
    });
  });

  it('a role that begins later makes nobody a chair today', async () => {
    const mark = await council.person({
      name: 'Mark Osei',
      discipline: 'management',
      role: 'team-manager',
      teamId: await council.team('Southgate'),
    });
    await council.session(teamId, mark.personId, [harley]);
    await council.write(async (tx) => {
      const sql = 'UPDATE person_role SET from_on = $1 WHERE person_id = $2';
      await tx.run(sql, ['2026-03-11', mark.personId]);
      tx.touchAuthority([mark.personId]);
    });
    expect(await mark.joins(harley.logId)).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
  });
});
