import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscoveryService } from '@nestjs/core';
import { HttpModule } from '../server/core/http/http.module.js';
import { routesOf } from '../server/core/http/routes.js';
import { measureCodes } from '../shared/audit/measures/titles.js';
import type { FamilyLine, FamilyPage } from '../shared/families/family.js';
import type { PersonKept } from '../shared/people/directory.js';
import type { SessionPage } from '../shared/schedule/http.js';
import { CouncilByHand } from './support/by-hand.js';
import { Browser } from './support/http-server.js';

/** Who asks. `southgate` keeps another team; `was` was allocated until yesterday; `other` works in the team, with another family. */
const actors = [
  'nobody',
  'admin',
  'support',
  'manager',
  'overseer',
  'allocated',
  'other',
  'was',
  'southgate',
] as const;
type Who = (typeof actors)[number];

const everybody: Who[] = [...actors];
const signedIn = everybody.filter((who) => who !== 'nobody');
// Keep some team, though not this one: the route is theirs, the family is not.
const keepers: Who[] = ['admin', 'support', 'manager'];
const readers: Who[] = ['support', 'manager', 'overseer', 'allocated'];
const ofTheTeam: Who[] = ['admin', 'support', 'manager', 'overseer', 'allocated', 'other'];

interface Row {
  /** As the running server names it. */
  route: string;
  path: (at: Fixture) => string | Promise<string>;
  body?: (at: Fixture) => unknown;
  /** Whom it lets in. Everybody else who is signed in is told that there is no such thing. */
  lets: readonly Who[];
  /** Let in, and then told that this is for somebody else: they may know that it is there. */
  tells?: readonly Who[];
}

interface Fixture {
  council: CouncilByHand;
  teamId: string;
  familyId: string;
  childId: string;
  planId: string;
  adultId: () => Promise<string>;
  closureId: () => Promise<string>;
  allocationId: string;
  discussionId: string;
  sessionId: string;
  slotId: string;
  roleId: string;
  postId: string;
  personId: string;
}

