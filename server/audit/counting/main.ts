import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import {
  AttendancePage,
  GapsPage,
  MonthsPage,
  OversightPage,
  SnapshotPage,
} from '../../../shared/audit/http.js';
import { RowsPage } from '../../../shared/audit/rows-http.js';
import { Refused } from '../../../shared/refusals.js';
import type { Config } from '../../config.js';
import { logError, NestLog } from '../../core/log.js';
import { Pages } from '../pages.service.js';
import { CountingModule } from './counting.module.js';
import type { Counted, ToCount } from './messages.js';

// The process that counts for a server (counting.service.ts). It lives as long as the server that began it.

// As on the way out of the server: what a page's schema does not name is not sent.
const schemas = {
  snapshot: SnapshotPage,
  months: MonthsPage,
  attendance: AttendancePage,
  oversight: OversightPage,
  gaps: GapsPage,
  rows: RowsPage,
};

const say = (told: Counted): void => void process.send?.(told);

async function count(config: Config): Promise<void> {
  const app = await NestFactory.createApplicationContext(CountingModule.with(config), {
    logger: new NestLog(),
    abortOnError: false,
  });
  const pages = app.get(Pages);
  process.on('message', (told: ToCount) => {
    if (!('nth' in told)) return;
    const { nth, page, asked } = told;
    pages.of(page, asked).then(
      (made) => say({ nth, text: JSON.stringify(schemas[page].parse(made)) }),
      (error: unknown) => {
        if (error instanceof Refused) say({ nth, refused: error.refusal });
        else {
          logError('counting', error);
          say({ nth, failed: true });
        }
      },
    );
  });
  say({ ready: true });
}

process.on('disconnect', () => process.exit(0));
// The server is told first, and lets this process go when nobody waits for it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
process.once('message', ({ config }: { config: Config }) => void count(config));
