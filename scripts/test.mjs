// `npm test`: all tests on a clone with nothing installed, the browser's too. Ends with one line of counts.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBuilt, ensureInstalled, root } from './lib/prepare.mjs';

ensureInstalled();
ensureBuilt();

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'group-supervision-test-'));
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const run = (command, args, env = {}) =>
  spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
const counts = (file, read) => {
  try {
    return read(JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 1 }; // a runner that left no report has failed
  }
};

for (const [name, what] of [
  ['TEST_PG_URL', 'PostgreSQL'],
  ['TEST_REDIS_URL', 'Redis'],
])
  if (!process.env[name]) console.log(`The journeys on ${what} are left out: set ${name} to run them.`);

const jestFile = path.join(work, 'jest.json');
const jestGood = run(bin('jest'), ['--json', `--outputFile=${jestFile}`, ...process.argv.slice(2)]);
const jest = counts(jestFile, (r) => ({
  passed: r.numPassedTests,
  failed: r.numFailedTests + r.numRuntimeErrorTestSuites,
}));

const browserFile = path.join(work, 'browser.json');
const browserGood = run(bin('playwright'), ['test', '--reporter=list,json'], {
  PLAYWRIGHT_JSON_OUTPUT_NAME: browserFile,
});
const browser = counts(browserFile, (r) => ({
  passed: r.stats.expected + r.stats.flaky,
  failed: r.stats.unexpected + (r.errors?.length ?? 0),
}));

fs.rmSync(work, { recursive: true, force: true });
const passed = jest.passed + browser.passed;
const failed = jest.failed + browser.failed;
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(jestGood && browserGood && failed === 0 ? 0 : 1);