const date = '2026-03-10';
const table: Row[] = [
  { route: 'GET /api/openapi.json', path: () => '/api/openapi.json', lets: everybody },
  { route: 'GET /api/health/live', path: () => '/api/health/live', lets: everybody },
  { route: 'GET /api/health/ready', path: () => '/api/health/ready', lets: everybody },
  { route: 'POST /api/sign-in', path: () => '/api/sign-in', body: () => ({}), lets: everybody },
  { route: 'POST /api/you/confirm', path: () => '/api/you/confirm', body: () => ({}), lets: signedIn },
  { route: 'GET /api/you', path: () => '/api/you', lets: signedIn },
  { route: 'GET /api/people', path: () => '/api/people', lets: signedIn },
  { route: 'GET /api/teams', path: () => '/api/teams', lets: signedIn },
  { route: 'GET /api/teams/:id/posts', path: (f) => `/api/teams/${f.teamId}/posts`, lets: signedIn },
  { route: 'GET /api/families', path: () => '/api/families', lets: signedIn },
  { route: 'GET /api/sessions', path: () => '/api/sessions', lets: signedIn },
  { route: 'GET /api/next-steps/mine', path: () => '/api/next-steps/mine', lets: signedIn },
  { route: 'GET /api/home', path: () => '/api/home', lets: signedIn },
  { route: 'POST /api/home/looked', path: () => '/api/home/looked', lets: signedIn },
  { route: 'GET /api/cadence', path: () => '/api/cadence', lets: signedIn },

  {
    route: 'POST /api/cadence/policies',
    path: () => '/api/cadence/policies',
    body: () => ({
      name: 'Every five weeks',
      interval: { every: 'days', n: 35 },
      first: { n: 10, unit: 'working-days' },
      fromOn: date,
      reason: 'Agreed',
    }),
    lets: ['admin', 'overseer'],
  },
  {
    route: 'PUT /api/cadence/holidays',
    path: () => '/api/cadence/holidays',
    body: () => ({ file: '{}' }),
    lets: ['admin'],
  },
  {
    route: 'POST /api/cadence/closures',
    path: () => '/api/cadence/closures',
    body: (f) => ({ teamId: f.teamId, fromOn: date, toOn: date, title: 'Training day' }),
    lets: [...keepers, 'overseer'],
  },
  {
    route: 'DELETE /api/cadence/closures/:id',
    path: async (f) => `/api/cadence/closures/${await f.closureId()}`,
    lets: [...keepers, 'overseer'],
  },

  { route: 'GET /api/people/kept', path: () => '/api/people/kept', lets: [...keepers, 'southgate'] },
  {
    route: 'POST /api/people',
    path: () => '/api/people',
    body: (f) => ({ name: 'New', discipline: 'recovery', teamId: f.teamId }),
    lets: keepers,
    tells: ['southgate'],
  },
  {
    route: 'PATCH /api/people/:id',
    path: (f) => `/api/people/${f.personId}`,
    body: () => ({ title: 'Worker' }),
    lets: keepers,
  },
  {
    route: 'POST /api/people/:id/roles',
    path: (f) => `/api/people/${f.personId}/roles`,
    body: (f) => ({ role: 'practitioner', teamId: f.teamId }),
    lets: keepers,
  },
  {
    route: 'PATCH /api/roles/:id',
    path: (f) => `/api/roles/${f.roleId}`,
    body: () => ({ toOn: '2000-01-01' }),
    lets: keepers,
  },
  {
    route: 'POST /api/people/:id/invitation',
    path: (f) => `/api/people/${f.personId}/invitation`,
    lets: keepers,
  },
  { route: 'GET /api/people/:id/acts', path: (f) => `/api/people/${f.personId}/acts`, lets: keepers },
  {
    route: 'POST /api/teams',
    path: () => '/api/teams',
    body: () => ({ name: randomUUID() }),
    lets: ['admin'],
  },
  {
    route: 'POST /api/teams/:id/posts',
    path: (f) => `/api/teams/${f.teamId}/posts`,
    body: () => ({ discipline: 'recovery', fromOn: date }),
    lets: keepers,
  },
  {
    route: 'PATCH /api/posts/:id',
    path: (f) => `/api/posts/${f.postId}`,
    body: () => ({ personId: null, fromOn: '2000-01-01' }),
    lets: keepers,
  },
  { route: 'GET /api/teams/:id/acts', path: (f) => `/api/teams/${f.teamId}/acts`, lets: keepers },

  {
    route: 'POST /api/families',
    path: () => '/api/families',
    body: (f) => ({ name: 'New', teamId: f.teamId, allocatedOn: date }),
    lets: keepers,
    tells: ['southgate'],
  },
  { route: 'GET /api/families/:id', path: (f) => `/api/families/${f.familyId}`, lets: [...readers, 'admin'] },
  {
    route: 'PATCH /api/families/:id',
    path: (f) => `/api/families/${f.familyId}`,
    body: () => ({}),
    lets: keepers,
  },
  {
    route: 'GET /api/families/:id/acts',
    path: (f) => `/api/families/${f.familyId}/acts`,
    lets: [...readers, 'admin'],
  },
  {
    route: 'POST /api/families/:id/children',
    path: (f) => `/api/families/${f.familyId}/children`,
    body: () => ({ firstName: 'Ash' }),
    lets: keepers,
  },
  {
    route: 'PATCH /api/children/:id',
    path: (f) => `/api/children/${f.childId}`,
    body: () => ({}),
    lets: keepers,
  },
  {
    route: 'POST /api/children/:id/plans',
    path: (f) => `/api/children/${f.childId}/plans`,
    body: () => ({ type: 'CIN', since: date }),
    lets: keepers,
  },
  {
    route: 'PATCH /api/plans/:id',
    path: (f) => `/api/plans/${f.planId}`,
    body: () => ({ toOn: '2000-01-01' }),
    lets: keepers,
  },
  {
    route: 'POST /api/families/:id/adults',
    path: (f) => `/api/families/${f.familyId}/adults`,
    body: () => ({ name: 'Kit' }),
    lets: keepers,
  },
  {
    route: 'PATCH /api/adults/:id',
    path: async (f) => `/api/adults/${await f.adultId()}`,
    body: () => ({ relation: 'uncle' }),
    lets: keepers,
  },
  { route: 'DELETE /api/adults/:id', path: async (f) => `/api/adults/${await f.adultId()}`, lets: keepers },
  {
    route: 'POST /api/families/:id/allocations',
    path: (f) => `/api/families/${f.familyId}/allocations`,
    body: () => ({ discipline: 'psychology', personId: null, fromOn: date }),
    lets: keepers,
  },
  {
    route: 'PATCH /api/allocations/:id',
    path: (f) => `/api/allocations/${f.allocationId}`,
    body: () => ({ toOn: '2000-01-01' }),
    lets: keepers,
  },
  {
    route: 'GET /api/families/:id/next-due',
    path: (f) => `/api/families/${f.familyId}/next-due?heldOn=${date}`,
    lets: readers,
  },
  {
    route: 'POST /api/families/:id/exemption',
    path: (f) => `/api/families/${f.familyId}/exemption`,
    body: () => ({ reason: 'moved-out', words: '', untilOn: date }),
    lets: ['manager', 'overseer'],
  },
  {
    route: 'DELETE /api/families/:id/exemption',
    path: (f) => `/api/families/${f.familyId}/exemption`,
    lets: ['manager', 'overseer'],
  },
  {
    route: 'POST /api/families/:id/happenings',
    path: (f) => `/api/families/${f.familyId}/happenings`,
    body: () => ({ on: date, kind: 'visit', words: 'Seen.' }),
    lets: ['support', 'manager', 'allocated'],
    tells: ['overseer'],
  },

  { route: 'GET /api/discussions/:id', path: (f) => `/api/discussions/${f.discussionId}`, lets: readers },
  {
    route: 'GET /api/discussions/:id/brief',
    path: (f) => `/api/discussions/${f.discussionId}/brief`,
    lets: readers,
  },

  { route: 'GET /api/chase', path: (f) => `/api/chase?teamId=${f.teamId}`, lets: keepers },
  { route: 'GET /api/calendar-feeds', path: () => '/api/calendar-feeds', lets: signedIn },
  {
    route: 'POST /api/calendar-feeds',
    path: () => '/api/calendar-feeds',
    body: (f) => ({ teamId: f.teamId }),
    lets: keepers,
  },
  { route: 'GET /api/messages', path: () => '/api/messages', lets: ['admin'] },

  {
    route: 'POST /api/sessions',
    path: () => '/api/sessions',
    body: (f) => ({ teamId: f.teamId, date, startsAt: '12:00', endsAt: '11:00', chairId: randomUUID() }),
    lets: keepers,
    tells: ['southgate'],
  },
  {
    route: 'GET /api/sessions/:id',
    path: (f) => `/api/sessions/${f.sessionId}`,
    // `other` has a family in it too.
    lets: [...readers, 'admin', 'other'],
  },
  {
    route: 'POST /api/planner/invite',
    path: () => '/api/planner/invite',
    // A month of which there is nothing to tell.
    body: (f) => ({ teamId: f.teamId, month: '2026-01' }),
    lets: [...keepers, 'overseer'],
  },
  {
    route: 'POST /api/planner/sessions/:id/cancel',
    path: (f) => `/api/planner/sessions/${f.sessionId}/cancel`,
    // Allowed by somebody who may not: it stays as it is, and whoever keeps the team is told so.
    body: (f) => ({ reason: 'emergency', allowedBy: f.personId }),
    lets: [],
    tells: keepers,
  },
  {
    route: 'POST /api/planner/sessions/:id/cancel/say',
    path: (f) => `/api/planner/sessions/${f.sessionId}/cancel/say`,
    lets: keepers,
  },
  {
    route: 'PATCH /api/sessions/:id',
    path: (f) => `/api/sessions/${f.sessionId}`,
    body: () => ({ room: 'Room 2' }),
    lets: keepers,
  },
  {
    route: 'POST /api/sessions/:id/slots',
    path: (f) => `/api/sessions/${f.sessionId}/slots`,
    body: (f) => ({ familyId: f.familyId }),
    lets: keepers,
  },
  {
    route: 'GET /api/planner/board',
    path: (f) => `/api/planner/board?teamId=${f.teamId}&month=2026-03`,
    lets: [...keepers, 'overseer'],
  },
  {
    route: 'GET /api/planner/families/:id/ways',
    path: (f) => `/api/planner/families/${f.familyId}/ways`,
    lets: keepers,
  },
  {
    route: 'POST /api/planner/plans',
    path: () => '/api/planner/plans',
    body: (f) => ({ teamIds: [f.teamId], month: '2026-01' }),
    lets: [...keepers, 'overseer'],
  },
  ...(['move', 'move/say'] as const).map((act) => ({
    route: `POST /api/planner/slots/:id/${act}`,
    path: (f: Fixture) => `/api/planner/slots/${f.slotId}/${act}`,
    body: (f: Fixture) => ({ toSessionId: f.sessionId, position: 0, seenIn: f.sessionId }),
    lets: keepers,
  })),
  ...(['swap', 'swap/say'] as const).map((act) => ({
    route: `POST /api/planner/slots/:id/${act}`,
    path: (f: Fixture) => `/api/planner/slots/${f.slotId}/${act}`,
    // With itself: nothing changes places.
    body: (f: Fixture) => ({ withSlotId: f.slotId, seenIn: f.sessionId, withSeenIn: f.sessionId }),
    lets: keepers,
  })),
  {
    route: 'POST /api/planner/slots/:id/minutes',
    path: (f) => `/api/planner/slots/${f.slotId}/minutes`,
    body: (f) => ({ minutes: 30, seenIn: f.sessionId }),
    lets: keepers,
  },
  {
    route: 'POST /api/planner/slots/:id/end',
    path: (f) => `/api/planner/slots/${f.slotId}/end`,
    // Allowed by somebody who may not: nothing ends, and whoever keeps the team is told so.
    body: (f) => ({ outcome: 'postponed', reason: 'emergency', allowedBy: f.personId }),
    lets: [],
    tells: keepers,
  },
  ...(['place', 'place/say'] as const).map((act) => ({
    route: `POST /api/planner/sessions/:id/${act}`,
    path: (f: Fixture) => `/api/planner/sessions/${f.sessionId}/${act}`,
    body: (f: Fixture) => ({ familyId: f.familyId }),
    lets: keepers,
  })),
  {
    route: 'POST /api/planner/sessions/:id/lengthen',
    path: (f) => `/api/planner/sessions/${f.sessionId}/lengthen`,
    body: () => ({ minutes: 5 }),
    lets: keepers,
  },
  {
    route: 'GET /api/series',
    path: (f) => `/api/series?teamId=${f.teamId}`,
    lets: [...keepers, 'overseer'],
  },
  {
    route: 'POST /api/series',
    path: () => '/api/series',
    body: (f) => ({
      teamId: f.teamId,
      name: 'Ends before it begins',
      pattern: { kind: 'chosen', dates: ['2026-04-07'] },
      startsAt: '12:00',
      endsAt: '11:00',
      chairId: f.personId,
      fromOn: '2026-04-01',
    }),
    lets: keepers,
    tells: ['southgate'],
  },
  {
    route: 'POST /api/series/gaps',
    path: () => '/api/series/gaps',
    body: (f) => ({
      teamId: f.teamId,
      pattern: { kind: 'nth-weekday', nth: 1, weekday: 2 },
      fromOn: '2026-04-01',
    }),
    lets: [...keepers, 'overseer'],
  },
  { route: 'GET /api/people/:id/leave', path: (f) => `/api/people/${f.personId}/leave`, lets: keepers },
  {
    route: 'POST /api/people/:id/leave',
    path: (f) => `/api/people/${f.personId}/leave`,
    body: () => ({ fromOn: '2026-08-05', toOn: '2026-08-05' }),
    lets: keepers,
  },

  // Figures are counts, for whoever belongs to the team; names in them are told by a test of their own.
  ...['snapshot', 'months', 'attendance', 'oversight', 'gaps'].map((page) => ({
    route: `GET /api/audit/${page}`,
    path: (f: Fixture) => `/api/audit/${page}?teamId=${f.teamId}`,
    lets: ofTheTeam,
  })),
  ...['rows', 'export/rows.csv', 'export/rows.xlsx'].map((page) => ({
    route: `GET /api/audit/${page}`,
    path: (f: Fixture) => `/api/audit/${page}?measure=attendance&teamId=${f.teamId}`,
    lets: ofTheTeam,
  })),
  ...['csv', 'xlsx'].map((as) => ({
    route: `GET /api/audit/export/:name.${as}`,
    path: (f: Fixture) => `/api/audit/export/snapshot.${as}?teamId=${f.teamId}`,
    lets: ofTheTeam,
  })),
  {
    route: 'GET /api/audit/why',
    path: (f) => `/api/audit/why?familyId=${f.familyId}`,
    lets: readers,
  },
  {
    route: 'GET /api/audit/looks',
    path: (f) => `/api/audit/looks?teamId=${f.teamId}`,
    lets: ['manager', 'overseer'],
    tells: ['admin', 'support', 'allocated', 'other'],
  },
  { route: 'GET /api/audit/samples', path: () => '/api/audit/samples', lets: ['manager', 'overseer'] },
  {
    route: 'POST /api/audit/samples',
    path: () => '/api/audit/samples',
    // Nothing has been signed yet: whoever may draw is told so.
    body: (f) => ({ from: date, to: date, teamId: f.teamId }),
    lets: ['manager', 'overseer'],
  },
  { route: 'GET /api/audit/packs', path: () => '/api/audit/packs', lets: ['manager', 'overseer'] },
];

