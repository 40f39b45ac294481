import { percentile } from '../lib/figures.js';
import type { Waits } from './plan.js';

/** Sums up waits in milliseconds. */
export function sumUp(waits: readonly number[]): Waits {
  const sorted = Float64Array.from(waits).sort();
  return {
    count: sorted.length,
    least: percentile(sorted, 0),
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
    most: percentile(sorted, 1),
  };
}
