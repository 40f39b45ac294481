// What must be so before a command of the product can run: packages installed, everything built.
// Plain JavaScript, because it runs on a clone with nothing installed.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');
const at = (...parts) => path.join(root, ...parts);

/** Ends the command with one sentence that says what to do. */
export function stop(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}

function run(command, args, env = {}) {
  const done = spawnSync(command, args, {
    cwd: root,
    // What npm prints is for people who look for it; answers of commands with --json stay clean.
    stdio: ['ignore', process.stderr, process.stderr],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  return done.status === 0;
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const good =
    (major === 20 && minor >= 19) ||
    (major === 22 && minor >= 13) ||
    (major === 24 && minor >= 11) ||
    major > 24;
  if (!good) stop(`This needs Node 20.19, 22.13, 24.11 or later; this is Node ${process.versions.node}.`);
}

const lockHash = () =>
  createHash('sha256')
    .update(fs.readFileSync(at('package-lock.json')))
    .digest('hex');
const read = (file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '');

/** Installs the packages of the lock file, unless these very ones are there already. */
export function ensureInstalled() {
  checkNode();
  const mark = at('node_modules', '.installed-from');
  if (read(mark) === lockHash()) return;
  console.error(
    'Installing packages (the first time this takes two or three minutes: SQLite may be compiled).',
  );
  const installed = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  const works = installed && run(process.execPath, ['-e', "require('sqlite3')"]);
  if (!works) stop(whatIsMissing());
  fs.writeFileSync(mark, lockHash());
}

// sqlite3 comes ready-made for common machines; elsewhere it is compiled, and that needs three programs.
function whatIsMissing() {
  const missing = ['g++', 'make', 'python3'].filter((name) => {
    try {
      execFileSync(name, ['--version'], { stdio: 'ignore' });
      return false;
    } catch {
      return true;
    }
  });
  return missing.length > 0
    ? `SQLite has to be compiled on this machine, and ${missing.join(', ')} is missing: install it (on Debian: apt-get install g++ make python3) and run this again.`
    : 'The packages could not be installed; the lines above say why. Mend that and run this again.';
}

const sources = ['server', 'shared', 'client', 'scripts', 'bench', 'test/faults', 'test/support'];
const settings = [
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.server.json',
  'nest-cli.json',
  'vite.config.ts',
];

function newest(place) {
  if (!fs.existsSync(place)) return 0;
  const facts = fs.statSync(place);
  if (!facts.isDirectory()) return facts.mtimeMs;
  return fs
    .readdirSync(place)
    .filter((name) => name !== 'node_modules' && !name.startsWith('.'))
    .reduce((latest, name) => Math.max(latest, newest(path.join(place, name))), facts.mtimeMs);
}

/** Builds server and client, unless nothing has changed since the last build. */
export function ensureBuilt() {
  const mark = at('dist', '.built');
  const changed = Math.max(...[...sources, ...settings].map((s) => newest(at(s))));
  if (fs.existsSync(mark) && fs.statSync(mark).mtimeMs > changed) return;
  console.error('Building.');
  fs.rmSync(mark, { force: true });
  if (!run('npm', ['run', 'build', '--silent'])) stop('The build failed; the lines above say where.');
  fs.writeFileSync(mark, '');
}
