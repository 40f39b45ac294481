import { groupedBy } from '../grouped.js';
import { type Labelled, label } from './signals.js';

/** One value in time; null where nothing was counted that month: it is passed over, not taken for nought. */
export interface Dot {
  /** A local date, or a month: any text that sorts by time. */
  on: string;
  value: number | null;
}

export interface XmrOptions {
  /** Which way is an improvement. */
  better: 'higher' | 'lower' | 'neither';
  /** Dates from which the limits are reckoned anew. */
  rebaseOn?: readonly string[];
  /** Mean and limits from the first so many points of each group only. */
  fixAfter?: number | null;
  target?: number | null;
  /** Leave moving ranges of 3.267 times their mean or more out, once (as NHSRplotthedots does by default). */
  screen?: boolean;
  /** The values are percentages: limits are drawn no further than 0 and 100. What a point means is judged by the limits themselves. */
  percentage?: boolean;
}

export interface XmrPoint extends Labelled {
  on: string;
  value: number;
  /** 0 from the start, then one more from each rebasing. */
  group: number;
  mean: number;
  lower: number;
  upper: number;
  /** As the limits are drawn: within 0 and 100 for percentages. */
  drawn: { lower: number; upper: number };
  /** Fewer than 13 points in the group: limits on trial. */
  trial: boolean;
}

/** How the limits of the last point stand to the target. */
export type Assurance = 'consistent_pass' | 'consistent_fail' | 'inconsistent';

export interface Xmr {
  points: readonly XmrPoint[];
  assurance: Assurance | null;
}

const limitFactor = 2.66;
const screenFactor = 3.267;
/** With fewer points than this the limits are on trial. */
export const enoughPoints = 13;

/** An XmR chart by the four rules of Making Data Count, as NHSRplotthedots reckons them. Points in the order of time. */
export function xmr(dots: readonly Dot[], options: XmrOptions): Xmr {
  const known = dots.filter((d): d is Dot & { value: number } => d.value !== null);
  const ordered = [...known].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const rebases = [...(options.rebaseOn ?? [])].sort();
  const groupOf = (on: string) =>
    rebases.filter((from) => from <= on && from > (ordered[0]?.on ?? '')).length;
  const groups = [...groupedBy(ordered, (dot) => String(groupOf(dot.on)))];
  const points = groups.flatMap(([group, of]) => pointsOf(of, Number(group), options));
  return { points, assurance: assuranceOf(points.at(-1), options) };
}

function pointsOf(
  dots: readonly (Dot & { value: number })[],
  group: number,
  options: XmrOptions,
): XmrPoint[] {
  const values = dots.map((d) => d.value);
  const limits = limitsOf(values.slice(0, options.fixAfter ?? values.length), options.screen ?? true);
  const labels = label(values, limits, options.better);
  const within = (n: number) => (options.percentage ? Math.min(100, Math.max(0, n)) : n);
  return dots.map(({ on, value }, i) => ({
    on,
    value,
    group,
    ...limits,
    ...labels[i]!,
    drawn: { lower: within(limits.lower), upper: within(limits.upper) },
    trial: dots.length < enoughPoints,
  }));
}

function limitsOf(
  values: readonly number[],
  screen: boolean,
): { mean: number; lower: number; upper: number } {
  const mean = average(values);
  const ranges = values.slice(1).map((v, i) => Math.abs(v - values[i]!));
  const all = average(ranges);
  // Nothing varies: nothing is screened, and the limits lie on the mean.
  const range = screen && all > 0 ? average(ranges.filter((r) => r < screenFactor * all)) : all;
  return { mean, lower: mean - limitFactor * range, upper: mean + limitFactor * range };
}

function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, v) => sum + v, 0) / values.length;
}

function assuranceOf(last: XmrPoint | undefined, { target, better }: XmrOptions): Assurance | null {
  if (!last || target === null || target === undefined || better === 'neither') return null;
  if (target > last.upper) return better === 'higher' ? 'consistent_fail' : 'consistent_pass';
  if (target < last.lower) return better === 'higher' ? 'consistent_pass' : 'consistent_fail';
  return 'inconsistent';
}
