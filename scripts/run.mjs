// Runs one of the product's commands after making sure that it is installed and built:
// `import`, `holidays`, `bench NAME`, `faults NAME`, `screens`, `check-calendars`.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ensureBuilt, ensureInstalled, root, stop } from './lib/prepare.mjs';

const [group, ...rest] = process.argv.slice(2);
const named = { bench: 'dist/bench', faults: 'dist/test/faults' };
const place = Object.hasOwn(named, group) ? named[group] : undefined;
const sourceOf = (file) => file.replace(/^dist\//, '').replace(/\.js$/, '.ts');

function commandFile() {
  if (!place) return `dist/scripts/${group}.js`;
  const name = rest.shift();
  const file = `${place}/${name}.js`;
  if (name && /^[a-z][a-z-]*$/.test(name) && fs.existsSync(path.join(root, sourceOf(file)))) return file;
  const all = fs
    .readdirSync(path.join(root, sourceOf(`${place}/`)))
    .filter((f) => f.endsWith('.ts') && !f.endsWith('.test.ts'))
    .map((f) => f.slice(0, -3));
  return stop(`Say which: npm run ${group} -- ${all.join(' | ')}`);
}

const file = commandFile();
ensureInstalled();
ensureBuilt();
const command = spawn(process.execPath, ['--enable-source-maps', path.join(root, file), ...rest], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => command.kill(signal));
command.on('exit', (code) => process.exit(code ?? 1));
