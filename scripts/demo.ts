import 'reflect-metadata';
import { rmSync } from 'node:fs';
import { makeApp } from '../server/app.js';
import { Closing } from '../server/audit/months/closing.service.js';
import { BadConfig, type Config, readConfig } from '../server/config.js';
import { LifeCycle } from '../server/core/life-cycle.js';
import { Reader } from '../server/core/reader.js';
import { Transactions } from '../server/core/transaction.js';
import { Discussions } from '../server/families/discussions.service.js';
import { Record } from '../server/live/record.js';
import { AllSeries } from '../server/schedule/series/all-series.service.js';
import { PastClock } from './demo/past-clock.js';
import { seed } from './demo/seed.js';
import { acrossTeams, council, demoPassword, northgate, southgate, whoToBe } from './demo/wrenshire.js';

// `npm run demo`, once everything is installed and built: fills an empty database, says whom to be, and serves.

async function fill(config: Config): Promise<void> {
  const clock = new PastClock();
  const app = await makeApp(config, clock);
  try {
    const [{ people } = { people: 0 }] = await app
      .get(Reader)
      .query<{ people: number }>('SELECT CAST(count(*) AS integer) AS people FROM person');
    if (people > 0) return;
    console.error('Making the demonstration’s council.');
    const doors = {
      transactions: app.get(Transactions),
      record: app.get(Record),
      discussions: app.get(Discussions, { strict: false }),
      closing: app.get(Closing, { strict: false }),
      series: app.get(AllSeries, { strict: false }),
      clock,
    };
    await seed(doors, clock.today());
  } finally {
    await app.get(LifeCycle).leave();
    await app.close();
  }
}

function tellWhoToBe(): void {
  const everybody = [...northgate, ...southgate, ...acrossTeams];
  const rows = whoToBe.map(({ key, sees }) => ({ ...everybody.find((p) => p.key === key)!, sees }));
  const width = Math.max(...rows.map((r) => r.email.length));
  console.log(`\n${council}, made up for the demonstration. Everybody’s password is ${demoPassword}\n`);
  for (const { email, sees } of rows) console.log(`  ${email.padEnd(width)}  ${sees}`);
  console.log('');
}

async function demonstrate(): Promise<void> {
  process.env['COUNCIL_NAME'] ??= council;
  const config = readConfig();
  if (process.argv.includes('--fresh')) rmSync(config.dataDir, { recursive: true, force: true });
  // Read anew: the key of a data directory that was taken away went with it.
  await fill(readConfig());
  tellWhoToBe();
  await import('../server/main.js');
}

demonstrate().catch((error: unknown) => {
  console.error(error instanceof BadConfig ? error.message : error);
  process.exit(1);
});
