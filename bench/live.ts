import { readOptions } from './lib/options.js';
import { installPeers } from './lib/peers.js';
import { printReport } from './lib/report.js';
import { raised } from './lib/serve-product.js';
import { type Ground, makeGround } from './live/ground.js';
import { bareSocketIo, fastestFloor, floor, hocuspocus, postgresFloor, shareDb } from './live/peer-sides.js';
import {
  type Course,
  durability,
  flushes,
  idle,
  type Phase,
  postgres,
  saturation,
  steady,
} from './live/phases.js';
import { postgresProduct, product } from './live/product-side.js';
import type { Side } from './live/side.js';

// Measures the live engine beside what it stands on, the least it could cost, and what others have built.
// `--only steady,idle` runs some phases, `--sides product,floor` some sides (by how their names begin), `--postgres`
// the phase on PostgreSQL alone, `--quick` a short look.
const options = readOptions(
  {
    rooms: 200,
    people: 10,
    rate: 5,
    seconds: 3,
    rounds: 3,
    letters: 120,
    foreign: 25,
    only: '',
    sides: '',
    postgres: false,
    quick: false,
    json: false,
  },
  process.argv.slice(2),
);
if (options.quick) Object.assign(options, { rounds: 1, seconds: Math.min(options.seconds, 2) });

const course: Course = {
  ...options,
  patience: {
    foreignPercent: options.foreign,
    msLeft: options.quick ? 0 : 60_000,
    again: 0,
    failures: [],
  },
};
const began = performance.now();
installPeers();

const ground = await makeGround(1_000);
// A disk so slow that whoever answers sooner cannot have waited for it.
const slowGround = await makeGround(100_000);
const peopleMade = { rooms: Math.max(options.rooms, 100), people: options.people };
const ours = product(ground, peopleMade);
const peersOf = (place: Ground): Side[] => [
  bareSocketIo(place),
  floor(place),
  fastestFloor(place),
  hocuspocus(place),
  shareDb(place),
];
const chosen = (sides: Side[]): Side[] => {
  const wanted = options.sides.toLowerCase().split(',').filter(Boolean);
  return sides.filter(
    ({ name }) => !wanted.length || wanted.some((one) => name.toLowerCase().startsWith(one)),
  );
};
const phases: Record<string, () => Promise<Phase>> = {
  steady: () => steady(course, chosen([ours, ...peersOf(ground)])),
  saturation: () => saturation(course, chosen([ours, ...peersOf(ground)])),
  idle: () => idle(course, chosen([ours, bareSocketIo(ground), hocuspocus(ground)])),
  flushes: () => flushes(course, chosen([ours, floor(ground)])),
  durability: () => {
    const there = [floor(slowGround), hocuspocus(slowGround), shareDb(slowGround)];
    return durability(course, chosen([product(slowGround, peopleMade), ...there]));
  },
  postgres: () => postgres(course, chosen([postgresProduct(ground, peopleMade), postgresFloor(ground)])),
};
const only = options.postgres ? ['postgres'] : options.only.split(',').filter(Boolean);
const done: Phase[] = [];
for (const [name, run] of Object.entries(phases))
  if (!only.length || only.includes(name)) done.push(await run());

await ground.leave();
await slowGround.leave();
printReport(
  {
    name: 'live',
    figures: {
      limits: {
        'disk, ms a flush': ground.syncMicroseconds / 1000,
        'letters a change': options.letters,
        rounds: options.rounds,
        'seconds measured': options.seconds,
        'others at most, % of a core': options.foreign,
        'budget of a person raised to (changes a second, and at once)': Object.values(raised).join(', '),
        'runs done again': course.patience.again,
        'minutes taken': (performance.now() - began) / 60_000,
      },
      ...Object.assign({}, ...done.map((phase) => phase.figures)),
      failed: course.patience.failures,
    },
    goals: done.flatMap((phase) => phase.goals),
  },
  options.json,
);
