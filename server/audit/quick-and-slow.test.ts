import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { countOf } from '../../shared/audit/figure.js';
import { limitOf } from '../../shared/audit/limits.js';
import { coverageOf } from '../../shared/audit/measures/coverage.js';
import { gapsOf } from '../../shared/audit/measures/gaps.js';
import { intervalCompliance } from '../../shared/audit/measures/intervals.js';
import { overdueList, snapshotOfChildren, snapshotOfFamilies } from '../../shared/audit/measures/snapshot.js';
import { plusDays } from '../../shared/schedule/working-days.js';
import { chanceFrom } from '../../test/support/chance.js';
import { type HttpServer, startHttpServer } from '../../test/support/http-server.js';
import { Transactions, type Tx } from '../core/transaction.js';
import { FamilyFactsOf } from './family-facts.service.js';
import { Coverage } from './months/coverage.service.js';
import { GapPages } from './standing/gap-pages.service.js';
import { Snapshot } from './standing/snapshot.service.js';

const start = '2025-06-02';
const families = 160;

/** Families to whom everything happens that can, in two teams, by chance from a seed. */
async function populate(tx: Tx, chance: () => number): Promise<{ teams: string[]; ids: string[] }> {
  const upTo = (n: number) => Math.floor(chance() * n);
  const day = (from = 0) => plusDays(start, from + upTo(260 - from));
  const teams = [randomUUID(), randomUUID()];
  for (const [i, id] of teams.entries())
    await tx.run('INSERT INTO team (id, name, hub) VALUES ($1, $2, $2)', [id, `Team ${i}`]);
  await tx.run(
    `INSERT INTO closure (id, team_id, from_on, to_on, title, made_at) VALUES ($1, $2, $3, $4, 'Flood', $5)`,
    [randomUUID(), teams[1], '2026-02-02', '2026-02-06', '2026-02-01T09:00:00.000Z'],
  );
  const rule = `INSERT INTO cadence_policy (id, name, version, every, n, first_n, first_unit, plan_types, from_on, ended, reason, made_at)
    VALUES ($1, $2, $3, 'days', $4, 10, 'working-days', $5, $6, $7, '', '2025-01-01T00:00:00.000Z')`;
  // On days before the rule for all began and since it ended, no rule names those on no child protection plan.
  await tx.run(rule, [randomUUID(), 'All', 1, 33, null, '2025-10-01', 0]);
  await tx.run(rule, [randomUUID(), 'All', 2, 33, null, '2026-02-10', 1]);
  await tx.run(rule, [randomUUID(), 'Closer', 1, 21, '["CP"]', '2025-01-01', 0]);
  const ids = Array.from({ length: families }, () => randomUUID());
  for (const [i, id] of ids.entries()) {
    const knownAt = (on: string) => `${on}T09:00:0${upTo(10)}.000Z`;
    const event = async (kind: string, on: string, more: { until?: string; replaces?: string } = {}) => {
      const eventId = randomUUID();
      const team = /allocated|transferred|reopened/.test(kind) ? teams[upTo(2)] : null;
      await tx.run(
        `INSERT INTO family_event (id, family_id, on_day, kind, team_id, until_on, reason, known_at, replaces)
         VALUES ($1, $2, $3, $4, $5, $6, '', $7, $8)`,
        [eventId, id, on, kind, team, more.until, knownAt(on), more.replaces],
      );
      return eventId;
    };
    await tx.run(
      `INSERT INTO family (id, ref, name, team_id, status, source, made_at) VALUES ($1, $2, $2, $3, 'open', 'test', $4)`,
      [id, `F${i}`, teams[0], `${start}T00:00:00.000Z`],
    );
    const began = day();
    const first = await event('allocated', began);
    if (upTo(5) === 0) await event('allocated', day(), { replaces: first });
    if (upTo(4) === 0) await event('transferred', upTo(3) === 0 ? began : day());
    if (upTo(5) === 0) await event('closed', day());
    if (upTo(7) === 0) await event('reopened', day(200));
    if (upTo(3) === 0) {
      const from = day(60);
      await event('exempted', from, upTo(2) ? { until: plusDays(from, upTo(90)) } : {});
      if (upTo(2)) await event(upTo(2) ? 'exemption-ended' : 'exempted', day(120));
    }
    for (let k = upTo(4); k > 0; k -= 1) {
      const childId = randomUUID();
      await tx.run(
        `INSERT INTO child (id, family_id, first_name, ethnicity, joined_on, left_on)
         VALUES ($1, $2, 'A', 'WBRI', $3, $4)`,
        [childId, id, upTo(4) === 0 ? day() : null, upTo(5) === 0 ? day() : null],
      );
      for (const type of ['CIN', 'CP'].filter(() => upTo(2) === 0))
        await tx.run(
          'INSERT INTO plan (id, child_id, type, since_on, until_on) VALUES ($1, $2, $3, $4, $5)',
          [randomUUID(), childId, type, day(), upTo(3) === 0 ? day(100) : null],
        );
    }
    const children = await tx.query<{ id: string }>('SELECT id FROM child WHERE family_id = $1', [id]);
    const used = new Set<string>();
    for (let k = upTo(9); k > 0; k -= 1) {
      const held = upTo(6) === 0 ? began : day();
      if (used.has(held)) continue;
      used.add(held);
      await supervision(tx, id, held, {
        source: upTo(4) === 0 ? 'history' : 'signed',
        counts: upTo(6) === 0 ? 0 : 1,
        signedAfter: upTo(3) === 0 ? upTo(40) : 0,
        team: teams[upTo(2)]!,
        childIds: children.filter(() => upTo(4) > 0).map((c) => c.id),
      });
    }
    if (upTo(8) === 0)
      await tx.run(
        `INSERT INTO discussion (id, family_id, status, held_on, opened_at) VALUES ($1, $2, 'held', $3, $4)`,
        [randomUUID(), id, day(200), `${start}T00:00:00.000Z`],
      );
  }
  return { teams, ids };
}

