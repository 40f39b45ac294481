import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonKept } from '../../shared/people/directory.js';
import type { InvitationLink, You } from '../../shared/people/sign-in.js';
import { Browser, type HttpServer, startHttpServer } from '../../test/support/http-server.js';
import { Reader } from '../core/reader.js';
import { Invitations } from './invitations.service.js';
import { KeptAlive } from './kept-alive.service.js';

const good = 'the heron stands in the shallows';

describe('signing in', () => {
  let server: HttpServer;
  let admin: Browser;
  let amina: { id: string; email: string };

  beforeAll(async () => {
    server = await startHttpServer();
    admin = new Browser(server.url);
    const link = await server.app.get(Invitations).forFirstAdministrator();
    const token = link?.split('/').at(-1);
    const asked = { name: 'Olu Adeyemi', email: 'olu@wrenshire.example', password: good };
    expect((await admin.post(`/api/invitations/${token}`, asked)).status).toBe(200);
    amina = await person('Amina Yusuf', 'amina@recovery.example');
  });
  afterAll(() => server?.stop());

  async function person(name: string, email: string): Promise<{ id: string; email: string }> {
    await signsIn(admin, 'olu@wrenshire.example');
    const { body } = await admin.post<{ id: string }>('/api/people', { name, email, discipline: 'recovery' });
    const invited = await admin.post<InvitationLink>(`/api/people/${body.id}/invitation`);
    const token = invited.body.link.split('/').at(-1);
    expect((await new Browser(server.url).post(`/api/invitations/${token}`, { password: good })).status).toBe(
      200,
    );
    return { id: body.id, email };
  }

  function signsIn(browser: Browser, email = 'amina@recovery.example', password = good) {
    return browser.post<You>('/api/sign-in', { email, password });
  }

  it('a person signs in with a cookie that no script and no other site can use', async () => {
    const browser = new Browser(server.url);
    const answer = await signsIn(browser, ' Amina@Recovery.example ');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      name: 'Amina Yusuf',
      firstName: 'Amina',
      councilName: 'Wrenshire Council',
    });
    const cookie = answer.headers.getSetCookie().find((c) => c.startsWith('sign-in='));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).toMatch(/Path=\//);
    const [row] = await server.app
      .get(Reader)
      .query<{ token_hash: string }>('SELECT token_hash FROM sign_in ORDER BY made_at DESC LIMIT 1');
    expect(answer.headers.getSetCookie().join()).not.toContain(row?.token_hash);
  });

  it('over https the cookie has the prefix that ties it to this host', async () => {
    const secure = await startHttpServer({ origins: ['https://supervision.example.gov.uk'] });
    try {
      const link = await secure.app.get(Invitations).forFirstAdministrator();
      const taken = { name: 'Olu Adeyemi', email: 'olu@wrenshire.example', password: good };
      const answer = await new Browser(secure.url).post(`/api/invitations/${link?.split('/').at(-1)}`, taken);
      expect(answer.headers.getSetCookie()).toEqual(
        expect.arrayContaining([expect.stringMatching(/^__Host-sign-in=.*; Secure/)]),
      );
      // A host beside ours can set a cookie without the prefix, never one with it.
      const token = /__Host-sign-in=([^;]+)/.exec(answer.headers.getSetCookie().join())?.[1];
      const asks = async (name: string) =>
        (await fetch(`${secure.url}/api/you`, { headers: { cookie: `${name}=${token}` } })).status;
      expect([await asks('__Host-sign-in'), await asks('sign-in')]).toEqual([200, 401]);
    } finally {
      await secure.stop();
    }
  });

  it('an unknown person, a wrong password and somebody without a password get one and the same answer', async () => {
    const { body } = await admin.post<{ id: string }>('/api/people', {
      name: 'Not Yet',
      email: 'not.yet@recovery.example',
      discipline: 'recovery',
    });
    expect(body.id).toBeTruthy();
    const answers = await Promise.all(
      [amina.email, 'nobody@recovery.example', 'not.yet@recovery.example', 'not an address'].map((email) =>
        signsIn(new Browser(server.url), email, 'not the password at all'),
      ),
    );
    expect(new Set(answers.map((a) => `${a.status} ${a.text} ${a.headers.get('content-length')}`)).size).toBe(
      1,
    );
    expect(answers[0]?.status).toBe(401);
    for (const answer of answers) expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('the key to what waits on a device is the same after the next sign-in, and another on another device or for another person', async () => {
    const laptop = new Browser(server.url);
    const first = (await signsIn(laptop)).body.outboxKey;
    await laptop.post('/api/sign-out');
    const second = (await signsIn(laptop)).body.outboxKey;
    const elsewhere = (await signsIn(new Browser(server.url))).body.outboxKey;
    const bea = await person('Bea Long', 'bea@recovery.example');
    const other = (await signsIn(laptop, bea.email)).body.outboxKey;
    expect(Buffer.from(first, 'base64')).toHaveLength(32);
    expect(second).toBe(first);
    expect(elsewhere).not.toBe(first);
    expect(other).not.toBe(first);
    const named = { 'x-device': '0b9d2f0e-8c70-4c6e-9d5f-3f2d8a6b1c11' };
    const one = (await signsIn(new Browser(server.url, named))).body.outboxKey;
    expect((await signsIn(new Browser(server.url, named))).body.outboxKey).toBe(one);
  });

  it('a fourth sign-in ends the oldest, and signing in again replaces the one this browser had', async () => {
    const cleo = await person('Cleo Park', 'cleo@recovery.example');
    const browsers = [1, 2, 3, 4].map(() => new Browser(server.url));
    for (const browser of browsers) {
      server.clock.passes(1000);
      await signsIn(browser, cleo.email);
    }
    const statuses = await Promise.all(browsers.map(async (b) => (await b.get('/api/you')).status));
    expect(statuses).toEqual([401, 200, 200, 200]);
    const [, second] = browsers as [Browser, Browser];
    const before = new Browser(server.url);
    for (const [name, value] of second.cookies) before.cookies.set(name, value);
    await signsIn(second, cleo.email);
    expect((await before.get('/api/you')).status).toBe(401);
    expect((await second.get('/api/you')).status).toBe(200);
  });

  it('a sign-in ends a quarter of an hour after the last input, and after twelve hours whatever happens', async () => {
    const browser = new Browser(server.url);
    await signsIn(browser);
    for (let i = 0; i < 3; i++) {
      server.clock.minutes(14);
      expect((await browser.get('/api/you')).status).toBe(200);
    }
    server.clock.passes(15 * 60_000 + 1000);
    expect((await browser.get('/api/you')).body).toMatchObject({ code: 'signed-out' });

    await signsIn(browser);
    for (let minutes = 0; minutes < 12 * 60 - 10; minutes += 10) {
      server.clock.minutes(10);
      expect((await browser.get('/api/you')).status).toBe(200);
    }
    server.clock.minutes(10);
    expect((await browser.get('/api/you')).status).toBe(401);
  });

  it('a page that goes on asking by itself keeps nobody signed in who has left the room', async () => {
    const browser = new Browser(server.url);
    await signsIn(browser);
    const asks = () =>
      browser.send('GET', '/api/sessions', undefined, { 'x-by-itself': '1' }).then(({ status }) => status);
    server.clock.minutes(10);
    expect(await asks()).toBe(200);
    server.clock.minutes(6);
    expect(await asks()).toBe(401);
  });

  it('somebody who listens in a session without typing stays signed in for an hour, and no longer', async () => {
    const browser = new Browser(server.url);
    await signsIn(browser);
    const alive = server.app.get(KeptAlive);
    const [row] = await server.app
      .get(Reader)
      .query<{ id: string }>(
        'SELECT id FROM sign_in WHERE ended_at IS NULL AND person_id = $1 ORDER BY made_at DESC',
        [amina.id],
      );
    const signInId = row?.id ?? '';
    alive.joined(signInId);
    const lasted = async (): Promise<boolean> =>
      (
        await server.app
          .get(Reader)
          .query('SELECT 1 FROM sign_in WHERE id = $1 AND ended_at IS NULL', [signInId])
      ).length === 1;
    for (let minute = 0; minute < 50; minute += 2) {
      server.clock.minutes(2);
      await alive.tick();
    }
    expect(await lasted()).toBe(true);
    for (let minute = 0; minute < 12; minute += 2) {
      server.clock.minutes(2);
      await alive.tick();
    }
    expect(await lasted()).toBe(false);
    alive.left(signInId);
  });

  it('confirming the password holds for five minutes, and a wrong one confirms nothing', async () => {
    const browser = new Browser(server.url);
    await signsIn(browser);
    expect((await browser.post('/api/you/confirm', { password: 'something else entirely' })).status).toBe(
      401,
    );
    expect((await browser.get<You>('/api/you')).body.confirmedUntil).toBeNull();
    const { body } = await browser.post<{ until: string }>('/api/you/confirm', { password: good });
    expect(Date.parse(body.until) - server.clock.now().getTime()).toBe(5 * 60_000);
    expect((await browser.get<You>('/api/you')).body.confirmedUntil).toBe(body.until);
    server.clock.minutes(6);
    expect((await browser.get<You>('/api/you')).body.confirmedUntil).toBeNull();
  });

  it('signing out ends the sign-in on the server, not only in the browser', async () => {
    const browser = new Browser(server.url);
    await signsIn(browser);
    const copy = new Browser(server.url);
    for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
    expect((await browser.post('/api/sign-out')).status).toBe(200);
    expect(browser.cookies.has('sign-in')).toBe(false);
    expect((await copy.get('/api/you')).status).toBe(401);
  });

  it('a stranger who guesses locks neither the owner’s own device out nor the council behind the same address', async () => {
    const dara = await person('Dara Finn', 'dara@recovery.example');
    const known = new Browser(server.url);
    await signsIn(known, dara.email);
    await known.post('/api/sign-out');
    const stranger = new Browser(server.url);
    const answers: number[] = [];
    for (let i = 0; i < 12; i++)
      answers.push((await signsIn(stranger, dara.email, `guess number ${i} of many`)).status);
    expect(answers).toEqual([...Array<number>(10).fill(401), 429, 429]);
    // Even the right password is not tried any more from a new device: it would tell the stranger.
    expect((await signsIn(new Browser(server.url), dara.email)).status).toBe(429);
    expect((await signsIn(known, dara.email)).status).toBe(200);
    expect((await signsIn(new Browser(server.url), amina.email)).status).toBe(200);
    // An account that does not exist is limited in the same way and the same words.
    const nobody: string[] = [];
    for (let i = 0; i < 11; i++)
      nobody.push((await signsIn(stranger, 'x@recovery.example', 'guess of nothing')).text);
    expect(nobody.at(-1)).toContain('try-later');
    server.clock.minutes(16);
    expect((await signsIn(new Browser(server.url), dara.email)).status).toBe(200);
  });

  it('a link to set a password works once, for three days, and only with a password worth having', async () => {
    await signsIn(admin, 'olu@wrenshire.example');
    const eli = (
      await admin.post<{ id: string }>('/api/people', {
        name: 'Eli Sands',
        email: 'eli@recovery.example',
        discipline: 'recovery',
      })
    ).body;
    const link = async (): Promise<string> => {
      await signsIn(admin, 'olu@wrenshire.example');
      const { body } = await admin.post<InvitationLink>(`/api/people/${eli.id}/invitation`);
      return body.link.split('/').at(-1) ?? '';
    };
    const first = await link();
    const browser = new Browser(server.url);
    expect((await browser.get(`/api/invitations/${first}`)).body).toMatchObject({
      purpose: 'password',
      name: 'Eli Sands',
    });
    const tries = ['short', 'Password2026!!', 'EliSands2026', 'aaaaaaaaaaaaaaa', 'safeguarding team 1'];
    const codes = [];
    for (const password of tries)
      codes.push((await browser.post<{ code: string }>(`/api/invitations/${first}`, { password })).body.code);
    expect(codes).toEqual(['password-too-short', ...Array<string>(4).fill('password-too-common')]);
    const second = await link();
    expect((await browser.post(`/api/invitations/${first}`, { password: good })).body).toMatchObject({
      code: 'link-used',
    });
    expect((await browser.post(`/api/invitations/${second}`, { password: good })).status).toBe(200);
    expect((await browser.get<You>('/api/you')).body.name).toBe('Eli Sands');
    expect((await browser.post(`/api/invitations/${second}`, { password: good })).status).toBe(409);
    const third = await link();
    server.clock.minutes(72 * 60 + 1);
    expect((await browser.get(`/api/invitations/${third}`)).body).toMatchObject({ code: 'link-used' });
  });

  it('a person who has left is signed out at once, and cannot sign in again', async () => {
    const finn = await person('Finn Hart', 'finn@recovery.example');
    const browser = new Browser(server.url);
    await signsIn(browser, finn.email);
    await signsIn(admin, 'olu@wrenshire.example');
    expect((await admin.patch(`/api/people/${finn.id}`, { endedOn: server.clock.today() })).status).toBe(200);
    expect((await browser.get('/api/you')).status).toBe(401);
    expect((await signsIn(browser, finn.email)).body).toMatchObject({ code: 'wrong-password' });
    const { body } = await admin.get<PersonKept[]>('/api/people/kept');
    expect(body.find((p) => p.personId === finn.id)).toMatchObject({ ended: true, canSignIn: true });
  });

  it('nothing is changed from another site, or without our own header', async () => {
    const browser = new Browser(server.url);
    const body = { email: amina.email, password: good };
    expect(
      (await browser.send('POST', '/api/sign-in', body, { origin: 'https://elsewhere.example' })).status,
    ).toBe(404);
    expect((await browser.send('POST', '/api/sign-in', body, { 'x-requested-with': 'fetch' })).status).toBe(
      404,
    );
    const origin = server.config.origins[0] as string;
    expect((await browser.send('POST', '/api/sign-in', body, { origin })).status).toBe(200);
  });
});
