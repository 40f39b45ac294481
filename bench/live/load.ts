import { randomUUID } from 'node:crypto';
import { pause } from '../lib/calm.js';
import { Crowd } from './crowd.js';
import type { Connect } from './drivers/driver.js';
import { connectHocuspocus } from './drivers/hocuspocus.js';
import { connectProduct } from './drivers/product.js';
import { connectShareDb } from './drivers/sharedb.js';
import { connectFloor } from './drivers/socket-io.js';
import type { DriverName, LoadNews, LoadPlan } from './plan.js';

// A process of its own: what the crowd costs must not be mistaken for what the server costs.
const drivers: Record<DriverName, (plan: LoadPlan) => Connect> = {
  'socket-io': () => connectFloor,
  hocuspocus: () => connectHocuspocus,
  sharedb: () => connectShareDb,
  product: ({ council = '' }) => connectProduct(council),
};

const tell = (news: LoadNews): void => {
  process.send?.(news);
};
const nextWord = <T>(): Promise<T> =>
  new Promise((done) => process.once('message', (word) => done(word as T)));

try {
  const plan = await nextWord<LoadPlan>();
  const crowd = new Crowd(plan, randomUUID);
  await crowd.sitDown(drivers[plan.driver](plan));
  const go = nextWord();
  tell({ news: 'connected' });
  await go;
  crowd.start();
  await pause(plan.warmSeconds * 1000);
  tell({ news: 'warm' });
  await crowd.measure();
  tell({ news: 'silent' });
  tell({ news: 'measured', result: await crowd.sumUp() });
} catch (error) {
  tell({ news: 'failed', why: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
