import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { readOptions } from '../../bench/lib/options.js';
import { printReport } from '../../bench/lib/report.js';
import { crashes } from './crash/crashes.js';

// Kills the server, kill -9, in the middle of twelve people's work, so many times, and holds what is left against what
// they were told. `--postgres` needs TEST_PG_URL; there the server is killed, not the database.
const options = readOptions({ runs: 200, seed: 1, postgres: false, json: false }, process.argv.slice(2));
const main = fileURLToPath(new URL('../../server/main.js', import.meta.url));
const report = await crashes({ ...options, main, tell: (words) => console.error(words) });
printReport(report, options.json);
process.exit(report.goals.every((goal) => goal.holds) ? 0 : 1);
