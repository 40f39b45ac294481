import { median, ratioOfRounds, sayRatio } from '../lib/figures.js';
import type { Figures } from '../lib/report.js';
import type { Run } from './measure.js';
import type { Side } from './side.js';

/** All rounds of all sides; a run that failed is undefined, so that rounds still stand beside each other. */
export type Rounds = ReadonlyMap<string, readonly (Run | undefined)[]>;

/** How long the bench may spend on doing runs again that others spoilt. */
export interface Patience {
  foreignPercent: number;
  msLeft: number;
  again: number;
  failures: string[];
}

const tell = (text: string): void => void process.stderr.write(`${text}\n`);

/**
 * Runs all sides in turn, the order reversed each round, so that a drift of the machine hits every side alike.
 * A run during which others used more than the patience allows is done again while there is time for it.
 */
export async function interleave(
  what: string,
  sides: readonly Side[],
  rounds: number,
  run: (side: Side) => Promise<Run>,
  patience: Patience,
): Promise<Rounds> {
  const found = new Map<string, (Run | undefined)[]>(sides.map((side) => [side.name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const side of round % 2 ? [...sides].reverse() : sides) {
      tell(`${what}, round ${round + 1} of ${rounds}: ${side.name}`);
      found.get(side.name)?.push(await runOnce(side, run, patience));
    }
  }
  return found;
}

async function runOnce(
  side: Side,
  run: (side: Side) => Promise<Run>,
  patience: Patience,
): Promise<Run | undefined> {
  for (;;) {
    const started = performance.now();
    try {
      const result = await run(side);
      const took = performance.now() - started;
      tell(
        `  p95 ${result.p95.toFixed(1)} ms, others ${result.foreignPercent.toFixed(0)} %, took ${(took / 1000).toFixed(1)} s`,
      );
      if (result.foreignPercent <= patience.foreignPercent || patience.msLeft < took) return result;
      patience.msLeft -= took;
      patience.again++;
      tell(`  others used ${result.foreignPercent.toFixed(0)} % of a core: again`);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const line = `${side.name}: ${why.split('\n')[0]}`;
      if (!patience.failures.includes(line)) patience.failures.push(line);
      tell(`  failed: ${why}`);
      return undefined;
    }
  }
}

/** The middle of one figure over the rounds of a side. */
export const middle = (rounds: Rounds, side: string, figure: keyof Run): number =>
  median((rounds.get(side) ?? []).map((run) => run?.[figure] ?? Number.NaN));

/** One figure of a side as a ratio to another side, round by round. */
export const against = (rounds: Rounds, side: string, other: string, figure: keyof Run) =>
  ratioOfRounds(
    (rounds.get(side) ?? []).map((run) => run?.[figure]),
    (rounds.get(other) ?? []).map((run) => run?.[figure]),
  );

/** A table of medians: a row for each side. */
export function medians(rounds: Rounds, figures: readonly (keyof Run)[]): Figures {
  return Object.fromEntries(
    [...rounds.keys()].map((side) => [
      side,
      Object.fromEntries(figures.map((figure) => [figure, middle(rounds, side, figure)])),
    ]),
  );
}

/** A table of how one side stands against each other one, with the least and the most of its rounds. */
export function ratios(rounds: Rounds, side: string, figures: readonly (keyof Run)[]): Figures {
  return Object.fromEntries(
    [...rounds.keys()]
      .filter((other) => other !== side)
      .map((other) => [
        other,
        Object.fromEntries(figures.map((figure) => [figure, sayRatio(against(rounds, side, other, figure))])),
      ]),
  );
}
