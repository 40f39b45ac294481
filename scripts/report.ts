import { parseArgs } from 'node:util';
import { type Cut, cuts } from '../shared/audit/figure.js';
import { limitOf } from '../shared/audit/limits.js';
import { measureCodes } from '../shared/audit/measures/titles.js';
import { LocalDate } from '../shared/fields.js';
import { Refused } from '../shared/refusals.js';
import { printFigures } from './lib/print-figures.js';
import type { Report, ReportAsked } from './lib/report-from.js';

const USAGE = `The figures of supervision, without a family’s name unless --names asks for it:
  npm run report -- snapshot    [--as-at DATE] [--limit 28d] [--team NAME] [--by CUT] [--json]
  npm run report -- months      [--as-at DATE] [--from MONTH] …
  npm run report -- MEASURE     [--as-at DATE] [--from DATE] …
  npm run report -- oversight   [--as-at DATE] [--from DATE] …   (the measures of a period, all together)
MEASURE is one of: ${measureCodes.join(', ')}; intervals is short for interval-compliance.
--limit is 28d, 31d, 20wd, month, each-month or policy (each family’s own, and the default). CUT is one of: ${cuts.join(', ')}.
--refs lists the families behind each figure by their references, --names by name too. This runs on the machine that holds
the record, so nothing asks who you are: what is printed is yours to keep safe.
--why keeps the reason with the line that says it was looked at. DATA_DIR or DATABASE_URL say where the data is. A directory has
one program at a time: while a server runs on it, take the same figures from its audit pages and their files.`;

const reported = [...measureCodes, 'snapshot', 'months', 'oversight'] as const;

/** A call that cannot be understood; its message says how to make one. */
class BadCall extends Error {}

function readArguments(): ReportAsked & { json: boolean } {
  const options = {
    'as-at': { type: 'string' },
    from: { type: 'string' },
    limit: { type: 'string', default: 'policy' },
    team: { type: 'string' },
    by: { type: 'string' },
    why: { type: 'string', default: '' },
    refs: { type: 'boolean', default: false },
    names: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  } as const;
  const { values, positionals } = parsed(options);
  const [first, ...more] = positionals;
  const what = first === 'intervals' ? 'interval-compliance' : first;
  const measure = reported.find((code) => code === what);
  const limit = limitOf(values.limit);
  const by = cuts.find((cut) => cut === values.by);
  const days = [values['as-at'], what === 'months' ? undefined : values.from].filter((d) => d !== undefined);
  const isMonth = what !== 'months' || values.from === undefined || /^\d{4}-\d{2}$/.test(values.from);
  const good = days.every((day) => LocalDate.safeParse(day).success) && isMonth;
  if (!measure || more.length > 0 || !limit || !good || (values.by !== undefined && !by))
    throw new BadCall(USAGE);
  if (what === 'months' && by)
    throw new BadCall(
      'The months are not cut all at once. Cut one: npm run report -- monthly-coverage --as-at DATE --by CUT',
    );
  const { team, from, why, json, refs, names } = values;
  const families = names ? 'names' : refs ? 'refs' : 'counted';
  return {
    what: measure,
    asAt: values['as-at'],
    from,
    limit,
    team,
    by: by as Cut | undefined,
    why,
    json,
    families,
  };
}

function parsed<O extends NonNullable<Parameters<typeof parseArgs>[0]>['options']>(options: O) {
  try {
    return parseArgs({ allowPositionals: true, options: options as NonNullable<O> });
  } catch {
    throw new BadCall(USAGE);
  }
}

async function run(): Promise<void> {
  const { json, ...asked } = readArguments();
  const { reportFrom } = await import('./lib/report-from.js');
  const report: Report = await reportFrom(asked);
  if (json) console.log(JSON.stringify(report));
  else printFigures(report);
}

run().catch((error: Error) => {
  const said = error instanceof Refused || error instanceof BadCall || error.constructor.name === 'BadConfig';
  console.error(said ? error.message : error);
  if (/in use by another server/.test(error.message))
    console.error('Or take the same figures from its audit pages, as files.');
  process.exitCode = 1;
});
