import os from 'node:os';
import { askInTurn, type Found, memoryMib, p95, ratioOf, tableOf } from './audit/asking.js';
import { type Ground, makeGround } from './audit/ground.js';
import { type Meetings, meet, type Stretch, seatMeetings } from './audit/meeting.js';
import { serve } from './audit/serving.js';
import { foreignPercent, mark } from './lib/calm.js';
import { median, ratioOfRounds } from './lib/figures.js';
import { readOptions } from './lib/options.js';
import { removeFolder } from './lib/places.js';
import { atMost, type Figures, type Goal, printReport } from './lib/report.js';

// Opens every screen of the audit over a generated past, in turn with SQL written by hand for the same figures, which
// must come out the same; and holds meetings on the same server with and without somebody reading the audit.
// `--quick` is a short look. `--families 75000 --years 2` is the country-sized one: give it half an hour.
const options = readOptions(
  {
    families: 2100,
    years: 10,
    rounds: 9,
    meetings: 20,
    people: 8,
    rate: 3,
    seconds: 6,
    seed: 1,
    quick: false,
    json: false,
  },
  process.argv.slice(2),
);
if (options.quick) Object.assign(options, { years: 3, rounds: 3, seconds: 3 });
const short = Math.min(2, options.years);
const usual = options.families <= 2100;
const tell = (text: string): void => void process.stderr.write(`${text}\n`);
const began = performance.now();
const start = mark();

interface Measured {
  ground: Ground;
  found: Found[];
  memory: { before: number; after: number; most: number };
  quiet: Stretch[];
  audited: Stretch[];
}

const meetings: Meetings = {
  rooms: options.meetings,
  people: options.people,
  rate: options.rate,
  seconds: options.seconds,
};

async function measure(years: number, withMeetings: boolean): Promise<Measured> {
  tell(`Making ${years} years of ${options.families} open families …`);
  const ground = await makeGround(options.families, years, options.seed);
  tell(
    `  ${ground.discussions} discussions of ${ground.families} families, ${ground.mib.toFixed(0)} MiB, in ${ground.seconds.toFixed(0)} s`,
  );
  if (withMeetings) await seatMeetings(ground, meetings);
  const serving = await serve(ground);
  try {
    const before = memoryMib(serving);
    const found: Found[] = [];
    const [quiet, audited]: [Stretch[], Stretch[]] = [[], []];
    let most = before;
    tell('  asking each screen …');
    found.push(...(await askInTurn(serving, serving.screens, options.rounds)));
    most = Math.max(most, memoryMib(serving));
    for (let round = 0; withMeetings && round < (options.quick ? 1 : 3); round++)
      for (const with_ of round % 2 ? [true, false] : [false, true]) {
        tell(`  meetings, ${with_ ? 'with an audit' : 'alone'} …`);
        (with_ ? audited : quiet).push(await meet(serving, meetings, with_));
        most = Math.max(most, memoryMib(serving));
      }
    return { ground, found, memory: { before, after: memoryMib(serving), most }, quiet, audited };
  } finally {
    await serving.stop();
    removeFolder(ground.folder);
  }
}

const recent = short < options.years ? await measure(short, false) : undefined;
const whole = await measure(options.years, options.meetings > 0);
const goals: Goal[] = whole.found.flatMap((of) => [
  atMost(`${of.name}: against SQL by hand`, ratioOf(of).median, 1.5),
  ...(usual ? [atMost(`${of.name}: p95, ms`, p95(of.product), 300)] : []),
]);
const growth = (recent?.found ?? []).map((of, i) => {
  const all = whole.found[i]!;
  return [of.name, median(all.product) / median(of.product), median(all.byHand) / median(of.byHand)] as const;
});
for (const [name, times] of growth)
  if (name.startsWith('snapshot'))
    goals.push(atMost(`${name}: ${options.years} years against ${short}`, times, 1.5));
// Of the server and the process that counts for it together, each of which has a heap of a stated size.
goals.push(atMost('memory at most, MiB', whole.memory.most, usual ? 700 : 1800));
goals.push(atMost('rows of the audit that the product makes otherwise', whole.ground.otherwise, 0));
const seen = (of: Stretch[], share: 'p50' | 'p95'): number[] => of.map((s) => s.result.sight[share]);
if (whole.quiet.length) {
  const slower = ratioOfRounds(seen(whole.audited, 'p50'), seen(whole.quiet, 'p50')).median;
  goals.push(atMost('seen by others in meetings, median with an audit against without', slower, 1.1));
}

const sizeOf = ({ ground }: Measured): Figures => ({
  'families open': options.families,
  'families in all': ground.families,
  discussions: ground.discussions,
  'records open': ground.openRecords,
  MiB: ground.mib,
  'seconds to make': ground.seconds,
  'rows checked against the product': ground.checked,
});
const stretches = (of: Stretch[]): Figures => ({
  'seen p50, ms': median(seen(of, 'p50')),
  'seen p95, ms': median(seen(of, 'p95')),
  'acknowledged p50, ms': median(of.map((s) => s.result.acknowledgement.p50)),
  lost: of.reduce((a, s) => a + s.result.lost, 0),
  'pages read a second': median(of.map((s) => s.pages / options.seconds)),
});
printReport(
  {
    name: 'audit',
    figures: {
      machine: {
        cores: os.cpus().length,
        'others at work, % of a core': foreignPercent(start, mark()),
        'load, last minutes': os.loadavg()[1] ?? 0,
        'minutes taken': (performance.now() - began) / 60_000,
      },
      'what was made': {
        ...(recent ? { [`${short} years`]: sizeOf(recent) } : {}),
        [`${options.years} years`]: sizeOf(whole),
      },
      [`${options.years} years`]: tableOf(whole.found),
      ...(recent ? { [`${short} years`]: tableOf(recent.found) } : {}),
      ...(recent
        ? {
            [`${options.years} years against ${short}, times`]: Object.fromEntries(
              growth.map(([name, product, byHand]) => [name, { product, 'by hand': byHand }]),
            ),
          }
        : {}),
      'memory, MiB': whole.memory,
      ...(whole.quiet.length
        ? {
            [`${options.meetings} meetings of ${options.people}, ${options.rate} changes a second each`]: {
              alone: stretches(whole.quiet),
              'while somebody reads the audit': stretches(whole.audited),
            },
          }
        : {}),
    },
    goals,
  },
  options.json,
);
