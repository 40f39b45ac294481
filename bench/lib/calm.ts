import { machineCpuMs, usageOf } from './usage.js';

/** A moment, as far as CPU is concerned. */
export interface Mark {
  at: number;
  machineMs: number;
  oursMs: number;
}

/** Marks this moment; processes that are not our children but work for us are named. */
export const mark = (alsoOurs: readonly number[] = []): Mark => ({
  at: performance.now(),
  machineMs: machineCpuMs(),
  oursMs: usageOf([process.pid, ...alsoOurs]).cpuMs,
});

/** How much of one core, in per cent, went between two marks to work that is not ours. */
export const foreignPercent = (from: Mark, to: Mark): number =>
  Math.max(0, ((to.machineMs - from.machineMs - (to.oursMs - from.oursMs)) / (to.at - from.at)) * 100);

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Waits, but no longer than `maxMs`, until others leave the machine alone. Answers what they used last. */
export async function waitForCalm(limitPercent: number, maxMs: number): Promise<number> {
  const end = performance.now() + maxMs;
  for (;;) {
    const from = mark();
    await pause(300);
    const foreign = foreignPercent(from, mark());
    if (foreign <= limitPercent || performance.now() >= end) return foreign;
  }
}
