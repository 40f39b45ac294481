import fs from 'node:fs';
import path from 'node:path';
import { home } from './places.js';
import { freePort, type ServerProcess, startServer } from './server-process.js';

/** Where pages would come from: the exact Origin that the server is told to let in. */
export const ORIGIN = 'http://localhost';
export const SECRET_KEY = Buffer.alloc(32, 'bench').toString('base64');

/**
 * What the product runs with here beside its usual limits. One writer at saturation writes faster than any person may,
 * so the budgets of a person are raised; everything else is as it is served to people.
 */
export const raised = { CHANGES_PER_SECOND: '100000', CHANGES_AT_ONCE: '100000' };

/** Serves the product as `npm start` does. */
export async function serveProduct(
  name: string,
  env: Record<string, string>,
): Promise<{ port: number; server: ServerProcess }> {
  const port = await freePort();
  const server = await startServer({
    name,
    args: startArguments(),
    env: {
      ...env,
      ...raised,
      PORT: String(port),
      HOST: '127.0.0.1',
      SECRET_KEY,
      ORIGINS: ORIGIN,
      NODE_ENV: 'production',
    },
    ready: /ready http/,
    // Its store is thrown away after each run, so there is nothing to leave in order.
    stopSignal: 'SIGKILL',
  });
  return { port, server };
}

// Exactly as `npm start` has it, flags included: what is measured is what is served.
function startArguments(): string[] {
  const { scripts } = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  const [node, ...rest] = scripts.start.split(' ');
  if (node !== 'node') throw new Error(`npm start does not begin with node: ${scripts.start}`);
  return rest.map((word) => (word.startsWith('-') ? word : path.join(home, word)));
}
