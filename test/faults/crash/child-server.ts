import { type ChildProcess, spawn } from 'node:child_process';
import { usageOf } from '../../../bench/lib/usage.js';

/** The product's own program, started as its operator would, and killed as nobody would. */
export interface ChildServer {
  pid: number;
  /** From starting the process to its saying, over HTTP, that it can write. */
  readyMs: number;
  /** The processor time in it: what stays when others want the machine too. */
  readyCpuMs: number;
  /** kill -9. Resolves when the process is gone. */
  kill(): Promise<void>;
  printed(): string;
}

const readyWithinMs = 60_000;
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts it. `dieAfterMs`: it is killed so long after its start, ready or not, and null is what comes of it. */
export async function startChild(
  main: string,
  env: Readonly<Record<string, string>>,
  dieAfterMs: number | null = null,
): Promise<ChildServer | null> {
  const started = performance.now();
  const child = spawn(process.execPath, [main], { env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let printed = '';
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  void gone.then(() => running.delete(child));
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
  };
  const listening = new Promise<boolean>((done) => {
    const read = (chunk: Buffer): void => {
      printed = (printed + chunk.toString()).slice(-20_000);
      if (/^ready http/m.test(printed)) done(true);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    void gone.then(() => done(false));
    setTimeout(() => done(false), readyWithinMs).unref();
  });
  if (dieAfterMs !== null) {
    await new Promise((later) => setTimeout(later, dieAfterMs));
    await kill();
    return null;
  }
  if (!(await listening) || !(await canWrite(Number(env['PORT'])))) {
    await kill();
    throw new Error(`The server did not become ready:\n${printed}`);
  }
  const readyMs = performance.now() - started;
  const pid = child.pid as number;
  return { pid, readyMs, readyCpuMs: usageOf([pid]).cpuMs, kill, printed: () => printed };
}

async function canWrite(port: number): Promise<boolean> {
  const end = performance.now() + readyWithinMs;
  while (performance.now() < end) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`).catch(() => null);
    if (answer?.ok) return true;
    await new Promise((later) => setTimeout(later, 10));
  }
  return false;
}

// Only what a program needs to run: what the tester's own shell sets must not change what is tested.
function environment(env: Readonly<Record<string, string>>): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', TZ: 'UTC', ...env };
}
