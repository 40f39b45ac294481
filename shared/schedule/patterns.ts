/** How many family patterns there are; a sitting of more families uses the first ones again. */
export const patternCount = 5;

/**
 * The patterns of a sitting's families in their order, so that neighbours never share one. Those given stay wherever
 * they can: the pattern is how people tell one family from the next at a glance. Null: not given yet.
 */
export function patternsFor(given: readonly (number | null)[]): number[] {
  const kept: (number | null)[] = [];
  for (const [i, pattern] of given.entries())
    kept.push(pattern !== null && pattern === kept[i - 1] ? null : pattern);
  const uses = new Map(all.map((pattern) => [pattern, kept.filter((k) => k === pattern).length]));
  const result: number[] = [];
  for (const [i, pattern] of kept.entries()) {
    const chosen = pattern ?? leastUsed(uses, [result[i - 1], kept[i + 1]]);
    if (pattern === null) uses.set(chosen, (uses.get(chosen) ?? 0) + 1);
    result.push(chosen);
  }
  return result;
}

const all = Array.from({ length: patternCount }, (_, i) => i + 1);

function leastUsed(
  uses: ReadonlyMap<number, number>,
  neighbours: readonly (number | null | undefined)[],
): number {
  const free = all.filter((pattern) => !neighbours.includes(pattern));
  return free.reduce((a, b) => ((uses.get(b) ?? 0) < (uses.get(a) ?? 0) ? b : a));
}
