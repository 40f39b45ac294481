import fs from 'node:fs';
import path from 'node:path';
import { PROTOCOL } from '../../shared/live/wire.js';
import { makeCouncil } from '../lib/council.js';
import { newFolder, removeFolder } from '../lib/places.js';
import { ORIGIN, SECRET_KEY, serveProduct } from '../lib/serve-product.js';
import { makeSlowDisk } from '../lib/slow-disk.js';
import type { CouncilSeats } from './drivers/product.js';
import type { Ground } from './ground.js';
import { names } from './names.js';
import type { Side } from './side.js';

export interface PeopleMade {
  rooms: number;
  people: number;
}

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
      const running = await serveProduct(names.product, { ...disk.env, DATA_DIR: kept });
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
      const running = await serveProduct(names.product, { DATA_DIR: kept, DATABASE_URL: url });
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

const made = new Map<string, Promise<string>>();

/** Made when it is first needed, and then kept for all rounds and both disks. */
const onceFor =
  (key: string, make: () => Promise<string>): (() => Promise<string>) =>
  () => {
    const known = made.get(key) ?? make();
    made.set(key, known);
    return known;
  };
