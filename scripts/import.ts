import { parseArgs } from 'node:util';
import { closeAll, openGiven, readGivenAnnexA, readGivenHistory } from '../server/families/imports/given.js';
import { Refused } from '../shared/refusals.js';
import { printReport } from './lib/print-report.js';

const USAGE = `Bring in what the authority's own systems know:
  npm run import -- annex-a FILE.xlsx [--families MAP.csv] [--check] [--json]
  npm run import -- annex-a FOLDER    (with List_6.csv and List_7.csv)
  npm run import -- history FILE.csv  [--check] [--json]
--check reads and compares, and writes nothing. DATA_DIR says where the data is.`;

/** A call that cannot be understood; its message says how to make one. */
class BadCall extends Error {}

function readArguments() {
  const options = {
    families: { type: 'string' },
    check: { type: 'boolean' },
    json: { type: 'boolean' },
  } as const;
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options });
    const [kind, place, ...more] = positionals;
    const known = kind === 'annex-a' || (kind === 'history' && values.families === undefined);
    if (known && place && more.length === 0) return { kind: kind as 'annex-a' | 'history', place, ...values };
  } catch {
    // Unknown options are answered like everything else that is not a call.
  }
  throw new BadCall(USAGE);
}

async function run(): Promise<void> {
  const asked = readArguments();
  const files = openGiven(asked.place);
  const map = asked.families === undefined ? [] : openGiven(asked.families);
  // Read before anything of the server is loaded: a file that is no good costs next to nothing.
  const given = await (asked.kind === 'annex-a' ? readGivenAnnexA(files, map[0]) : readGivenHistory(files));
  closeAll([...files, ...map]);
  const { importInto } = await import('./lib/import-into.js');
  const report = await importInto(asked.kind, given, asked.check ?? false);
  if (asked.json) console.log(JSON.stringify(report));
  else printReport(report);
}

run().catch((error: Error) => {
  const said = error instanceof Refused || error instanceof BadCall || error.constructor.name === 'BadConfig';
  console.error(said ? error.message : error);
  process.exitCode = 1;
});
