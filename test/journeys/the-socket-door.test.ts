import http from 'node:http';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { io } from 'socket.io-client';
import { PROTOCOL } from '../../shared/live/wire.js';
import { type Council, type Family, openCouncil } from '../support/council.js';
import type { Person } from '../support/person.js';

// Real servers and sockets, on a machine that may be busy with others.
jest.setTimeout(60_000);

describe('the door of the socket', () => {
  let council: Council;
  let amina: Person;
  let claire: Person;
  let harley: Family;
  let cookie: string;

  beforeAll(async () => {
    council = await openCouncil({
      budgets: {
        changesPerSecond: 2000,
        changesAtOnce: 2000,
        socketsPerPerson: 3,
        waitingBytes: 300_000,
        waitingPackets: 100,
      },
    });
    const teamId = await council.team('Northgate');
    amina = await council.person({ name: 'Amina Yusuf', discipline: 'recovery' });
    claire = await council.person({ name: 'Claire Ward', discipline: 'social-work' });
    cookie = amina.cookie;
    harley = await council.family('Harley', teamId, [
      { personId: amina.personId, as: 'recovery' },
      { personId: claire.personId, as: 'social-work' },
    ]);
    await amina.joins(harley.logId);
    await claire.joins(harley.logId);
  });
  afterAll(() => council.close());

  /** A WebSocket handshake by hand: its status. */
  const knock = (
    headers: Record<string, string>,
    path = '/socket.io/?EIO=4&transport=websocket',
  ): Promise<number> =>
    new Promise((done, fail) => {
      const request = http.get(`${council.server.url}${path}`, {
        headers: {
          connection: 'Upgrade',
          upgrade: 'websocket',
          'sec-websocket-version': '13',
          'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
          ...headers,
        },
      });
      request.on('upgrade', (response, socket) => {
        socket.destroy();
        done(response.statusCode ?? 0);
      });
      request.on('response', (response) => {
        response.resume();
        done(response.statusCode ?? 0);
      });
      request.on('error', fail);
    });

  it('opens for a person who is signed in, from the product’s own address', async () => {
    expect(await knock({ origin: council.origin, cookie })).toBe(101);
  });

  it.each([
    ['a page of another site with the person’s cookie', { origin: 'http://evil.example' }],
    ['a page whose address only begins like ours', { origin: 'http://council.test.evil.example' }],
    ['something that does not say where it comes from', {}],
  ])('stays shut for %s', async (_, headers) => {
    expect(await knock({ cookie, ...headers })).not.toBe(101);
  });

  it('stays shut without a sign-in, and for polling', async () => {
    expect(await knock({ origin: council.origin })).not.toBe(101);
    expect(await knock({ origin: council.origin, cookie: 'sign-in=made-up' })).not.toBe(101);
    const polling = await fetch(`${council.server.url}/socket.io/?EIO=4&transport=polling`, {
      headers: { origin: council.origin, cookie },
    });
    expect(polling.status).toBeGreaterThanOrEqual(400);
  });

  it('sends away a page of one person that comes with the cookie of another, before it can say or hear anything', async () => {
    const claims = (personId: string) =>
      io(council.server.url, {
        transports: ['websocket'],
        reconnection: false,
        forceNew: true,
        auth: { personId },
        extraHeaders: { origin: council.origin, cookie: claire.cookie },
      });
    const aminasPage = claims(amina.personId);
    const heard: string[] = [];
    aminasPage.on('bye', ({ why }: { why: string }) => heard.push(why));
    const answer = aminasPage
      .timeout(20_000)
      .emitWithAck('join', { protocol: PROTOCOL, logId: harley.logId, since: 0 });
    await expect(answer).rejects.toThrow();
    expect(heard).toEqual(['signed-out']);
    const own = claims(claire.personId);
    expect(
      await own.timeout(20_000).emitWithAck('join', { protocol: PROTOCOL, logId: harley.logId, since: 0 }),
    ).toMatchObject({ ok: true, you: { personId: claire.personId } });
    own.disconnect();
  });

  it('lets a person in so many times, and no more', async () => {
    const more = await council.signsIn(claire.personId, 'Claire Ward');
    const most = await council.signsIn(claire.personId, 'Claire Ward');
    await expect(council.signsIn(claire.personId, 'Claire Ward')).rejects.toThrow();
    more.losesConnection();
    most.losesConnection();
  });

  it('answers every message, also one it cannot read and one it does not know', async () => {
    const unreadable = { ok: false, refusal: { code: 'unreadable' } };
    expect(await amina.asks('join', { logId: 'nonsense' })).toMatchObject(unreadable);
    expect(await amina.asks('changes', { logId: harley.logId, changes: [] })).toMatchObject(unreadable);
    expect(await amina.asks('changes', null)).toMatchObject(unreadable);
    expect(await amina.asks('admin' as 'join', {})).toMatchObject(unreadable);
    expect(await amina.asks('join', { protocol: 0, logId: harley.logId, since: 0 })).toMatchObject({
      refusal: { code: 'old-page' },
    });
    expect(await amina.does(harley.logId, 'minutes.forge', {})).toMatchObject({
      refusal: { code: 'unknown-kind' },
    });
    expect(await amina.does(harley.logId, 'discussion.end', {})).toMatchObject({
      refusal: { code: 'unknown-kind' },
    });
  });

  it('a message of more than 64 KB ends that connection and nobody else’s', async () => {
    const intruder = await council.signsIn(amina.personId, 'Amina Yusuf');
    intruder.socket.emit(
      'changes',
      { logId: harley.logId, changes: 'x'.repeat(70_000) } as never,
      () => undefined,
    );
    await intruder.until(() => !intruder.socket.connected);
    expect(await claire.writes(harley.logId, 'review/social-work', 'Still here. ')).toHaveProperty('entry');
  });

  it('somebody who stops reading is let go, while the others hear everything', async () => {
    const stuck = await council.signsIn(amina.personId, 'Amina Yusuf');
    await stuck.joins(harley.logId);
    stuck.stopsReading();
    const noteId = crypto.randomUUID();
    const payload = { noteId, discipline: 'social-work', text: 'é'.repeat(3900), audience: ['recovery'] };
    for (let message = 0; message < 220; message++)
      await claire.sends(
        harley.logId,
        Array.from({ length: 7 }, () => ({ id: crypto.randomUUID(), kind: 'note.protect', payload })),
      );
    await council.until(async () => (await council.socketsOf(amina.personId)) === 1);
    const head = (await council.record.stateOf(harley.logId))?.seq as number;
    await amina.until(() => amina.held.get(harley.logId)?.seq === head);
    stuck.losesConnection();
    await stuck.comes();
    expect(stuck.held.get(harley.logId)?.seq).toBe(head);
    expect(stuck.sees(harley.logId)).toEqual(amina.sees(harley.logId));
  });
});

