import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { freePort, startServer } from './server-process.js';
import type { SlowDisk } from './slow-disk.js';

/** A PostgreSQL that is ours alone, so that its disk can be the same known one as everybody's. */
export interface Cluster {
  pid: number;
  /** Makes a database of this name, empty or a copy of another, throwing away what had it. Answers its address. */
  freshDatabase(name: string, copyOf?: string): Promise<string>;
  /** Flushes to disk so far. */
  syncs(): number;
  stop(): Promise<void>;
}

/** The folder that holds initdb and postgres, or undefined when PostgreSQL is not installed here. */
function programs(): string | undefined {
  const installed = '/usr/lib/postgresql';
  const versions = fs.existsSync(installed)
    ? fs.readdirSync(installed).sort((a, b) => Number(b) - Number(a))
    : [];
  const folders = [
    ...versions.map((version) => path.join(installed, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(path.delimiter),
  ];
  return folders.find((folder) =>
    ['initdb', 'postgres'].every((name) => fs.existsSync(path.join(folder, name))),
  );
}

// PostgreSQL refuses to run as root; its own user is made by the package.
function whoRunsIt(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const line = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((user) => user.startsWith('postgres:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (!uid || !gid)
    throw new Error('PostgreSQL will not run as root, and there is no user named postgres here.');
  return { uid: Number(uid), gid: Number(gid) };
}

/** Starts a cluster of its own on the disk given. Undefined when PostgreSQL is not installed here. */
export async function startPostgres(disk: SlowDisk): Promise<Cluster | undefined> {
  const folder = programs();
  if (!folder) return undefined;
  const who = whoRunsIt();
  const place = path.join(disk.folder, 'postgres');
  fs.mkdirSync(place, { mode: 0o700 });
  if (who.uid !== undefined) fs.chownSync(place, who.uid, who.gid as number);
  const made = spawnSync(
    path.join(folder, 'initdb'),
    ['-D', place, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { encoding: 'utf8', cwd: '/', ...who },
  );
  if (made.status !== 0)
    throw new Error(`PostgreSQL could not be set up: ${made.error?.message ?? made.stderr}`);
  const port = await freePort();
  const server = await startServer({
    name: 'PostgreSQL',
    command: path.join(folder, 'postgres'),
    args: ['-D', place, '-p', String(port), '-h', '127.0.0.1', '-k', place, '-c', 'max_connections=200'],
    cwd: '/',
    env: disk.env,
    ready: /ready to accept connections/,
    stopSignal: 'SIGINT',
    ...who,
  });
  const address = (name: string): string => `postgres://postgres@127.0.0.1:${port}/${name}`;
  return {
    pid: server.pid,
    syncs: disk.syncs,
    async freshDatabase(name, copyOf = 'template1') {
      const client = new pg.Client({ connectionString: address('postgres') });
      await client.connect();
      try {
        await client.query(`drop database if exists ${name} with (force)`);
        await client.query(`create database ${name} template ${copyOf}`);
      } finally {
        await client.end();
      }
      return address(name);
    },
    stop: () => server.stop(),
  };
}