async function supervision(
  tx: Tx,
  familyId: string,
  held: string,
  one: { source: string; counts: number; signedAfter: number; team: string; childIds: string[] },
): Promise<void> {
  const discussionId = one.source === 'signed' ? randomUUID() : null;
  const signedAt = `${plusDays(held, one.signedAfter)}T23:30:00.000Z`;
  if (discussionId) {
    const sessionId = randomUUID();
    await tx.run(
      `INSERT INTO session (id, team_id, held_on, starts, ends, room, join_link, status, title)
       VALUES ($1, $2, $3, '09:30', '12:30', '', '', 'closed', '')`,
      [sessionId, one.team, held],
    );
    await tx.run(
      `INSERT INTO discussion (id, family_id, session_id, status, held_on, opened_at, signed_at, counts)
       VALUES ($1, $2, $3, 'signed', $4, $5, $5, $6)`,
      [discussionId, familyId, sessionId, held, signedAt, one.counts],
    );
  }
  await tx.run(
    `INSERT INTO supervision (id, family_id, discussion_id, held_on, kind, counts, quorate, children, signed_at, source, made_at)
     VALUES ($1, $2, $3, $4, 'supervision', $5, $6, $7, $8, $9, $10)`,
    [
      randomUUID(),
      familyId,
      discussionId,
      held,
      one.counts,
      one.counts,
      JSON.stringify(one.childIds),
      discussionId ? signedAt : null,
      one.source,
      signedAt,
    ],
  );
}

