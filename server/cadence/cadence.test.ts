import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CadencePage } from '../../shared/cadence/http.js';
import type { FamilyPage } from '../../shared/families/family.js';
import type { Act } from '../../shared/fields.js';
import { shippedHolidays } from '../../shared/schedule/shipped-holidays.js';
import { type Colleague, CouncilByHand } from '../../test/support/by-hand.js';
import { Reader } from '../core/reader.js';
import { Clocks } from './clocks.service.js';
import { OfficeDays } from './office-days.service.js';
import { Policies } from './policies.service.js';

/** The clock of these tests stands at 10 March 2026. */
describe('rules, closures and exemptions', () => {
  let council: CouncilByHand;
  let northgate: string;
  let southgate: string;
  let sandra: Colleague;
  let adaeze: Colleague;
  let helen: Colleague;

  beforeAll(async () => {
    council = await CouncilByHand.open();
    northgate = await council.team('Northgate');
    southgate = await council.team('Southgate');
    const of = (role: 'business-support' | 'team-manager') => ({ role, teamId: northgate });
    sandra = await council.person('Sandra Pike', 'business-support', of('business-support'));
    adaeze = await council.person('Adaeze Nwosu', 'management', of('team-manager'));
    helen = await council.person('Helen Brandt', 'management', { role: 'service-manager', teamId: null });
  });
  afterAll(() => council?.stop());

  const page = async (who = sandra) => (await who.browser.get<CadencePage>('/api/cadence')).body;
  const family = async (familyId: string, who = adaeze) =>
    (await who.browser.get<FamilyPage>(`/api/families/${familyId}`)).body;
  const opens = async (name: string, allocatedOn: string, more: object = {}): Promise<string> =>
    council.made(
      await council.admin.post('/api/families', { name, teamId: northgate, allocatedOn, ...more }),
    );
  const changes = async (familyId: string, patch: object) => {
    const { status, text } = await council.admin.send('PATCH', `/api/families/${familyId}`, patch);
    expect([status, text]).toEqual([200, '{"done":true}']);
  };
  const clocks = () => council.server.app.get(Clocks, { strict: false });
  const clockOf = async (familyId: string, asAt?: string, known?: string) =>
    (await clocks().of([familyId], asAt, known)).get(familyId);
  const rule = (n: number, fromOn: string, more: object = {}) => ({
    name: 'Council rule',
    interval: { every: 'days', n },
    first: { n: 10, unit: 'working-days' },
    fromOn,
    reason: 'Agreed by the board',
    ...more,
  });

  it('the first rule may say what has long been so, and every later version begins today or later', async () => {
    const says = async (body: object) => (await helen.browser.post('/api/cadence/policies', body)).status;
    expect(await says(rule(28, '2025-09-01'))).toBe(201);
    expect(await says(rule(31, '2026-03-09'))).toBe(409);
    expect(await says(rule(31, '2025-09-01', { name: 'Another' }))).toBe(409);
    expect(await says(rule(31, '2026-04-01'))).toBe(201);
    expect(await says(rule(35, '2026-03-20'))).toBe(409);
    expect((await adaeze.browser.post('/api/cadence/policies', rule(60, '2026-04-01'))).status).toBe(404);
    const { policies, setsRules } = await page();
    expect(policies.map((p) => [p.name, p.version, p.interval.n, p.fromOn])).toEqual([
      ['Council rule', 1, 28, '2025-09-01'],
      ['Council rule', 2, 31, '2026-04-01'],
    ]);
    expect(setsRules).toEqual([]);
    const kept = await council.server.app
      .get(Reader)
      .query<{ says: string }>(`SELECT says FROM act WHERE subject = 'cadence' ORDER BY at, says`);
    expect(kept[0]?.says).toBe(
      'made the rule Council rule, version 1: every 28 days, the first within 10 working days, from 1 September 2025: Agreed by the board',
    );
    const own = await council.server.app.get(Policies, { strict: false }).for(northgate, '2026-04-02');
    expect(own.map((p) => p.version)).toEqual([2]);
  });

  it('a family is due by the version in force on its due date, and its page says why', async () => {
    const familyId = await opens('Hartley', '2026-02-02');
    expect(await family(familyId)).toMatchObject({
      dueBy: '2026-02-16',
      clock: {
        state: 'overdue-first',
        daysOver: 22,
        policy: { name: 'Council rule', version: 1 },
        because: [
          { on: '2026-02-02', says: 'Allocated to the team' },
          { on: '2026-02-16', says: 'First discussion due' },
          { on: '2026-03-10', says: 'Day 36' },
          { kind: 'rule' },
        ],
      },
    });
    const { body } = await adaeze.browser.get(`/api/families/${familyId}/next-due?heldOn=2026-03-10`);
    expect(body).toEqual({ dueBy: '2026-04-10' });
    // An administrator keeps the file and reads nothing of why.
    const kept = (await council.admin.get<FamilyPage>(`/api/families/${familyId}`)).body;
    expect([kept.dueBy, kept.clock, kept.waits]).toEqual(['2026-02-16', null, []]);
  });

  it('another team begins anew, a corrected day keeps what was known, and a closed family has no clock', async () => {
    const familyId = await opens('Brook', '2026-02-16');
    const before = council.server.clock.at();
    council.server.clock.minutes(1);
    await changes(familyId, { allocatedOn: '2026-02-23' });
    expect(await clockOf(familyId)).toMatchObject({ withTeamSince: '2026-02-23', dueBy: '2026-03-09' });
    expect(await clockOf(familyId, '2026-03-10', before)).toMatchObject({ withTeamSince: '2026-02-16' });
    await changes(familyId, { teamId: southgate });
    expect(await clockOf(familyId)).toMatchObject({
      teamId: southgate,
      withTeamSince: '2026-03-10',
      state: 'not-yet-due',
      dueBy: '2026-03-24',
    });
    expect((await clockOf(familyId, '2026-03-09'))?.teamId).toBe(northgate);
    expect([...(await clocks().ofTeam(southgate)).keys()]).toEqual([familyId]);
    expect((await clocks().ofTeam(northgate, '2026-03-09')).has(familyId)).toBe(true);
    expect((await clocks().ofTeam(northgate)).has(familyId)).toBe(false);
    await changes(familyId, { status: 'closed', closedReason: 'Moved away' });
    expect(await clockOf(familyId)).toMatchObject({ state: 'closed', dueBy: null });
    await changes(familyId, { status: 'open' });
    expect(await clockOf(familyId)).toMatchObject({ state: 'not-yet-due', dueBy: '2026-03-24' });
    const line = (await family(familyId, helen)).clock?.because[0];
    expect(line).toMatchObject({ on: '2026-03-10', says: 'Taken up again. The clock began anew.' });
  });

  it('a manager exempts a family until a day and ends it; business support cannot, and the clock never paused', async () => {
    const familyId = await opens('Novak', '2026-02-16');
    council.server.clock.minutes(1);
    const path = `/api/families/${familyId}/exemption`;
    const awaiting = { reason: 'awaiting-closure', words: 'Review on 31 March', untilOn: '2026-03-31' };
    expect((await sandra.browser.post(path, awaiting)).status).toBe(404);
    expect((await adaeze.browser.post(path, { ...awaiting, untilOn: '2026-04-08' })).status).toBe(409);
    expect((await adaeze.browser.post(path, { ...awaiting, untilOn: '2026-03-09' })).status).toBe(409);
    expect((await adaeze.browser.post(path, awaiting)).status).toBe(201);
    const exempt = await family(familyId);
    expect(exempt).toMatchObject({ dueBy: null, mayExempt: true, clock: { state: 'exempt' } });
    expect(exempt.clock?.exempt).toEqual({
      sinceOn: '2026-03-10',
      untilOn: '2026-03-31',
      reason: 'Awaiting closure, signed off by a manager in the last 28 days. Review on 31 March',
      approvedBy: adaeze.id,
    });
    expect((await clockOf(familyId, '2026-04-01'))?.state).toBe('overdue-first');
    council.server.clock.minutes(1);
    expect((await adaeze.browser.delete(path)).status).toBe(200);
    expect((await adaeze.browser.delete(path)).status).toBe(409);
    expect(await family(familyId)).toMatchObject({
      dueBy: '2026-03-02',
      clock: { state: 'overdue-first', exempt: null },
    });
    const { body: acts } = await adaeze.browser.get<Act[]>(`/api/families/${familyId}/acts`);
    expect(acts.map((act) => act.kind).slice(0, 2)).toEqual(['exemption.end', 'exemption.give']);
  });

  it('a closure of one team moves what is suggested there alone, and stays once it has begun', async () => {
    const shut = (teamId: string | null, fromOn: string, toOn: string) => ({
      teamId,
      fromOn,
      toOn,
      title: 'Moving house',
    });
    const post = (who: Colleague, body: object) =>
      who.browser.post<{ id: string }>('/api/cadence/closures', body);
    expect((await post(sandra, shut(southgate, '2026-03-20', '2026-03-20'))).status).toBe(404);
    expect((await post(sandra, shut(null, '2026-03-20', '2026-03-20'))).status).toBe(404);
    expect((await post(sandra, shut(northgate, '2026-03-09', '2026-03-20'))).status).toBe(409);
    expect((await post(sandra, shut(northgate, '2026-03-20', '2026-03-19'))).status).toBe(400);
    const later = council.made(await post(sandra, shut(northgate, '2026-03-20', '2026-03-24')));
    const begun = council.made(await post(helen, shut(null, '2026-03-10', '2026-03-10')));
    const days = council.server.app.get(OfficeDays, { strict: false });
    const [north, south] = [await days.of(northgate), await days.of(southgate)];
    expect([north.isShut('2026-03-24'), south.isShut('2026-03-24')]).toEqual(['Moving house', null]);
    expect([north.isShut('2026-03-10'), south.isShut('2026-03-10')]).toEqual([
      'Moving house',
      'Moving house',
    ]);
    const removes = async (who: Colleague, id: string) =>
      (await who.browser.delete(`/api/cadence/closures/${id}`)).status;
    expect(await removes(helen, begun)).toBe(409);
    expect((await page()).closures.map((c) => [c.title, c.teamId, c.mayRemove])).toEqual([
      ['Moving house', null, false],
      ['Moving house', northgate, true],
    ]);
    expect(await removes(sandra, later)).toBe(200);
    expect(await removes(sandra, later)).toBe(404);
    expect((await days.of(northgate)).isShut('2026-03-24')).toBeNull();
  });

  it('an administrator brings in a newer file of bank holidays, whole or not at all', async () => {
    const file = (days: readonly (readonly [string, string])[]) => ({
      file: JSON.stringify({
        'england-and-wales': {
          division: 'england-and-wales',
          events: days.map(([date, title]) => ({ date, title, notes: '', bunting: true })),
        },
      }),
    });
    const brings = async (body: object) => {
      const { status, body: told } = await council.admin.send('PUT', '/api/cadence/holidays', body);
      return [status, (told as { says?: string }).says ?? told];
    };
    const own = shippedHolidays.filter(([day]) => day >= '2025');
    expect((await brings({ file: 'not json' }))[0]).toBe(409);
    expect((await brings(file(own.slice(0, 12))))[1]).toBe(
      'Of 2026 the file has 4 days: it seems to be cut off.',
    );
    expect(
      (await brings(file(own.filter(([day]) => day !== '2026-01-01').concat([['2026-07-01', 'X']]))))[1],
    ).toContain('2026-01-01 was a bank holiday');
    expect((await brings(file([...own, ['2026-02-02', 'Holiday']])))[1]).toContain(
      'What is past does not change.',
    );
    expect((await brings(file([...own, ['2026-07-04', 'Holiday']])))[1]).toContain('Saturday or Sunday');
    expect((await page()).holidaysFrom).toBeNull();
    expect(await brings(file([...own, ['2026-07-06', 'A royal wedding']]))).toEqual([
      200,
      { days: 33, from: '2025-01-01', until: '2028-12-26' },
    ]);
    const { holidays, holidaysFrom, bringsInHolidays } = await page();
    expect(holidays).toContainEqual({ day: '2026-07-06', title: 'A royal wedding' });
    expect(holidaysFrom).not.toBeNull();
    expect(bringsInHolidays).toBe(false);
    expect((await council.server.app.get(OfficeDays, { strict: false }).of()).isShut('2026-07-06')).toBe(
      'A royal wedding',
    );
  });
});
