import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// The client's own engine against real servers over a network that loses, repeats and turns round messages. The client
// is built for browsers, so this runs from the sources: `--seed S --runs N --acts N --postgres --json`.
const root = new URL('../../../', import.meta.url);
const at = (file: string): string => fileURLToPath(new URL(file, root));
const program = spawn(
  process.execPath,
  [
    '--import',
    new URL('test/support/from-source.mjs', root).href,
    at('test/network/program.ts'),
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => program.kill(signal));
program.on('exit', (code) => process.exit(code ?? 1));
