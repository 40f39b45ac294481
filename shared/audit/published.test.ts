import { describe, expect, it } from '@jest/globals';
import { published, publishedFacts } from '../../test/support/audit.js';
import { limitOf } from './limits.js';
import { coverageOf } from './measures/coverage.js';
import { gapsOf, longestOf } from './measures/gaps.js';
import { intervalCompliance } from './measures/intervals.js';
import { overdueList, snapshotOfChildren, snapshotOfFamilies } from './measures/snapshot.js';
import type { Question } from './standing.js';

const facts = publishedFacts();
const { asAt, expected } = published;
const limits = [
  ['28 days', '28d'],
  ['31 days', '31d'],
  ['35 days', '35d'],
  ['calendar month', 'month'],
] as const;
const ask = (code: string): Question => ({ asAt, limit: limitOf(code)!, from: '2026-01-01' });

describe('the twelve published families, as at 30 March 2026', () => {
  it.each(limits)('at %s are in time as published, families and children', (name, code) => {
    const { families, children, perFamily } = expected.snapshot[name];
    const snapshot = snapshotOfFamilies(facts, ask(code));
    expect([snapshot.numerator, snapshot.denominator, snapshot.rate]).toEqual([
      families.inTime,
      families.counted,
      families.percent,
    ]);
    const young = snapshotOfChildren(facts, ask(code));
    expect([young.numerator, young.denominator, young.rate]).toEqual([
      children.inTime,
      children.counted,
      children.percent,
    ]);
    const rows = snapshot.rows.map((r) => [r.id, { state: r.reason, ...(r.on ? { dueBy: r.on } : {}) }]);
    expect(Object.fromEntries(rows)).toEqual(perFamily);
  });

  it('are read the same by the policy in force, which is the usual one', () => {
    const { rows, ...counts } = snapshotOfFamilies(facts, { ...ask('28d'), limit: 'policy' });
    const { rows: other, ...same } = snapshotOfFamilies(facts, ask('28d'));
    expect([counts, rows.map((r) => r.on)]).toEqual([same, other.map((r) => r.on)]);
  });

  it.each(Object.entries(expected.monthlyCoverage))('were covered in %s as published', (month, said) => {
    const figure = coverageOf(facts, month, { asAt });
    expect([figure.numerator, figure.denominator, figure.rate]).toEqual([
      said.covered,
      said.of,
      said.percent,
    ]);
    const missing = figure.rows.filter((r) => r.lands === 'not-met').map((r) => r.id);
    expect(missing).toEqual(said.missing);
  });

  it('say who was not counted in February and March, and why', () => {
    const apart = (month: string) =>
      coverageOf(facts, month, { asAt }).rows.flatMap((r) => (r.lands === 'apart' ? [[r.id, r.reason]] : []));
    expect(apart('2026-02')).toEqual([
      ['F08', 'new'],
      ['F10', 'exempt'],
    ]);
    expect(apart('2026-03')).toEqual([
      ['F07', 'new'],
      ['F10', 'exempt'],
    ]);
  });

  it('have intervals within the limit as published, which never stand alone', () => {
    const said = expected['intervalsEnding2026-01-01to2026-03-30'];
    const waiting = { overdue: 3, longestGap: 74 };
    const at28 = intervalCompliance(facts, ask('28d'), waiting);
    const at31 = intervalCompliance(facts, ask('31d'), waiting);
    expect([at28.numerator, at28.denominator, at28.rate]).toEqual([said.within28, said.count, 75]);
    expect([at31.numerator, at31.denominator, at31.rate]).toEqual([said.within31, said.count, 100]);
    expect(at31.beside).toEqual({
      meanDays: said.mean,
      medianDays: said.median,
      maxDays: said.max,
      overdueNow: 3,
      longestGapNow: 74,
    });
  });

  it('wait today as long as published, F09 the longest', () => {
    const gaps = gapsOf(facts, ask('28d'));
    const open = Object.fromEntries(gaps.map((g) => [g.id, g.open.days]));
    expect(open).toMatchObject(expected.openGapDays);
    const others = Object.entries(open).filter(([id]) => !(id in expected.openGapDays));
    expect(others.every(([, days]) => days <= 31)).toBe(true);
    const longest = longestOf(gaps);
    expect([longest?.id, longest?.longest.days]).toEqual([
      expected.longestGap.family,
      expected.longestGap.days,
    ]);
  });

  it('stand on the overdue list with the longest over first', () => {
    expect(overdueList(facts, ask('28d')).map((r) => [r.id, r.days, r.reason])).toEqual([
      ['F09', 46, 'overdue'],
      ['F08', 28, 'overdue-first'],
      ['F05', 3, 'overdue'],
    ]);
  });
});
