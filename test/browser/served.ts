import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** The built product's programs: on an empty database, or with the demonstration in it. */
export type Program = 'server/main.js' | 'scripts/demo.js';

/** The built product, served by a process of its own on a database of its own, so that it can be killed and come back. */
export class Served {
  private process: ChildProcess | undefined;
  /** The link that makes the first administrator, from the first start. */
  invitation = '';

  private constructor(
    readonly url: string,
    private readonly port: number,
    private readonly dataDir: string,
    private readonly program: Program,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  /** `settings` are added to its environment. */
  static async start(
    program: Program = 'server/main.js',
    settings: (port: number) => Record<string, string> = () => ({}),
  ): Promise<Served> {
    const port = await freePort();
    const dataDir = mkdtempSync(path.join(tmpdir(), 'served-'));
    const served = new Served(`http://localhost:${port}`, port, dataDir, program, settings(port));
    await served.comes();
    return served;
  }

  /** Starts it, or starts it again after it was killed. */
  comes(): Promise<void> {
    const child = spawn(process.execPath, [path.join(built(), this.program)], {
      env: { ...process.env, ...this.settings, PORT: String(this.port), DATA_DIR: this.dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.process = child;
    return new Promise((ready, failed) => {
      let said = '';
      const hear = (piece: Buffer) => {
        said += piece.toString();
        this.invitation ||= /http\S+\/invitation\/\S+/.exec(said)?.[0] ?? '';
        // The first start of an empty database also says how to become its administrator.
        if (/^ready /m.test(said) && (this.invitation || this.program === 'scripts/demo.js')) ready();
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

  /** As when the machine runs out of memory: the process that counts for it is killed. Says which it was. */
  async countingDies(): Promise<number> {
    const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,args=']);
    const row = stdout
      .split('\n')
      .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
      .find((of) => Number(of?.[2]) === this.process?.pid && /counting\/main\.js/.test(of?.[3] ?? ''));
    if (!row) throw new Error(`no process counts for the server ${this.process?.pid}:\n${stdout}`);
    process.kill(Number(row[1]), 'SIGKILL');
    return Number(row[1]);
  }

  async stop(): Promise<void> {
    await this.dies();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

/** Where the build is: beside package.json, whether this runs from the source or from the build itself. */
function built(): string {
  let root = import.meta.dirname;
  while (!existsSync(path.join(root, 'package.json'))) root = path.dirname(root);
  return path.resolve(root, process.env['DIST'] ?? 'dist');
}

export function freePort(): Promise<number> {
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