describe('the quick way and the slow way', () => {
  let server: HttpServer;
  let teams: string[];
  let ids: string[];

  beforeAll(async () => {
    server = await startHttpServer();
    ({ teams, ids } = await server.app.get(Transactions).run((tx) => populate(tx, chanceFrom(20260330))));
  });
  afterAll(() => server?.stop());

  const days = ['2025-08-31', '2025-10-26', '2025-12-31', '2026-01-31', '2026-02-12', '2026-02-17'];
  const limits = ['28d', 'policy', 'month', '20wd'];

  /** Everything that happened to everybody, reckoned by the slow way, for one team. */
  async function slowly(asAt: string) {
    const of = server.app.get(FamilyFactsOf);
    return { ...(await of.rules()), families: await of.families(ids, asAt) };
  }
  const mine = (teamId: string) => (r: { groups: { team: readonly string[] } }) =>
    r.groups.team[0] === teamId;
  const byId = (a: readonly unknown[], b: readonly unknown[]) => (String(a[0]) < String(b[0]) ? -1 : 1);

  it.each(days)('find the same families and children in time on %s, at every limit', async (asAt) => {
    const facts = await slowly(asAt);
    const all = new Set(ids);
    for (const code of limits)
      for (const teamId of teams) {
        const question = { asAt, limit: limitOf(code)!, from: asAt };
        const page = await server.app
          .get(Snapshot)
          .page({ teamId, teamIds: [teamId] }, { ...question, by: undefined }, all);
        const rows = snapshotOfFamilies(facts, question).rows.filter(mine(teamId));
        const found = Object.values(page.lists).flat();
        expect(found.length).toBe(rows.length);
        expect(
          found.map((f) => [f.familyId, f.reason, f.provisional, f.dueBy, f.daysOver]).sort(byId),
        ).toEqual(rows.map((r) => [r.id, r.reason, r.provisional, r.on, r.days]).sort(byId));
        const children = snapshotOfChildren(facts, question).rows.filter(mine(teamId));
        expect([page.children.numerator, page.children.denominator, page.children.apart]).toEqual([
          children.filter((r) => r.lands === 'met').length,
          children.filter((r) => r.lands !== 'apart').length,
          children.filter((r) => r.lands === 'apart').length,
        ]);
        const overdue = overdueList(facts, question).filter(mine(teamId));
        expect(page.lists.overdue.map((f) => f.familyId)).toEqual(overdue.map((r) => r.id));
      }
  });

  it.each(days)(
    'give everybody who was discussed the limit asked about, whatever rules hold on %s',
    async (asAt) => {
      for (const [code, after] of [
        ['31d', (held: string) => plusDays(held, 31)],
        ['month', (held: string) => Temporal.PlainDate.from(held).add({ months: 1 }).toString()],
      ] as const) {
        const page = await server.app
          .get(Snapshot)
          .page(
            { teamId: null, teamIds: teams },
            { asAt, limit: limitOf(code)!, by: undefined },
            new Set(ids),
          );
        const { exempt: _, ...lists } = page.lists;
        const discussed = Object.values(lists).flatMap((of) => of.filter((f) => f.lastHeldOn && f.dueBy));
        expect(discussed.length).toBeGreaterThan(20);
        expect(discussed.map((f) => [f.familyId, f.dueBy])).toEqual(
          discussed.map((f) => [f.familyId, after(f.lastHeldOn!)]),
        );
      }
    },
  );

  it.each(days)('find the same families covered in each month, as at %s', async (asAt) => {
    const facts = await slowly(asAt);
    for (const month of ['2025-07', '2025-12', '2026-01', '2026-02'].filter((m) => m <= asAt.slice(0, 7)))
      for (const teamId of teams) {
        const lines = await server.app.get(Coverage).of([teamId], month, asAt);
        const rows = coverageOf(facts, month, { asAt }).rows.filter(mine(teamId));
        expect(
          lines
            .map((l) => [l.familyId, l.lands, l.lands === 'not-met' ? '' : l.reason, l.provisional])
            .sort(byId),
        ).toEqual(
          rows.map((r) => [r.id, r.lands, r.lands === 'not-met' ? '' : r.reason, r.provisional]).sort(byId),
        );
      }
  });

  it.each(days)('find the same intervals of each team and the same longest waits, as at %s', async (asAt) => {
    const facts = await slowly(asAt);
    const question = { asAt, limit: limitOf('28d')!, from: plusDays(asAt, -90) };
    for (const teamId of teams) {
      const page = await server.app
        .get(GapPages)
        .page({ teamId, teamIds: [teamId] }, { ...question, by: 'team' }, new Set(ids));
      const { numerator, denominator, provisional, apart } = countOf(
        intervalCompliance(facts, question, { overdue: 0, longestGap: null }).rows.filter(mine(teamId)),
      );
      expect(denominator).toBeGreaterThan(0);
      expect(page.intervals).toMatchObject({ numerator, denominator, provisional, apart });
      expect(page.intervals.groups.map((g) => g.group)).toEqual([teamId]);
      const gaps = gapsOf(facts, question).filter(mine(teamId));
      const counted = gaps.filter((g) => g.reason !== 'exempt' && g.reason !== 'no-child');
      expect(page.longest.map((g) => [g.familyId, g.days, g.openDays])).toEqual(
        counted.slice(0, 10).map((g) => [g.id, g.longest.days, g.open.days]),
      );
      expect(page.snapshot).toMatchObject(
        countOf(snapshotOfFamilies(facts, question).rows.filter(mine(teamId))),
      );
    }
  });
});
