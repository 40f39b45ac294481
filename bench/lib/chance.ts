/** Chance that comes from a seed: the same months in every run. */
export interface Chance {
  /** A whole number from nought up to, not including, `below`. */
  below: (below: number) => number;
  /** True so many times in a hundred. */
  percent: (percent: number) => boolean;
  oneOf: <T>(list: readonly T[]) => T;
  /** So many different ones of a list, or all. */
  some: <T>(list: readonly T[], count: number) => T[];
}

export function chanceFrom(seed: number): Chance {
  let a = Math.imul(seed + 1, 0x9e3779b1) | 0;
  const next = (): number => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    percent: (percent) => next() * 100 < percent,
    oneOf: (list) => list[below(list.length)]!,
    some: (list, count) => {
      const left = [...list];
      return Array.from(
        { length: Math.min(count, list.length) },
        () => left.splice(below(left.length), 1)[0]!,
      );
    },
  };
}
