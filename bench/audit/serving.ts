import path from 'node:path';
import sqlite3 from 'sqlite3';
import { serveProduct } from '../lib/serve-product.js';
import { startServer } from '../lib/server-process.js';
import type { Servers } from './asking.js';
import type { Ground } from './ground.js';
import { screensOf } from './questions.js';
import type { Screen } from './screens.js';

export interface Serving extends Servers {
  screens: readonly Screen[];
  readyMs: number;
  stop(): Promise<void>;
}

/** Serves the product, and the SQL by hand beside it, on one database. */
export async function serve(ground: Ground): Promise<Serving> {
  const { port, server } = await serveProduct('the product', { DATA_DIR: ground.folder });
  const byHand = await startServer({
    name: 'the SQL by hand',
    args: [path.join(import.meta.dirname, 'by-hand-server.js'), ground.file, ground.today],
    ready: /ready \d+/,
  });
  const teams = await teamsOf(ground.file);
  return {
    ground,
    product: { port, pid: server.pid },
    byHand: { port: Number(/ready (\d+)/.exec(byHand.printed())![1]) },
    screens: screensOf(ground, teams),
    readyMs: server.readyMs,
    async stop() {
      await Promise.all([server.stop(), byHand.stop()]);
    },
  };
}

function teamsOf(file: string): Promise<string[]> {
  return new Promise((done, fail) => {
    const database = new sqlite3.Database(file, sqlite3.OPEN_READONLY);
    database.all<{ id: string }>('SELECT id FROM team ORDER BY name', (error, rows) => {
      database.close();
      if (error) fail(error);
      else done(rows.map((r) => r.id));
    });
  });
}
