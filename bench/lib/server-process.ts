import { type ChildProcess, spawn } from 'node:child_process';
import net from 'node:net';
import { pause } from './calm.js';
import { processTree } from './usage.js';

export interface ServerPlan {
  /** For messages. */
  name: string;
  command?: string;
  args: readonly string[];
  cwd?: string;
  env?: Readonly<Record<string, string>>;
  /** Looked for in what it prints; from then on it serves. */
  ready: RegExp;
  /** When it must run as another user. */
  uid?: number;
  gid?: number;
  stopSignal?: NodeJS.Signals;
}

export interface ServerProcess {
  pid: number;
  /** From spawn to the line that says it serves. */
  readyMs: number;
  printed(): string;
  /** Politely first, then with force; everything it started goes too. */
  stop(): Promise<void>;
}

// A bench that ends, however it ends, leaves nothing running behind it.
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 3_000;

/** Starts a server and resolves when it serves; rejects with all it printed when it does not. */
export async function startServer(plan: ServerPlan): Promise<ServerProcess> {
  const started = performance.now();
  const child = spawn(plan.command ?? process.execPath, [...plan.args], {
    cwd: plan.cwd,
    env: { ...process.env, ...plan.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(plan.uid === undefined ? {} : { uid: plan.uid }),
    ...(plan.gid === undefined ? {} : { gid: plan.gid }),
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let printed = '';
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  await new Promise<void>((ready, fail) => {
    const give = (why: string): void => fail(new Error(`${plan.name} ${why}\n${printed}`));
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      give(`was not ready within ${READY_WITHIN_MS / 1000} s`);
    }, READY_WITHIN_MS);
    const read = (chunk: Buffer): void => {
      // Long runs may log; the last of it is enough to understand a failure.
      printed = (printed + chunk.toString()).slice(-20_000);
      if (!plan.ready.test(printed)) return;
      clearTimeout(late);
      ready();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => give(`could not be started: ${error.message}`));
    child.once('exit', (code, signal) => {
      clearTimeout(late);
      give(`ended (${signal ?? code})`);
    });
  });
  return {
    pid: child.pid as number,
    readyMs: performance.now() - started,
    printed: () => printed,
    stop: () => stop(child, ended, plan.stopSignal ?? 'SIGTERM'),
  };
}

async function stop(child: ChildProcess, ended: Promise<void>, signal: NodeJS.Signals): Promise<void> {
  const tree = child.exitCode === null && child.pid ? processTree(child.pid) : [];
  child.kill(signal);
  await Promise.race([ended, pause(STOP_WITHIN_MS)]);
  for (const pid of tree) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // it has ended by itself, as it should
    }
  }
  await ended;
}

/** A port that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
