import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Council, type Family, openCouncil } from '../support/council.js';
import type { Person } from '../support/person.js';
import { recordsTalk } from '../support/talk.js';

// Real servers and sockets, on a machine that may be busy with others.
jest.setTimeout(60_000);

const names = ['Hartley', 'Kaczmarek', 'Doyle', 'Okafor', 'Pemberton', 'Lindqvist', 'Marchetti', 'Abernathy'];

describe('a recovery worker called in for two families of eight', () => {
  let council: Council;
  let amina: Person;
  let claire: Person;
  let mark: Person;
  let families: Family[];
  let session: { sessionId: string; logId: string; slotIds: string[] };

  beforeAll(async () => {
    council = await openCouncil();
    const teamId = await council.team('Northgate');
    mark = await council.person({
      name: 'Mark Reeve',
      discipline: 'management',
      role: 'team-manager',
      teamId,
    });
    claire = await council.person({ name: 'Claire Ward', discipline: 'social-work' });
    amina = await council.person({ name: 'Amina Yusuf', discipline: 'recovery' });
    families = [];
    for (const [i, name] of names.entries()) {
      const allocated = [{ personId: claire.personId, as: 'social-work' as const }];
      const hers = [{ personId: amina.personId, as: 'recovery' as const }];
      families.push(await council.family(name, teamId, i < 2 ? [...allocated, ...hers] : allocated));
    }
    session = await council.session(teamId, mark.personId, families);
    for (const person of [mark, claire])
      for (const logId of [session.logId, ...families.map((f) => f.logId)]) await person.joins(logId);
  });
  afterAll(() => council.close());

  it('joins the session and her two, and for the six is told the same as for what does not exist', async () => {
    expect(await amina.joins(session.logId)).toMatchObject({ ok: true });
    for (const { logId } of families.slice(0, 2))
      expect(await amina.joins(logId)).toMatchObject({ ok: true });
    const nowhere = await amina.joins(`discussion/${crypto.randomUUID()}`);
    for (const { logId } of families.slice(2)) {
      expect(await amina.joins(logId)).toEqual(nowhere);
      expect(await amina.does(logId, 'brief.read', { seq: 1 })).toMatchObject({
        refusal: { code: 'not-found' },
      });
      expect(await amina.asks('since', { logId, since: 0 })).toEqual(nowhere);
    }
  });

  it('receives no byte of the other six while all eight are held, written about and signed', async () => {
    await mark.succeeds(session.logId, 'session.open', {});
    await council.confirms(mark);
    for (const [i, family] of families.entries()) {
      await mark.succeeds(session.logId, 'session.goTo', { slotId: session.slotIds[i], step: 'check-in' });
      await claire.writes(family.logId, 'wrong-about', `canary-${i} `);
      if (i < 2) {
        const here = { discipline: 'recovery', personId: amina.personId, way: 'remote' };
        await amina.succeeds(family.logId, 'attendance.set', here);
        await amina.writes(family.logId, 'review/recovery', 'Every session kept.');
      }
      await recordsTalk(mark, claire, family);
      await mark.until(() => mark.sees(family.logId).steps.length === 1);
      const head = (await council.record.stateOf(family.logId))?.seq;
      await mark.until(() => mark.held.get(family.logId)?.seq === head, 'the whole record');
      await mark.succeeds(family.logId, 'minutes.sign', { readSeq: head });
    }
    await mark.succeeds(session.logId, 'session.close', {});
    await amina.until(() => amina.sees<{ status: string }>(session.logId).status === 'closed');
    await amina.until(() => amina.sees((families[1] as Family).logId).status === 'signed');

    const heard = amina.received.join('\n');
    // The words and names of her own two are there, so the search would find the others'.
    for (const name of names.slice(0, 2)) expect(heard).toContain(name);
    expect(amina.reads((families[1] as Family).logId, 'wrong-about')).toBe('canary-1 ');
    for (const [i, family] of families.entries()) {
      if (i < 2) continue;
      // Their discussions' ids she asked for herself; nobody told her one.
      const secrets = [
        names[i] as string,
        `F-${i + 1}"`,
        family.familyId,
        family.discussionId,
        ...family.childIds,
      ];
      for (const secret of secrets) expect(heard).not.toContain(secret);
      const updates = claire.held.get(family.logId)?.entries.flatMap((e) => {
        const { update } = e.payload as { update?: string };
        return update ? [update] : [];
      });
      expect(updates?.length).toBeGreaterThan(3);
      for (const update of updates ?? []) expect(heard).not.toContain(update);
    }
  });
});

describe('the blind scale', () => {
  let council: Council;
  let mark: Person;
  let claire: Person;
  let amina: Person;
  let family: Family;

  beforeAll(async () => {
    council = await openCouncil();
    const teamId = await council.team('Northgate');
    mark = await council.person({
      name: 'Mark Reeve',
      discipline: 'management',
      role: 'team-manager',
      teamId,
    });
    claire = await council.person({ name: 'Claire Ward', discipline: 'social-work' });
    amina = await council.person({ name: 'Amina Yusuf', discipline: 'recovery' });
    family = await council.family('Hartley', teamId, [
      { personId: claire.personId, as: 'social-work' },
      { personId: amina.personId, as: 'recovery' },
    ]);
    const session = await council.session(teamId, mark.personId, [family]);
    for (const person of [mark, claire, amina]) await person.joins(family.logId);
    await mark.joins(session.logId);
    await mark.succeeds(session.logId, 'session.open', {});
    await mark.succeeds(session.logId, 'session.goTo', { slotId: session.slotIds[0], step: 'scale' });
  });
  afterAll(() => council.close());

  it('before the reveal nobody else receives a score, a reason or who gave it, and the table cannot be read', async () => {
    await amina.succeeds(family.logId, 'scale.score', { score: 3, reason: 'canary-reason' });
    await claire.until(() => claire.sees(family.logId).scale.count === 1);
    await mark.until(() => mark.sees(family.logId).scale.count === 1);
    for (const person of [mark, claire]) {
      expect(person.received.join()).not.toContain('canary-reason');
      const entry = person.held.get(family.logId)?.entries.find((e) => e.kind === 'scale.score');
      expect(entry).toMatchObject({ by: null, hidden: true, payload: { count: 1 } });
    }
    const late = await council.signsIn(claire.personId, 'Claire Ward');
    await late.joins(family.logId);
    expect(late.received.join()).not.toContain('canary-reason');
    const [row] = await council.reader.query<{ payload: string; sealed: number }>(
      `SELECT payload, sealed FROM entry WHERE kind = 'scale.score'`,
    );
    expect(row?.sealed).toBe(1);
    expect(row?.payload).not.toContain('canary');
  });

  it('the reveal shows everybody the same scores at once, and they never change after', async () => {
    await claire.succeeds(family.logId, 'scale.score', { score: 6, reason: 'calmer' });
    await mark.until(() => mark.sees(family.logId).scale.count === 2);
    await mark.succeeds(family.logId, 'scale.reveal', {});
    for (const person of [mark, claire, amina]) {
      await person.until(() => person.sees(family.logId).scale.revealedAt !== null);
      const { scores } = person.sees(family.logId).scale;
      expect([scores[amina.personId]?.score, scores[claire.personId]?.score]).toEqual([3, 6]);
    }
    expect(await amina.does(family.logId, 'scale.score', { score: 9, reason: '' })).toMatchObject({
      refusal: { code: 'revealed' },
    });
  });
});
