import path from 'node:path';
import { peers } from '../lib/peers.js';
import { home } from '../lib/places.js';
import { freePort, startServer } from '../lib/server-process.js';
import { makeSlowDisk } from '../lib/slow-disk.js';
import type { Ground } from './ground.js';
import { names } from './names.js';
import type { DriverName } from './plan.js';
import type { Side } from './side.js';

interface Recipe {
  name: string;
  driver: DriverName;
  script: string;
  /** Given the folder of the disk, or the address of an empty PostgreSQL database. */
  env(file: string, url: string): Record<string, string>;
  database?: string;
}

function sideOf(recipe: Recipe, ground: Ground): Side {
  return {
    name: recipe.name,
    driver: recipe.driver,
    async open() {
      const disk = makeSlowDisk(ground.syncMicroseconds);
      const { cluster } = ground;
      if (recipe.database && !cluster) throw new Error('PostgreSQL is not installed here');
      const url = recipe.database && cluster ? await cluster.freshDatabase(recipe.database) : '';
      const port = await freePort();
      const server = await startServer({
        name: recipe.name,
        args: [recipe.script],
        env: { ...disk.env, ...recipe.env(path.join(disk.folder, 'stored.sqlite'), url), PORT: String(port) },
        ready: /listening/,
        stopSignal: 'SIGKILL',
      });
      return {
        port,
        server,
        alsoServing: recipe.database && cluster ? [cluster.pid] : [],
        syncs: recipe.database && cluster ? cluster.syncs : disk.syncs,
        async close() {
          await server.stop();
          disk.remove();
        },
      };
    },
  };
}

const floorServer = path.join(home, 'dist', 'bench', 'floor', 'server.js');
const peer = (name: string): string => path.join(peers, `${name}.mjs`);

/** socket.io and nothing more. */
export const bareSocketIo = (ground: Ground): Side =>
  sideOf({ name: 'bare socket.io', driver: 'socket-io', script: floorServer, env: () => ({}) }, ground);

/** Bare socket.io and grouped commits through sqlite3: the least that being durable can cost with this driver. */
export const floor = (ground: Ground): Side =>
  sideOf(
    {
      name: names.floor,
      driver: 'socket-io',
      script: floorServer,
      env: (file) => ({ FLOOR_STORE: 'sqlite3', FLOOR_FILE: file }),
    },
    ground,
  );

/** The least that being durable can cost with any driver that was found. */
export const fastestFloor = (ground: Ground): Side =>
  sideOf(
    {
      name: 'fastest floor',
      driver: 'socket-io',
      script: peer('fastest-floor'),
      env: (file) => ({ FLOOR_FILE: file }),
    },
    ground,
  );

export const postgresFloor = (ground: Ground): Side =>
  sideOf(
    {
      name: names.postgresFloor,
      driver: 'socket-io',
      script: floorServer,
      env: (_file, url) => ({ FLOOR_STORE: 'postgres', FLOOR_URL: url }),
      database: 'floor',
    },
    ground,
  );

export const hocuspocus = (ground: Ground): Side =>
  sideOf(
    {
      name: names.hocuspocus,
      driver: 'hocuspocus',
      script: peer('hocuspocus'),
      env: (file) => ({ PEER_FILE: file }),
    },
    ground,
  );

export const shareDb = (ground: Ground): Side =>
  sideOf(
    {
      name: 'ShareDB + PostgreSQL',
      driver: 'sharedb',
      script: peer('sharedb'),
      env: (_file, url) => ({ PEER_URL: url }),
      database: 'sharedb',
    },
    ground,
  );
