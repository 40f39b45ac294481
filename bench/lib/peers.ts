import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { home } from './places.js';

/** Where the products live that ours is measured against. */
export const peers = path.join(home, 'bench', 'peers');

/** Installs them from their own lock when that was not done yet, or the lock has changed since. */
export function installPeers(): void {
  const lock = path.join(peers, 'package-lock.json');
  const done = path.join(peers, 'node_modules', '.installed-for');
  const wanted = fs.readFileSync(lock, 'utf8');
  if (fs.existsSync(done) && fs.readFileSync(done, 'utf8') === wanted) return;
  process.stderr.write(
    'Installing what the product is measured against into bench/peers (once; two database drivers may be compiled, a few minutes) …\n',
  );
  const installed = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: peers,
    // npm's own words must not mix with a report that another program reads.
    stdio: ['ignore', process.stderr.fd, process.stderr.fd],
  });
  if (installed.status !== 0) throw new Error('The peers could not be installed; npm said why above.');
  fs.writeFileSync(done, wanted);
}
