/** The four rules of Making Data Count, in the order in which a point takes its one name. */
export type Signal = 'outside' | 'trend' | 'two-in-three' | 'shift';
export type Side = 'above' | 'below';

export interface Labelled {
  /** The rule that this point is named after; null where the value is as expected. */
  signal: Signal | null;
  /** Above or below the mean; for a trend, rising or falling. */
  side: Side | null;
  /** What it means: as expected, an improvement, a concern, or (where neither way is better) merely high or low. */
  meaning: 'expected' | 'better' | 'concern' | 'high' | 'low';
}

interface Limits {
  mean: number;
  lower: number;
  upper: number;
}

/** Points in a row on one side of the mean, or in a row rising or falling. */
const run = 7;

/** Names every point of one group of limits. */
export function label(
  values: readonly number[],
  { mean, lower, upper }: Limits,
  better: 'higher' | 'lower' | 'neither',
): Labelled[] {
  const sides = values.map((v) => Math.sign(v - mean));
  const outside = values.map((v) => (v > upper ? 1 : v < lower ? -1 : 0));
  // Between the line at two thirds and the limit: a point outside is not near it.
  const near = values.map((v, i) => outside[i] === 0 && Math.abs(v - mean) > (2 / 3) * (upper - mean));
  const trend = runs(
    values.map((v, i) => (i === 0 ? 0 : Math.sign(v - values[i - 1]!))),
    run - 1,
    1,
  );
  const twoInThree = values.map((_, i) => near[i]! && isTwoInThree(i, near, sides));
  const shift = runs(sides, run, 0);
  return values.map((_, i) => {
    const side = sides[i]!;
    const signal = outside[i]
      ? 'outside'
      : trend[i]
        ? 'trend'
        : twoInThree[i]
          ? 'two-in-three'
          : shift[i]
            ? 'shift'
            : null;
    if (!signal) return { signal, side: null, meaning: 'expected' };
    // A trend is good or bad by where it goes, the others by the side of the mean on which the point lies.
    const towards = signal === 'trend' ? trend[i]! : side;
    return { signal, side: towards > 0 ? 'above' : 'below', meaning: meaningOf(towards, better) };
  });
}

/**
 * The direction of the run that each point belongs to: every stretch of at least `length` equal signs, nought breaking
 * it. `before` is how many points ahead of the stretch belong to it too: six rises are seven points.
 */
function runs(signs: readonly number[], length: number, before: number): number[] {
  const found = signs.map(() => 0);
  for (let from = 0; from < signs.length; ) {
    let to = from + 1;
    while (to < signs.length && signs[to] === signs[from]) to += 1;
    if (signs[from] !== 0 && to - from >= length)
      // A point where a rise ends and a fall begins belongs to the later of the two.
      for (let i = from - before; i < to; i += 1) found[i] = signs[from]!;
    from = to;
  }
  return found;
}

/** Two of three in a row near the same limit, all three on one side of the mean. */
function isTwoInThree(i: number, near: readonly boolean[], sides: readonly number[]): boolean {
  return [i - 2, i - 1, i].some((from) => {
    const three = [from, from + 1, from + 2];
    if (from < 0 || from + 2 >= near.length) return false;
    return (
      three.filter((k) => near[k]).length >= 2 && Math.abs(three.reduce((sum, k) => sum + sides[k]!, 0)) === 3
    );
  });
}

function meaningOf(towards: number, better: 'higher' | 'lower' | 'neither'): Labelled['meaning'] {
  if (better === 'neither') return towards > 0 ? 'high' : 'low';
  return towards > 0 === (better === 'higher') ? 'better' : 'concern';
}