/** Covered by tests of their own: who asks does not matter to them, or they need a token or signed minutes. */
const elsewhere = [
  'POST /api/sign-out',
  'GET /api/invitations/:token',
  'POST /api/invitations/:token',
  'GET /api/minutes/:id',
  'DELETE /api/sessions/:id/slots/:slotId',
  'GET /api/imports',
  'POST /api/imports/annex-a',
  'POST /api/imports/history',
  'GET /api/calendar/:token.ics',
  'DELETE /api/calendar-feeds/:id',
  'POST /api/messages/:id/again',
  'POST /api/jobs/:id/again',
  'POST /api/planner/plans/:id/undo',
  'POST /api/planner/plans/:id/invite',
  'PATCH /api/series/:id',
  'POST /api/series/:id/end',
  'DELETE /api/leave/:id',
  'GET /api/audit/samples/:id',
  'POST /api/audit/samples/:id/records/:discussionId/grades',
  'POST /api/audit/packs',
  'GET /api/audit/packs/:id/progress',
  'POST /api/audit/packs/:id/agree',
  'GET /api/audit/packs/:id/file',
];

describe('walls', () => {
  let at: Fixture;
  const browsers = {} as Record<Who, Browser>;

  beforeAll(async () => {
    const council = await CouncilByHand.open();
    const { made } = council;
    const teamId = await council.team('Northgate');
    const southgate = await council.team('Southgate');
    const of = (role: 'business-support' | 'team-manager' | 'practitioner', team = teamId) => ({
      role,
      teamId: team,
    });
    const support = await council.person('Sandra Pike', 'business-support', of('business-support'));
    const manager = await council.person('Adaeze Nwosu', 'management', of('team-manager'));
    const overseer = await council.person('Helen Brandt', 'management', {
      role: 'service-manager',
      teamId: null,
    });
    const allocated = await council.person('Priya Raman', 'social-work', of('practitioner'));
    const other = await council.person('Megan Lloyd', 'social-work', of('practitioner'));
    const was = await council.person('Dean Marlow', 'recovery');
    const south = await council.person('Robin Shaw', 'business-support', of('business-support', southgate));
    const people = { support, manager, overseer, allocated, other, was, southgate: south };
    for (const [who, { browser }] of Object.entries(people)) browsers[who as Who] = browser;
    browsers.admin = council.admin;
    browsers.nobody = new Browser(council.server.url);

    const keep = support.browser;
    const familyId = made(
      await keep.post('/api/families', {
        name: 'Hartley',
        teamId,
        allocatedOn: '2026-02-16',
        children: [{ firstName: 'Maya', plans: [{ type: 'CP', since: '2025-11-24' }] }],
        adults: [{ name: 'Kirsty' }],
        allocations: [
          { discipline: 'social-work', personId: allocated.id, fromOn: '2026-02-16' },
          { discipline: 'recovery', personId: was.id, fromOn: '2026-02-16', toOn: '2026-03-09' },
        ],
      }),
    );
    const yours = { name: 'Brook', teamId, allocatedOn: '2026-02-16' };
    const otherFamily = made(
      await keep.post('/api/families', {
        ...yours,
        allocations: [{ discipline: 'social-work', personId: other.id, fromOn: '2026-02-16' }],
      }),
    );
    const { body: page } = await keep.get<FamilyPage>(`/api/families/${familyId}`);
    const plan = { teamId, date, startsAt: '09:30', endsAt: '12:30', chairId: manager.id };
    const sessionId = made(await keep.post('/api/sessions', plan));
    const slotId = made(await keep.post(`/api/sessions/${sessionId}/slots`, { familyId }));
    made(await keep.post(`/api/sessions/${sessionId}/slots`, { familyId: otherFamily }));
    const postId = made(
      await keep.post(`/api/teams/${teamId}/posts`, { discipline: 'recovery', fromOn: date }),
    );
    const invited = { name: 'Not Yet', email: 'not.yet@wrenshire.example', discipline: 'recovery', teamId };
    const personId = made(await keep.post('/api/people', invited));
    const { body: kept } = await keep.get<PersonKept[]>('/api/people/kept');
    at = {
      council,
      teamId,
      familyId,
      childId: page.children[0]?.childId ?? '',
      planId: page.children[0]?.plans[0]?.planId ?? '',
      adultId: async () => made(await keep.post(`/api/families/${familyId}/adults`, { name: 'Somebody' })),
      closureId: async () => {
        const closure = { teamId, fromOn: '2026-08-03', toOn: '2026-08-03', title: 'Training day' };
        return made(await keep.post('/api/cadence/closures', closure));
      },
      allocationId: page.allocations.find((a) => a.personId === allocated.id)?.allocationId ?? '',
      discussionId: page.openDiscussion?.discussionId ?? '',
      sessionId,
      slotId,
      roleId: kept.find((p) => p.personId === personId)?.roles[0]?.roleId ?? '',
      postId,
      personId,
    };
  });
  afterAll(() => at?.council.stop());

  async function asks(who: Who, row: Row, path?: string) {
    const [method = 'GET'] = row.route.split(' ');
    const body = method === 'GET' ? undefined : (row.body?.(at) ?? {});
    return browsers[who].send(method, path ?? (await row.path(at)), body);
  }

  it('nobody can open a route that is not in this table', () => {
    const discovery = at.council.server.app.select(HttpModule).get(DiscoveryService, { strict: false });
    const running = routesOf(discovery);
    expect(running.filter((route) => !route.policy)).toEqual([]);
    const named = new Set([...table.map((row) => row.route), ...elsewhere]);
    expect(running.map((r) => `${r.method} ${r.path}`).filter((route) => !named.has(route))).toEqual([]);
    expect(running.length).toBeGreaterThan(40);
  });

  it.each(table.map((row) => [row.route, row] as const))(
    '%s lets in whom it should, and nobody else',
    async (_, row) => {
      for (const who of actors) {
        const { status, body } = await asks(who, row);
        const code = (body as { code?: string } | null)?.code;
        const outcome =
          code === 'signed-out'
            ? 'signed-out'
            : status === 404
              ? 'not there'
              : status === 403
                ? 'told'
                : 'let in';
        const expected = row.lets.includes(who)
          ? 'let in'
          : row.tells?.includes(who)
            ? 'told'
            : who === 'nobody'
              ? 'signed-out'
              : 'not there';
        expect([who, outcome, status]).toEqual([who, expected, status]);
        expect(status).toBeLessThan(500);
      }
    },
  );

  it('what is not yours answers exactly like what does not exist', async () => {
    for (const row of table.filter((r) => /:id/.test(r.route))) {
      const there = await row.path(at);
      const nowhere = there.replace(/[0-9a-f-]{36}/, randomUUID());
      for (const who of ['other', 'was', 'southgate'] as const) {
        if (row.lets.includes(who) || row.tells?.includes(who)) continue;
        const [a, b] = [await asks(who, row, there), await asks(who, row, nowhere)];
        const seen = (answer: typeof a) => {
          const headers = [...answer.headers].filter(([name]) => name !== 'date');
          return [answer.status, answer.text, ...headers];
        };
        expect(seen(a)).toEqual(seen(b));
      }
    }
  });

  it('no list brings a byte of a family that is not theirs', async () => {
    const secrets = ['Hartley', 'Maya', 'Kirsty', at.familyId, at.discussionId, at.childId];
    for (const who of ['other', 'was', 'southgate'] as const) {
      for (const path of [
        '/api/families',
        '/api/families?q=hart',
        '/api/sessions',
        '/api/next-steps/mine',
        '/api/home',
        '/api/people',
        '/api/teams',
      ]) {
        const { text, status } = await browsers[who].get(path);
        expect(status).toBe(200);
        for (const secret of secrets) expect([who, path, text.includes(secret)]).toEqual([who, path, false]);
      }
    }
    const { body, text } = await browsers.other.get<SessionPage>(`/api/sessions/${at.sessionId}`);
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(body.slots).toEqual([
      { slotId: at.slotId, position: 0, minutes: 30, pattern: 1, outcome: null, yours: false },
      expect.objectContaining({ yours: true, family: expect.objectContaining({ name: 'Brook' }) }),
    ]);
  });

  it('the figures of a team, on a page or in a file, name no family to somebody who does not work with it', async () => {
    const secrets = ['Hartley', 'Maya', 'Kirsty', at.familyId, at.discussionId, at.childId];
    const asked = `teamId=${at.teamId}&limit=28d`;
    for (const who of ['other', 'admin'] as const)
      for (const path of [
        ...['snapshot', 'months', 'attendance', 'oversight', 'gaps'].map((page) => `${page}?${asked}`),
        ...['snapshot', 'months', 'attendance', 'oversight', 'gaps'].map(
          (name) => `export/${name}.csv?${asked}`,
        ),
        ...measureCodes
          .filter((code) => code !== 'quality')
          .flatMap((code) => ['rows', 'export/rows.csv'].map((page) => `${page}?measure=${code}&${asked}`)),
      ]) {
        const { text, status } = await browsers[who].get(`/api/audit/${path}`);
        expect([path, status]).toEqual([path, 200]);
        for (const secret of secrets) expect([who, path, text.includes(secret)]).toEqual([who, path, false]);
      }
    const own = await browsers.allocated.get(`/api/audit/export/snapshot.csv?${asked}`);
    expect(own.text).toContain('Hartley');
  });

  it('an administrator keeps the file, and reads nothing that was written of the family', async () => {
    const { body } = await browsers.admin.get<FamilyPage>(`/api/families/${at.familyId}`);
    expect(body).toMatchObject({ name: 'Hartley', mayKeep: true, mayAdd: false, record: null });
    const { body: session } = await browsers.admin.get<SessionPage>(`/api/sessions/${at.sessionId}`);
    expect(session.slots[0]).toEqual(
      expect.objectContaining({ yours: false, family: expect.objectContaining({ name: 'Hartley' }) }),
    );
    expect(session.slots[0]).not.toHaveProperty('discussionId');
  });

  it('every person sees the families whose discussions they may join, and no other', async () => {
    for (const who of signedIn.filter((one) => one !== 'admin')) {
      const { body } = await browsers[who].get<FamilyLine[]>('/api/families');
      for (const family of (await browsers.support.get<FamilyLine[]>('/api/families')).body) {
        const joins = await browsers[who].get(`/api/discussions/${family.openDiscussionId}`);
        expect([who, family.name, body.some((f) => f.familyId === family.familyId)]).toEqual([
          who,
          family.name,
          joins.status === 200,
        ]);
      }
    }
  });
});
