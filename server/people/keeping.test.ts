import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DisciplineCode } from '../../shared/disciplines.js';
import type { PersonKept } from '../../shared/people/directory.js';
import type { InvitationLink } from '../../shared/people/sign-in.js';
import type { Role } from '../../shared/people.js';
import { type Colleague, CouncilByHand, password } from '../../test/support/by-hand.js';
import { Browser } from '../../test/support/http-server.js';

// Today is 10 March 2026.
describe('keeping people, and making links with which somebody becomes them', () => {
  let council: CouncilByHand;
  let northgate: string;
  let southgate: string;
  let sandra: Colleague;
  let robin: Colleague;
  let familyId: string;
  let numbers = 0;

  beforeAll(async () => {
    council = await CouncilByHand.open();
    northgate = await council.team('Northgate');
    southgate = await council.team('Southgate');
    const support = (teamId: string) => ({ role: 'business-support' as const, teamId });
    sandra = await council.person('Sandra Pike', 'business-support', support(northgate));
    robin = await council.person('Robin Shaw', 'business-support', support(southgate));
    const family = { name: 'Hartley', teamId: northgate, allocatedOn: '2026-02-16' };
    familyId = council.made(await sandra.browser.post('/api/families', family));
  });
  afterAll(() => council?.stop());

  /** Somebody new, without a password, added by the administrator or by whoever is named. */
  async function adds(
    discipline: DisciplineCode,
    more: object = {},
    by: Browser = council.admin,
  ): Promise<string> {
    const email = `somebody.${++numbers}@wrenshire.example`;
    const person = { name: `Somebody ${numbers}`, email, discipline, ...more };
    return council.made(await by.post('/api/people', person));
  }
  async function gives(personId: string, role: Role, teamId: string | null, toOn?: string): Promise<void> {
    const roleId = council.made(await council.admin.post(`/api/people/${personId}/roles`, { role, teamId }));
    if (toOn) await council.admin.patch(`/api/roles/${roleId}`, { toOn });
  }
  async function allocates(personId: string, discipline: DisciplineCode, more: object = {}): Promise<void> {
    const allocation = { discipline, personId, fromOn: '2026-03-10', ...more };
    council.made(await sandra.browser.post(`/api/families/${familyId}/allocations`, allocation));
  }
  const invites = (by: Colleague, personId: string) =>
    by.browser.post<InvitationLink & { code: string }>(`/api/people/${personId}/invitation`);
  const takesUp = (link: string) =>
    new Browser(council.server.url).post<{ code: string }>(`/api/invitations/${link.split('/').at(-1)}`, {
      password,
    });
  const kept = async (by: Colleague): Promise<string[]> =>
    (await by.browser.get<PersonKept[]>('/api/people/kept')).body.map((person) => person.personId);

  it('a worker of no team with a family of Northgate is not Southgate’s to keep, nor to make a link for', async () => {
    const worker = await adds('domestic-abuse');
    await allocates(worker, 'domestic-abuse');
    expect((await invites(robin, worker)).status).toBe(404);
    expect((await robin.browser.patch(`/api/people/${worker}`, { email: 'r@x.example' })).status).toBe(404);
    expect(await kept(robin)).not.toContain(worker);
    expect(await kept(sandra)).toContain(worker);
    expect((await invites(sandra, worker)).status).toBe(201);
  });

  it('nor one whose work with the family begins next month', async () => {
    const worker = await adds('recovery');
    await allocates(worker, 'recovery', { fromOn: '2026-04-01' });
    expect((await invites(robin, worker)).status).toBe(404);
  });

  it('a manager for a fixed term, or from a day to come, is kept by administrators alone', async () => {
    const overseer = await adds('management');
    await gives(overseer, 'service-manager', null, '2026-12-31');
    const own = await adds('management');
    await gives(own, 'deputy-manager', northgate, '2026-03-10');
    const coming = await adds('management', { teamId: northgate });
    const role = { role: 'team-manager', teamId: northgate, fromOn: '2026-09-01' };
    council.made(await council.admin.post(`/api/people/${coming}/roles`, role));
    for (const personId of [overseer, own, coming]) {
      expect((await invites(sandra, personId)).status).toBe(404);
      const change = { email: 'mine@wrenshire.example', endedOn: '2026-03-10' };
      expect((await sandra.browser.patch(`/api/people/${personId}`, change)).status).toBe(404);
      expect((await council.admin.post(`/api/people/${personId}/invitation`)).status).toBe(201);
    }
  });

  it('somebody whose wider role has ended is a practitioner again, and kept by their team', async () => {
    const last = await adds('management', { teamId: northgate });
    await gives(last, 'deputy-manager', northgate, '2026-03-10');
    const was = await adds('management', { teamId: northgate });
    const begun = { role: 'deputy-manager', teamId: northgate, fromOn: '2026-01-05' };
    const roleId = council.made(await council.admin.post(`/api/people/${was}/roles`, begun));
    await council.admin.patch(`/api/roles/${roleId}`, { toOn: '2026-03-09' });
    const ids = await kept(sandra);
    expect([ids.includes(last), ids.includes(was)]).toEqual([false, true]);
  });

  it('a post in another team lets nobody make a link to where its holder works', async () => {
    const worker = await adds('mental-health', { teamId: northgate });
    const post = { discipline: 'mental-health', personId: worker, fromOn: '2026-03-10' };
    council.made(await robin.browser.post(`/api/teams/${southgate}/posts`, post));
    expect((await invites(robin, worker)).body).toMatchObject({ code: 'not-yours' });
    expect((await invites(sandra, worker)).body).toMatchObject({ code: 'not-yours' });
    expect((await council.admin.post(`/api/people/${worker}/invitation`)).status).toBe(201);
  });

  it('business support brings somebody new into the team, and the link works', async () => {
    const worker = await adds('recovery', { teamId: northgate }, sandra.browser);
    const { body } = await invites(sandra, worker);
    await allocates(worker, 'recovery');
    expect((await takesUp(body.link)).status).toBe(200);
    expect((await invites(sandra, worker)).body).toMatchObject({ code: 'not-yours' });
  });

  it('a link that Southgate made opens nothing once its person works with a family of Northgate', async () => {
    const worker = await adds('domestic-abuse', {}, robin.browser);
    const { body } = await invites(robin, worker);
    const path = `/api/invitations/${body.link.split('/').at(-1)}`;
    expect((await new Browser(council.server.url).get(path)).status).toBe(200);
    await allocates(worker, 'domestic-abuse');
    expect((await new Browser(council.server.url).get(path)).body).toMatchObject({ code: 'link-used' });
    expect((await takesUp(body.link)).body).toMatchObject({ code: 'link-used' });
  });

  it('nor once its person was given a wider role, or its maker lost theirs', async () => {
    const worker = await adds('management', {}, robin.browser);
    const first = await invites(robin, worker);
    await gives(worker, 'team-manager', southgate);
    expect((await takesUp(first.body.link)).body).toMatchObject({ code: 'link-used' });
    const kit = await council.person('Kit Lowe', 'business-support');
    const role = { role: 'business-support', teamId: southgate };
    council.made(await council.admin.post(`/api/people/${kit.id}/roles`, role));
    const other = await adds('recovery', { teamId: southgate }, kit.browser);
    const second = await invites(kit, other);
    await council.admin.patch(`/api/people/${kit.id}`, { endedOn: '2026-03-10' });
    expect((await takesUp(second.body.link)).body).toMatchObject({ code: 'link-used' });
  });

  it('whoever keeps one team of a practitioner does not end their work in another', async () => {
    const worker = await adds('social-work', { teamId: northgate });
    await gives(worker, 'practitioner', southgate);
    const { body } = await robin.browser.get<PersonKept[]>('/api/people/kept');
    const roles = body.find((person) => person.personId === worker)?.roles ?? [];
    const ends = (teamId: string) =>
      robin.browser.patch(`/api/roles/${roles.find((one) => one.teamId === teamId)?.roleId}`, {
        toOn: '2026-03-31',
      });
    expect((await ends(northgate)).body).toMatchObject({ code: 'not-yours' });
    expect((await ends(southgate)).status).toBe(200);
  });
});
