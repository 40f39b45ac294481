import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const main = path.join(import.meta.dirname, '../../dist/server/main.js');

/** The built product, served by a process of its own on a database of its own, so that it can be killed and come back. */
export class Served {
  private process: ChildProcess | undefined;
  /** The link that makes the first administrator, from the first start. */
  invitation = '';

  private constructor(
    readonly url: string,
    private readonly port: number,
    private readonly dataDir: string,
  ) {}

  static async start(): Promise<Served> {
    const port = await freePort();
    const served = new Served(`http://localhost:${port}`, port, mkdtempSync(path.join(tmpdir(), 'served-')));
    await served.comes();
    return served;
  }

  /** Starts it, or starts it again after it was killed. */
  comes(): Promise<void> {
    const child = spawn(process.execPath, [main], {
      env: { ...process.env, PORT: String(this.port), DATA_DIR: this.dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.process = child;
    return new Promise((ready, failed) => {
      let said = '';
      const hear = (piece: Buffer) => {
        said += piece.toString();
        this.invitation ||= /http\S+\/invitation\/\S+/.exec(said)?.[0] ?? '';
        // The first start of an empty database also says how to become its administrator.
        if (/^ready /m.test(said) && this.invitation) ready();
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', (code) => failed(new Error(`the server ended with ${code}: ${said}`)));
    });
  }

  /** As when the power goes: nothing is said goodbye to. */
  async dies(): Promise<void> {
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await gone;
  }

  async stop(): Promise<void> {
    await this.dies();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? found(address.port) : failed(new Error('no port')),
      );
    });
  });
}
