import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The folder that holds package.json, seen from the sources and from what was built of them alike. */
export const home = ((): string => {
  let folder = import.meta.dirname;
  while (!fs.existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('There is no package.json above the bench.');
    folder = parent;
  }
  return folder;
})();

/** What a bench compiles once and keeps; not in the repository. */
export const cache = path.join(home, 'bench', '.cache');

let made = 0;
const folders = new Set<string>();
process.once('exit', () => {
  for (const folder of folders) removeFolder(folder);
});

/**
 * A new folder in memory where there is one (so that no real disk speaks), else in the temporary folder. It goes when
 * the bench ends, unless it was removed before.
 */
export function newFolder(name: string): string {
  const memory = '/dev/shm';
  const parent = fs.existsSync(memory) ? memory : os.tmpdir();
  const folder = path.join(parent, `group-supervision-bench-${process.pid}-${++made}-${name}`);
  fs.mkdirSync(folder, { recursive: true });
  folders.add(folder);
  return folder;
}

export function removeFolder(folder: string): void {
  fs.rmSync(folder, { recursive: true, force: true });
  folders.delete(folder);
}
