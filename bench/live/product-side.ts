import fs from 'node:fs';
import path from 'node:path';
import { PROTOCOL } from '../../shared/live/wire.js';
import { makeCouncil } from '../lib/council.js';
import { home, newFolder, removeFolder } from '../lib/places.js';
import { freePort, startServer } from '../lib/server-process.js';
import { makeSlowDisk } from '../lib/slow-disk.js';
import type { CouncilSeats } from './drivers/product.js';
import type { Ground } from './ground.js';
import { names } from './names.js';
import type { Side } from './side.js';

export interface PeopleMade {
  rooms: number;
  people: number;
}

/** Where pages would come from: the exact Origin that the server is told to let in. */
const ORIGIN = 'http://localhost';
const SECRET_KEY = Buffer.alloc(32, 'bench').toString('base64');

/**
 * What the product runs with here beside its usual limits. One writer at saturation writes faster than any person may,
 * so the budgets of a person are raised; everything else is as it is served to people.
 */
export const raised = { CHANGES_PER_SECOND: '100000', CHANGES_AT_ONCE: '100000' };

/** The product, on SQLite: everybody signed in and allocated, every change judged, durable before it is answered. */
export function product(ground: Ground, made: PeopleMade): Side {
  const council = onceFor(`sqlite ${made.rooms} ${made.people}`, async () => {
    const folder = newFolder('council');
    await fill(folder, { DATA_DIR: folder }, made);
    return folder;
  });
  return {
    name: names.product,
    driver: 'product',
    async open() {
      const folder = await council();
      const disk = makeSlowDisk(ground.syncMicroseconds);
      const kept = path.join(disk.folder, 'data');
      fs.cpSync(folder, kept, { recursive: true });
      const running = await serve({ ...disk.env, DATA_DIR: kept });
      return {
        ...running,
        alsoServing: [],
        syncs: disk.syncs,
        council: path.join(kept, SEATS),
        async close() {
          await running.server.stop();
          disk.remove();
        },
      };
    },
  };
}

/** The product on PostgreSQL. */
export function postgresProduct(ground: Ground, made: PeopleMade): Side {
  const { cluster } = ground;
  const council = onceFor(`postgres ${made.rooms} ${made.people}`, async () => {
    if (!cluster) throw new Error('PostgreSQL is not installed here');
    const folder = newFolder('council');
    await fill(folder, { DATA_DIR: folder, DATABASE_URL: await cluster.freshDatabase('council') }, made);
    return folder;
  });
  return {
    name: names.product,
    driver: 'product',
    async open() {
      const folder = await council();
      if (!cluster) throw new Error('PostgreSQL is not installed here');
      const url = await cluster.freshDatabase('product', 'council');
      const kept = newFolder('product');
      const running = await serve({ DATA_DIR: kept, DATABASE_URL: url });
      return {
        ...running,
        alsoServing: [cluster.pid],
        syncs: cluster.syncs,
        council: path.join(folder, SEATS),
        async close() {
          await running.server.stop();
          removeFolder(kept);
        },
      };
    },
  };
}

const SEATS = 'seats.json';

async function fill(folder: string, env: Record<string, string>, made: PeopleMade): Promise<void> {
  process.stderr.write(`Making a council of ${made.rooms} sessions with ${made.people} people each …\n`);
  const rooms = await makeCouncil({ ...env, SECRET_KEY, ORIGINS: ORIGIN }, made.rooms, made.people);
  const seats: CouncilSeats = { origin: ORIGIN, protocol: PROTOCOL, rooms };
  fs.writeFileSync(path.join(folder, SEATS), JSON.stringify(seats));
}

async function serve(env: Record<string, string>) {
  const port = await freePort();
  const server = await startServer({
    name: names.product,
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

const made = new Map<string, Promise<string>>();

/** Made when it is first needed, and then kept for all rounds and both disks. */
const onceFor =
  (key: string, make: () => Promise<string>): (() => Promise<string>) =>
  () => {
    const known = made.get(key) ?? make();
    made.set(key, known);
    return known;
  };
