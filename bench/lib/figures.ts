/** The value below which `share` (0 to 1) of the sorted values lie; NaN when there are none. */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const place = Math.ceil(sorted.length * share) - 1;
  return sorted[Math.min(sorted.length - 1, Math.max(0, place))] as number;
}

/** The middle value, or the mean of the two middle ones; values that are not numbers are left out. */
export function median(values: readonly number[]): number {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length === 0) return Number.NaN;
  const upper = sorted[sorted.length >> 1] as number;
  return sorted.length % 2 ? upper : ((sorted[(sorted.length >> 1) - 1] as number) + upper) / 2;
}

/** How one side compares with another over the rounds of one run. */
export interface Ratio {
  median: number;
  least: number;
  most: number;
  rounds: number;
}

/**
 * The ratio of each round, summed up. Two runs that stand next to each other in time share the machine's mood,
 * so their ratio can be trusted where their absolute figures cannot. A round that failed on either side is left out.
 */
export function ratioOfRounds(
  ours: readonly (number | undefined)[],
  theirs: readonly (number | undefined)[],
): Ratio {
  const ratios = ours
    .map((value, round) => (value ?? Number.NaN) / (theirs[round] ?? Number.NaN))
    .filter(Number.isFinite);
  return {
    median: median(ratios),
    least: ratios.length ? Math.min(...ratios) : Number.NaN,
    most: ratios.length ? Math.max(...ratios) : Number.NaN,
    rounds: ratios.length,
  };
}

/** A ratio as a person reads it: `×1.12 [1.05–1.20]`. */
export function sayRatio(ratio: Ratio): string {
  if (!ratio.rounds) return 'not measured';
  return `×${ratio.median.toFixed(2)} [${ratio.least.toFixed(2)}–${ratio.most.toFixed(2)}]`;
}
