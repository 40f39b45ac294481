/** A share in percent, to one decimal, half away from nought; null where there is nothing to divide by. Exact: no float is rounded. */
export function percent(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : rounded(1000 * numerator, denominator) / 10;
}

/** By how much a count changed, in percent. Always reckoned from the counts, never from other percentages. */
export function percentChange(before: number, now: number, decimals: 1 | 2 = 1): number | null {
  if (before === 0) return null;
  return decimals === 1 ? percent(now - before, before) : rounded(10_000 * (now - before), before) / 100;
}

/** Some numbers' mean to one decimal, half away from nought; null of none. Whole numbers only. */
export function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : rounded(10 * values.reduce((sum, v) => sum + v, 0), values.length) / 10;
}

/** The middle value; of an even number of values, half way between the two in the middle. */
export function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)]!;
  const high = sorted[Math.floor(sorted.length / 2)]!;
  return (low + high) / 2;
}

/** The smallest value that at least this share (0 to 1) of the values do not exceed. */
export function quantileOf(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length - 1e-9) - 1)]!;
}

/** `n / d` rounded to a whole number, half away from nought: of whole numbers without error. */
function rounded(n: number, d: number): number {
  const size = Math.floor((2 * Math.abs(n) + Math.abs(d)) / (2 * Math.abs(d)));
  // Nought has no sign.
  return size === 0 ? 0 : Math.sign(n) * Math.sign(d) * size;
}