describe('a budget', () => {
  it('somebody who sends more than can be saved is told to wait, and nobody else is', async () => {
    const council = await openCouncil({
      budgets: {
        changesPerSecond: 1,
        changesAtOnce: 10,
        socketsPerPerson: 3,
        waitingBytes: 1e6,
        waitingPackets: 200,
      },
    });
    try {
      const teamId = await council.team('Northgate');
      const amina = await council.person({ name: 'Amina Yusuf', discipline: 'recovery' });
      const claire = await council.person({ name: 'Claire Ward', discipline: 'social-work' });
      const harley = await council.family('Harley', teamId, [
        { personId: amina.personId, as: 'recovery' },
        { personId: claire.personId, as: 'social-work' },
      ]);
      await amina.joins(harley.logId);
      const verdicts = await Promise.all(
        Array.from({ length: 20 }, () => amina.does(harley.logId, 'brief.read', { seq: 1 })),
      );
      const refused = verdicts.filter((v) => 'refusal' in v && v.refusal.code === 'too-fast');
      expect(refused.length).toBeGreaterThanOrEqual(8);
      expect(refused.length).toBeLessThan(20);
      expect(await claire.does(harley.logId, 'brief.read', { seq: 1 })).toHaveProperty('entry');
    } finally {
      await council.close();
    }
  });
});
