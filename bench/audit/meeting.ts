import fs from 'node:fs';
import path from 'node:path';
import { PROTOCOL } from '../../shared/live/wire.js';
import { pause } from '../lib/calm.js';
import { makeCouncil } from '../lib/council.js';
import { ORIGIN, SECRET_KEY } from '../lib/serve-product.js';
import { startLoad } from '../live/load-process.js';
import type { LoadResult } from '../live/plan.js';
import { askProduct } from './asking.js';
import type { Ground } from './ground.js';
import type { Serving } from './serving.js';

export interface Meetings {
  rooms: number;
  people: number;
  rate: number;
  seconds: number;
}

const SEATS = 'seats.json';

/** Puts sessions that are under way into the database: made before it is served. */
export async function seatMeetings(ground: Ground, { rooms, people }: Meetings): Promise<void> {
  const made = await makeCouncil({ DATA_DIR: ground.folder, SECRET_KEY, ORIGINS: ORIGIN }, rooms, people);
  const seats = { origin: ORIGIN, protocol: PROTOCOL, rooms: made };
  fs.writeFileSync(path.join(ground.folder, SEATS), JSON.stringify(seats));
}

/** One stretch of all meetings, with somebody reading the audit all the while or not. */
export interface Stretch {
  result: LoadResult;
  pages: number;
}

/** People write as in a session; somebody opens every screen of the audit in turn, each as soon as the last has come. */
export async function meet(serving: Serving, meetings: Meetings, audited: boolean): Promise<Stretch> {
  const crowd = startLoad({
    ...{ driver: 'product', port: serving.product.port, mode: 'steady', window: 0, letters: 120 },
    ...{ warmSeconds: 1, graceSeconds: 5, council: path.join(serving.ground.folder, SEATS) },
    ...meetings,
  });
  let pages = 0;
  let stopped = false;
  const read = async (): Promise<void> => {
    for (let at = 0; audited && !stopped; at++) {
      await askProduct(serving, serving.screens[at % serving.screens.length]!);
      pages += 1;
    }
  };
  try {
    await crowd.connected();
    await pause(300);
    const reading = read();
    await crowd.go();
    pages = 0;
    await crowd.silent();
    stopped = true;
    await reading;
    return { result: await crowd.measured(), pages };
  } finally {
    stopped = true;
    crowd.stop();
  }
}
