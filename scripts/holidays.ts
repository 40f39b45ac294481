import { readFile } from 'node:fs/promises';
import { Refused } from '../shared/refusals.js';

const USAGE = `Bring in a newer file of bank holidays, whole or not at all:
  npm run holidays -- FILE.json
  npm run holidays -- https://www.gov.uk/bank-holidays.json
DATA_DIR says where the data is.`;

/** The published file is under 100 KB; what is many times that is something else. */
const mostBytes = 1_000_000;

/** A call that cannot be understood, or a file that cannot be had; its message says what to do. */
class BadCall extends Error {}

async function textOf(place: string): Promise<string> {
  if (!/^https?:\/\//.test(place))
    return readFile(place, 'utf8').catch(() => {
      throw new BadCall(`${place} cannot be read.`);
    });
  const answer = await fetch(place, { signal: AbortSignal.timeout(30_000) }).catch(() => {
    throw new BadCall(`${place} cannot be reached.`);
  });
  if (!answer.ok) throw new BadCall(`${place} answered ${answer.status}.`);
  return answer.text();
}

async function run(): Promise<void> {
  const [place, ...more] = process.argv.slice(2);
  if (!place || place.startsWith('-') || more.length > 0) throw new BadCall(USAGE);
  const text = await textOf(place);
  if (text.length > mostBytes) throw new BadCall(`${place} is too large to be a file of bank holidays.`);
  const { holidaysInto } = await import('./lib/holidays-into.js');
  const { days, from, until } = await holidaysInto(text);
  console.log(`${days} bank holidays of England and Wales, from ${from} to ${until}.`);
}

run().catch((error: Error) => {
  const said = error instanceof Refused || error instanceof BadCall || error.constructor.name === 'BadConfig';
  console.error(said ? error.message : error);
  process.exitCode = 1;
});
