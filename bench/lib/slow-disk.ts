import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { cache, home, newFolder, removeFolder } from './places.js';

/** A folder in memory in which each fsync costs a known time, and is counted. */
export interface SlowDisk {
  folder: string;
  /** What a program needs in its environment to feel it. */
  env: Record<string, string>;
  microseconds: number;
  /** fsyncs and fdatasyncs since it was made, over all programs that use it. */
  syncs(): number;
  remove(): void;
}

const source = path.join(home, 'bench', 'slow-disk', 'slow-sync.c');

/** Compiles the preload when its source is newer than what was compiled last. Throws one sentence without a compiler. */
function preload(): string {
  const library = path.join(cache, 'slow-sync.so');
  fs.mkdirSync(cache, { recursive: true });
  if (fs.existsSync(library) && fs.statSync(library).mtimeMs > fs.statSync(source).mtimeMs) return library;
  const draft = `${library}.${process.pid}`;
  const compiled = spawnSync('cc', ['-O2', '-Wall', '-shared', '-fPIC', '-o', draft, source, '-ldl'], {
    encoding: 'utf8',
  });
  if (compiled.error)
    throw new Error('This bench needs a C compiler named cc, to make a disk of known speed; none was found.');
  if (compiled.status !== 0) throw new Error(`The slow disk could not be compiled: ${compiled.stderr}`);
  fs.renameSync(draft, library);
  return library;
}

/** A disk on which each flush costs so many microseconds: 1000 is a usual cloud disk ("the 1 ms disk"). */
export function makeSlowDisk(microseconds: number): SlowDisk {
  const library = preload();
  const folder = newFolder(`disk-${microseconds}us`);
  // A copy inside the folder, because a database that runs as another user may not be able to read ours.
  const own = path.join(folder, 'slow-sync.so');
  fs.copyFileSync(library, own);
  const count = path.join(folder, 'syncs');
  fs.writeFileSync(count, Buffer.alloc(8));
  fs.chmodSync(count, 0o666);
  return {
    folder,
    microseconds,
    env: { LD_PRELOAD: own, SLOW_SYNC_US: String(microseconds), SLOW_SYNC_COUNT: count },
    syncs: () => Number(fs.readFileSync(count).readBigUInt64LE()),
    remove: () => removeFolder(folder),
  };
}
