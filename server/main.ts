import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import type { INestApplication } from '@nestjs/common';
import { makeApp } from './app.js';
import { BadConfig, readConfig } from './config.js';
import { LifeCycle } from './core/life-cycle.js';
import { logError, tellLog } from './core/log.js';
import { Invitations } from './people/invitations.service.js';

// Longest that a transaction which had begun may take to finish once the process is told to stop.
const leaveWithinMs = 10_000;

async function start(): Promise<void> {
  const config = readConfig();
  const app = await makeApp(config);
  leaveWhenTold(app);
  await app.listen(config.port, config.host);
  const { port } = app.getHttpServer().address() as AddressInfo;
  const here = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(config.host) ? 'localhost' : config.host;
  console.log(`ready http://${here}:${port}`);
  const invitation = await app.get(Invitations).forFirstAdministrator();
  if (invitation)
    console.log(`Nobody is here yet. Make the first administrator, within 72 hours: ${invitation}`);
}

/** Nest's own shutdown hooks are not used: they would close the database while people are still being told goodbye. */
function leaveWhenTold(app: INestApplication): void {
  let leaving = false;
  const leave = async (why: string, code: number): Promise<void> => {
    if (leaving) return;
    leaving = true;
    setTimeout(() => process.exit(1), leaveWithinMs).unref();
    tellLog('info', 'leaving', { why });
    await app.get(LifeCycle).leave();
    await app.close();
    process.exit(code);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void leave(signal, 0));
  // Whatever was not foreseen: starting anew is safer than going on in a state nobody thought of.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (error) => {
      logError(event, error);
      void leave(event, 1);
    });
}

start().catch((error: unknown) => {
  if (error instanceof BadConfig) console.error(error.message);
  else console.error(error);
  process.exit(1);
});
