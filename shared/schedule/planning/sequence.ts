/**
 * Numbers that look like chance and are always the same ones (mulberry32), 0 up to, not including, `below`: the
 * search wanders, and yet the same month always gets the same plan.
 */
export function sequenceFrom(seed: number): (below: number) => number {
  let a = seed | 0;
  return (below) => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}
