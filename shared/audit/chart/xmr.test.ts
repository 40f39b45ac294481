import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Labelled } from './signals.js';
import { type XmrPoint, xmr } from './xmr.js';

interface Reference {
  name: string;
  options: {
    improvementDirection: 'increase' | 'decrease' | 'neutral';
    rebaseDates: string[] | null;
    fixAfterNPoints: number | null;
    target: number | null;
    screenOutliers: boolean;
  };
  assurance: string | null;
  points: {
    date: string;
    value: number;
    rebaseGroup: number;
    mean: number;
    lpl: number;
    upl: number;
    specialCause: string;
    pointType: string;
    shortGroup: boolean;
  }[];
}

const file = path.resolve(__dirname, '../../../test/fixtures/spc/xmr-reference-nhsrplotthedots.json');
const series = JSON.parse(readFileSync(file, 'utf8')) as Reference[];

const better = { increase: 'higher', decrease: 'lower', neutral: 'neither' } as const;
const types: Record<Labelled['meaning'], string> = {
  expected: 'common_cause',
  better: 'special_cause_improvement',
  concern: 'special_cause_concern',
  high: 'special_cause_neutral_high',
  low: 'special_cause_neutral_low',
};

/** The name that the reference gives to what we found. */
function named({ signal, side }: XmrPoint): string {
  const up = side === 'above';
  switch (signal) {
    case null:
      return 'Common Cause';
    case 'outside':
      return up ? 'Above UCL' : 'Below LCL';
    case 'trend':
      return `7 Point Trend (${up ? 'Increasing' : 'Decreasing'})`;
    case 'two-in-three':
      return `2 in 3 ${up ? 'Above' : 'Below'} CL`;
    case 'shift':
      return `7 Points ${up ? 'Above' : 'Below'} CL`;
  }
}

describe('a manager who reads a chart over time', () => {
  it('has eight series to hold it against', () => {
    expect(series.map((s) => s.points.length)).toEqual([24, 144, 36, 60, 60, 18, 18, 36]);
  });

  it.each(series.map((s) => [s.name, s] as const))('finds the limits and every label of %s', (_, s) => {
    const chart = xmr(
      s.points.map((p) => ({ on: p.date, value: p.value })),
      {
        better: better[s.options.improvementDirection],
        rebaseOn: s.options.rebaseDates ?? [],
        fixAfter: s.options.fixAfterNPoints,
        target: s.options.target,
        screen: s.options.screenOutliers,
      },
    );
    expect(chart.assurance).toBe(s.assurance);
    expect(chart.points.map((p) => [p.on, p.group, named(p), types[p.meaning], p.trial])).toEqual(
      s.points.map((p) => [p.date, p.rebaseGroup, p.specialCause, p.pointType, p.shortGroup]),
    );
    for (const [i, p] of chart.points.entries()) {
      expect(Math.abs(p.mean - s.points[i]!.mean)).toBeLessThan(1e-6);
      expect(Math.abs(p.lower - s.points[i]!.lpl)).toBeLessThan(1e-6);
      expect(Math.abs(p.upper - s.points[i]!.upl)).toBeLessThan(1e-6);
    }
  });

  it('sees percentages drawn within 0 and 100, though they are judged by the limits themselves', () => {
    const values = [75, 75, 87.5, 77.8, 88.9, 77.8, 66.7, 88.9, 80, 88.9, 66.7, 100];
    const chart = xmr(
      values.map((value, i) => ({ on: `2025-${String(i + 1).padStart(2, '0')}`, value })),
      { better: 'higher', percentage: true },
    );
    const [first] = chart.points;
    expect(first!.upper).toBeGreaterThan(100);
    expect(first!.drawn.upper).toBe(100);
    expect(first!.drawn.lower).toBe(first!.lower);
    expect(first!.trial).toBe(true);
  });

  it('sees a month in which nobody was counted passed over, and the order of the input makes no difference', () => {
    const dots = series[0]!.points.map((p) => ({ on: p.date, value: p.value }));
    const gap = { on: '2022-05-15', value: null };
    expect(xmr([gap, ...[...dots].reverse()], { better: 'higher' })).toEqual(xmr(dots, { better: 'higher' }));
  });

  it('sees no limits apart from the mean where nothing varies, and none at all without a value', () => {
    const flat = xmr(
      ['a', 'b', 'c'].map((on) => ({ on, value: 80 })),
      { better: 'higher' },
    );
    expect(flat.points.map((p) => [p.mean, p.lower, p.upper, p.signal])).toEqual([
      [80, 80, 80, null],
      [80, 80, 80, null],
      [80, 80, 80, null],
    ]);
    expect(xmr([], { better: 'higher', target: 90 })).toEqual({ points: [], assurance: null });
  });
});
