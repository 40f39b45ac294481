import 'reflect-metadata';
import { readOptions } from '../../bench/lib/options.js';
import { atMost, printReport, type Report } from '../../bench/lib/report.js';
import { Crowd, type Outcome } from './crowd.js';

const options = readOptions(
  { seed: 1, runs: 20, acts: 40, postgres: false, json: false },
  process.argv.slice(2),
);
if (!options.postgres) delete process.env['TEST_PG_URL'];
else if (!process.env['TEST_PG_URL'])
  throw new Error('--postgres needs TEST_PG_URL, the address of a PostgreSQL.');

const crowd = await Crowd.gather();
const outcomes: Outcome[] = [];
try {
  for (let run = 0; run < options.runs; run++) {
    const outcome = await crowd.run(options.seed + run, options.acts);
    outcomes.push(outcome);
    for (const wrong of outcome.wrong) console.error(`seed ${outcome.seed}: ${wrong}`);
  }
} finally {
  await crowd.close();
}
const report = reportOf(outcomes);
printReport(report, options.json);
process.exit(report.goals.every((goal) => goal.holds) ? 0 : 1);

function reportOf(all: readonly Outcome[]): Report {
  const failed = all.filter((one) => one.wrong.length > 0);
  const sum = (of: (one: Outcome) => number): number => all.reduce((total, one) => total + of(one), 0);
  const whats = [...new Set(all.flatMap((one) => Object.keys(one.faults)))].sort();
  return {
    name: `faults network on ${options.postgres ? 'two servers with PostgreSQL' : 'one server with SQLite'}`,
    figures: {
      firstSeed: options.seed,
      runs: all.length,
      changes: {
        made: sum((one) => one.made),
        recorded: sum((one) => one.recorded),
        kept: sum((one) => one.kept),
      },
      faults: Object.fromEntries(whats.map((what) => [what, sum((one) => one.faults[what] ?? 0)])),
      failedSeeds: failed.map((one) => one.seed),
    },
    goals: [
      atMost(
        'seeds after which somebody is not level, or a change is lost, doubled or in doubt',
        failed.length,
        0,
      ),
    ],
  };
}
