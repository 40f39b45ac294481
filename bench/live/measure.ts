import { foreignPercent, mark, pause, waitForCalm } from '../lib/calm.js';
import { type Usage, usageOf } from '../lib/usage.js';
import { startLoad } from './load-process.js';
import type { LoadPlan } from './plan.js';
import type { OpenSide, Side } from './side.js';

/** One run of one side: waits in milliseconds. */
export interface Run {
  readyMs: number;
  p50: number;
  p95: number;
  p99: number;
  leastSight: number;
  acknowledgedP50: number;
  acknowledgedP95: number;
  leastAcknowledgement: number;
  changesPerSecond: number;
  seenPerSecond: number;
  /** Not seen by everybody in the end. */
  lost: number;
  refused: number;
  /** Of one core, by the server and all that stores for it. */
  cpuPercent: number;
  cpuPerSeen: number;
  syncsPerChange: number;
  /** Of one core, by the load itself: near 100 it was the limit. */
  loadPercent: number;
  memoryMib: number;
  /** Memory that each person costs who is only there. */
  idleKib: number;
  /** Of one core, by others: the measure of how far to trust the rest. */
  foreignPercent: number;
}

const CALM_PERCENT = 25;
const CALM_WITHIN_MS = 4_000;
const SETTLE_MS = 300;

/** Opens a side, lets the people in, lets them write, and closes it again. Throws when a change was refused. */
export async function measure(side: Side, load: Omit<LoadPlan, 'driver' | 'port'>): Promise<Run> {
  await waitForCalm(CALM_PERCENT, CALM_WITHIN_MS);
  const open = await side.open();
  try {
    return await measureOpen(side, open, load);
  } finally {
    await open.close();
  }
}

async function measureOpen(
  side: Side,
  open: OpenSide,
  load: Omit<LoadPlan, 'driver' | 'port'>,
): Promise<Run> {
  await pause(SETTLE_MS);
  const pids = [open.server.pid, ...open.alsoServing];
  const empty = usageOf(pids);
  const crowd = startLoad({
    ...load,
    driver: side.driver,
    port: open.port,
    ...(open.council === undefined ? {} : { council: open.council }),
  });
  try {
    await crowd.connected();
    await pause(SETTLE_MS);
    const idle = usageOf(pids);
    await crowd.go();
    const from = { ...moment(pids), mark: mark(), syncs: open.syncs() };
    await crowd.silent();
    const to = { ...moment(pids), mark: mark(), syncs: open.syncs() };
    const result = await crowd.measured();
    if (result.refused) throw new Error(`${side.name} refused ${result.refused} changes: ${result.refusal}`);
    const cpuMs = to.usage.cpuMs - from.usage.cpuMs;
    return {
      readyMs: open.server.readyMs,
      p50: result.sight.p50,
      p95: result.sight.p95,
      p99: result.sight.p99,
      leastSight: result.sight.least,
      acknowledgedP50: result.acknowledgement.p50,
      acknowledgedP95: result.acknowledgement.p95,
      leastAcknowledgement: result.acknowledgement.least,
      changesPerSecond: result.sent / load.seconds,
      seenPerSecond: result.seen / load.seconds,
      lost: result.lost,
      refused: result.refused,
      cpuPercent: (cpuMs / (to.at - from.at)) * 100,
      cpuPerSeen: (cpuMs * 1000) / result.seen,
      syncsPerChange: (to.syncs - from.syncs) / result.acknowledged,
      loadPercent: result.loadPercent,
      memoryMib: to.usage.memoryKib / 1024,
      idleKib: (idle.memoryKib - empty.memoryKib) / (load.rooms * load.people),
      foreignPercent: foreignPercent(from.mark, to.mark),
    };
  } finally {
    crowd.stop();
  }
}

const moment = (pids: readonly number[]): { at: number; usage: Usage } => ({
  at: performance.now(),
  usage: usageOf(pids),
});
