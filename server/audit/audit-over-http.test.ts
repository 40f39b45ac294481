import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type {
  AttendancePage,
  GapsPage,
  Look,
  MonthsPage,
  OversightPage,
  SnapshotPage,
  WhyPage,
} from '../../shared/audit/http.js';
import { list6Row, tableOf } from '../../test/support/annex-a-workbook.js';
import { published } from '../../test/support/audit.js';
import { type Colleague, CouncilByHand, password } from '../../test/support/by-hand.js';
import { lists } from '../../test/support/importing.js';
import { FamilyEvents } from '../cadence/family-events.service.js';
import { Reader } from '../core/reader.js';
import { Transactions } from '../core/transaction.js';
import { Imports } from '../families/imports/imports.service.js';
import { Closing } from './months/closing.service.js';

// A council is set up by hand, and passwords are slow on purpose.
jest.setTimeout(120_000);

const dmy = (day: string) => day.split('-').reverse().join('/');
const { expected, asAt } = published;

describe('the audit of the twelve published families, brought in and asked for over HTTP', () => {
  let council: CouncilByHand;
  let helen: Colleague;
  let adaeze: Colleague;
  let tom: Colleague;
  let northgate: string;
  let southgate: string;

  beforeAll(async () => {
    council = await CouncilByHand.open();
    const { clock, app } = council.server;
    clock.passes(20 * 86_400_000);
    await council.admin.post('/api/sign-in', { email: 'olu@wrenshire.example', password });
    northgate = await council.team('Northgate');
    southgate = await council.team('Southgate');
    helen = await council.person('Helen Brandt', 'management', { role: 'service-manager', teamId: null });
    adaeze = await council.person('Adaeze Nwosu', 'management', { role: 'team-manager', teamId: northgate });
    tom = await council.person('Tom Reyes', 'social-work', { role: 'practitioner', teamId: northgate });
    await app.get(Imports).annexA({
      read: async () => lists(published.families.flatMap(rowsOf), [], published.families.flatMap(mapOf)),
      byId: null,
      check: false,
    });
    const [exempt] = await app.get(Reader).query<{ id: string }>(`SELECT id FROM family WHERE ref = 'F10'`);
    // Approved in January, before all that is reckoned; the page gives exemptions from today on only.
    const given = {
      familyId: exempt!.id,
      on: '2026-01-05',
      kind: 'exempted' as const,
      reason: 'Legal work only',
    };
    await app
      .get(Transactions)
      .run((tx) => app.get(FamilyEvents).keep(tx, { ...given, approvedBy: adaeze.id, byId: adaeze.id }));
    await history(published.families.flatMap((f) => f.qualifyingDiscussions.map((day) => [f.family, day])));
  });
  afterAll(() => council?.stop());

  const rowsOf = (f: (typeof published.families)[number]) =>
    Array.from({ length: f.children }, (_, i) =>
      list6Row({ id: `${f.family}-${i}`, status: f.plan === 'CIN' ? 'c)' : 'b)', start: dmy(f.allocatedOn) }),
    );
  const mapOf = (f: (typeof published.families)[number]) =>
    Array.from({ length: f.children }, (_, i) => [
      `${f.family}-${i}`,
      f.family,
      f.family,
      dmy(f.allocatedOn),
    ]);
  async function history(held: string[][]): Promise<void> {
    const rows = held.map(([ref, day]) => [ref!, dmy(day!), 'yes', '', '']);
    const table = tableOf('h', [['family_ref', 'held_on', 'counts', 'chair', 'note'], ...rows]);
    const given = { tables: new Map([['The history', table]]), map: null, fileName: 'h.csv', hash: 'y' };
    const report = await council.server.app
      .get(Imports)
      .history({ read: async () => given, byId: null, check: false });
    expect(report.leftOut).toBe(0);
  }
  const ask = async <T>(who: Colleague, path: string): Promise<T> => {
    const answer = await who.browser.get<T>(`/api/audit/${path}`);
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.body;
  };

  it.each([
    ['28 days', '28d'],
    ['31 days', '31d'],
    ['35 days', '35d'],
    ['calendar month', 'month'],
  ] as const)(
    'finds families and children in time at %s as published, each list as long as its count',
    async (name, code) => {
      const page = await ask<SnapshotPage>(helen, `snapshot?limit=${code}&asAt=${asAt}`);
      const said = expected.snapshot[name];
      const told = ({ numerator, denominator, rate }: SnapshotPage['families']) => ({
        inTime: numerator,
        counted: denominator,
        percent: rate,
      });
      expect(told(page.families)).toEqual(said.families);
      expect(told(page.children)).toEqual(said.children);
      const all = Object.values(page.lists).flat();
      const states = all.map((f) => [f.name, { state: f.reason, ...(f.dueBy ? { dueBy: f.dueBy } : {}) }]);
      expect(Object.fromEntries(states)).toEqual(said.perFamily);
      expect(page.lists.inTime.length).toBe(page.families.numerator);
      expect(page.longest).toMatchObject({
        name: expected.longestGap.family,
        days: expected.longestGap.days,
      });
    },
  );

  it('finds each month covered as published, with a chart that says its limits are on trial', async () => {
    const page = await ask<MonthsPage>(helen, `months?from=2026-02&asAt=${asAt}`);
    for (const { month, now, missing, over } of page.months) {
      const said = expected.monthlyCoverage[month]!;
      expect([month, now.numerator, now.denominator, now.rate]).toEqual([
        month,
        said.covered,
        said.of,
        said.percent,
      ]);
      expect(missing.map((m) => m.name).sort()).toEqual(said.missing);
      expect(over).toBe(month === '2026-02');
    }
    expect(page.chart.says).toContain('Trial limits: 1 month so far.');
  });

  it('finds intervals as published, never without those who wait, and the longest waits first', async () => {
    const said = expected['intervalsEnding2026-01-01to2026-03-30'];
    const page = await ask<GapsPage>(helen, `gaps?limit=28d&from=2026-01-01&asAt=${asAt}`);
    expect(page.intervals).toMatchObject({
      numerator: said.within28,
      denominator: said.count,
      rate: 75,
      beside: {
        meanDays: said.mean,
        medianDays: said.median,
        maxDays: said.max,
        overdueNow: 3,
        longestGapNow: 74,
      },
    });
    expect(page.snapshot).toMatchObject({ numerator: 7, denominator: 10 });
    expect(page.longest.slice(0, 2).map((g) => [g.name, g.days])).toEqual([
      ['F09', 74],
      ['F08', 42],
    ]);
  });

  it('tells why a family stands where it does, by the rule that is asked about', async () => {
    const { lists: found } = await ask<SnapshotPage>(helen, `snapshot?limit=31d&asAt=${asAt}`);
    const f09 = found.overdue[0]!;
    const page = await ask<WhyPage>(helen, `why?familyId=${f09.familyId}&limit=31d&asAt=${asAt}`);
    expect(page).toMatchObject({ name: 'F09', reason: 'overdue', dueBy: '2026-02-15', daysOver: 43 });
    expect(page.because.map((b) => [b.on, b.kind])).toEqual([
      ['2026-01-15', 'held'],
      ['2026-02-15', 'due'],
      [asAt, 'today'],
      [page.policy!.fromOn, 'rule'],
    ]);
  });

  it('names families only to those who may see them, and counts them for the rest of the team', async () => {
    const mine = await ask<SnapshotPage>(tom, `snapshot?limit=28d&asAt=${asAt}&teamId=${northgate}`);
    expect(mine.families).toMatchObject({ numerator: 7, denominator: 10 });
    const all = Object.values(mine.lists).flat();
    expect(all.length).toBe(12);
    expect(new Set(all.map((f) => JSON.stringify([f.familyId, f.name, f.dueBy, f.daysOver])))).toEqual(
      new Set(['[null,"Restricted family",null,null]']),
    );
    const page = await ask<SnapshotPage>(helen, `snapshot?limit=28d&asAt=${asAt}`);
    const familyId = page.lists.overdue[0]!.familyId;
    expect((await tom.browser.get(`/api/audit/why?familyId=${familyId}`)).status).toBe(404);
    expect((await adaeze.browser.get(`/api/audit/snapshot?teamId=${southgate}`)).status).toBe(404);
    const own = await ask<SnapshotPage>(adaeze, `snapshot?limit=28d&asAt=${asAt}&by=plan`);
    expect(own.lists.overdue.map((f) => f.name)).toEqual(['F09', 'F08', 'F05']);
    expect(own.by!.families.map((g) => [g.name, g.numerator, g.denominator])).toEqual([
      ['Child in need', 2, 5],
      ['Child protection', 5, 5],
    ]);
  });

  it('keeps a month as it was reported, and tells what a late record changed', async () => {
    const closing = council.server.app.get(Closing);
    expect(await closing.closeMonth('2026-02')).toBe(true);
    expect(await closing.closeMonth('2026-02')).toBe(false);
    expect(await closing.closeMonth('2026-03')).toBe(false);
    await history([['F11', '2026-02-20']]);
    const page = await ask<MonthsPage>(helen, `months?from=2026-02&asAt=${asAt}`);
    expect(page.months[0]).toMatchObject({
      reported: { numerator: 7, denominator: 9, rate: 77.8 },
      now: { numerator: 8, denominator: 9, rate: 88.9 },
      changed: [{ name: 'F11', was: 'not-discussed', is: 'discussed' }],
    });
    expect(page.months[1]!.reported).toBeNull();
  });

  it('leaves a child who comes later out of the days before, and counts it from its own day on, until it is discussed as overdue', async () => {
    const children = async (day: string) => {
      const page = await ask<SnapshotPage>(helen, `snapshot?limit=28d&asAt=${day}`);
      return [page.children.numerator, page.children.denominator];
    };
    const before = [await children('2026-03-10'), await children(asAt)];
    const { lists: found } = await ask<SnapshotPage>(helen, `snapshot?limit=28d&asAt=${asAt}`);
    const { familyId } = found.inTime.find((f) => f.name === 'F02')!;
    const adds = (child: object) => adaeze.browser.post(`/api/families/${familyId}/children`, child);
    expect((await adds({ firstName: 'Noa', joinedOn: '2026-12-01' })).status).toBe(409);
    expect((await adds({ firstName: 'Noa', joinedOn: asAt })).status).toBe(201);
    expect(await children('2026-03-10')).toEqual(before[0]);
    const [inTime, counted] = before[1]!;
    expect(await children(asAt)).toEqual([inTime, counted! + 1]);
    // No record says who was discussed on 10 March, so whoever belonged to the family by then was.
    expect((await adds({ firstName: 'Ada', joinedOn: '2026-03-01' })).status).toBe(201);
    expect(await children('2026-03-10')).toEqual(before[0]!.map((n) => n + 1));
  });

  it('answers for attendance and oversight where nothing has been held here yet', async () => {
    const attendance = await ask<AttendancePage>(adaeze, `attendance?from=2026-01-01&asAt=${asAt}`);
    expect(attendance.attendance).toMatchObject({ numerator: 0, denominator: 0, rate: null });
    const oversight = await ask<OversightPage>(adaeze, `oversight?from=2026-01-01&asAt=${asAt}`);
    expect(oversight.figures.map((f) => [f.measure, f.denominator])).toEqual([
      ['challenge-recorded', 0],
      ['steps-on-time', 0],
      ['record-timeliness', 0],
      ['quality', 0],
      ['voice-recorded', 0],
      ['session-reliability', 0],
      ['step-down-integrity', 0],
    ]);
  });

  it('writes down who looked at what and why, for managers to see', async () => {
    await ask(tom, `snapshot?limit=28d&asAt=${asAt}&why=Preparing%20for%20the%20peer%20review`);
    const looks = await ask<Look[]>(adaeze, 'looks');
    expect(looks).toContainEqual(
      expect.objectContaining({
        byName: 'Tom Reyes',
        what: 'snapshot',
        why: 'Preparing for the peer review',
      }),
    );
    expect((await tom.browser.get('/api/audit/looks')).status).toBe(403);
  });

  it('shows the reason of a look at one family to that team’s managers, and to no other team’s', async () => {
    const owen = await council.person('Owen Hale', 'management', {
      role: 'team-manager',
      teamId: southgate,
    });
    const { lists: found } = await ask<SnapshotPage>(adaeze, `snapshot?limit=31d&asAt=${asAt}`);
    const familyId = found.overdue[0]!.familyId;
    const ownReason = 'Serious case review of the Hartley family';
    await ask<WhyPage>(adaeze, `why?familyId=${familyId}&why=${encodeURIComponent(ownReason)}`);
    const wide = 'Complaint by Mr Hartley about two teams';
    await ask<SnapshotPage>(helen, `snapshot?limit=31d&asAt=${asAt}&why=${encodeURIComponent(wide)}`);
    const seen = async (who: Colleague) => {
      const looks = await ask<Look[]>(who, 'looks');
      const of = (byName: string, what: string) =>
        looks.filter((look) => look.byName === byName && look.what === what).map(({ why }) => why);
      return { one: of('Adaeze Nwosu', 'why'), several: new Set(of('Helen Brandt', 'snapshot')) };
    };
    expect(await seen(adaeze)).toEqual({ one: [ownReason], several: new Set([null]) });
    expect(await seen(owen)).toEqual({ one: [], several: new Set([null]) });
    const all = await seen(helen);
    expect([all.one, all.several.has(wide)]).toEqual([[ownReason], true]);
    expect((await owen.browser.get('/api/audit/looks')).text).not.toContain('Hartley');
  });

  it('refuses a limit that is none', async () => {
    expect((await helen.browser.get('/api/audit/snapshot?limit=often')).status).toBe(400);
  });
});
