import type { Ratio } from '../lib/figures.js';
import { atLeast, atMost, type Figures, type Goal } from '../lib/report.js';
import { measure, type Run } from './measure.js';
import { names } from './names.js';
import type { LoadPlan } from './plan.js';
import { against, interleave, medians, middle, type Patience, ratios } from './rounds.js';
import type { Side } from './side.js';

/** What the person who runs the bench asked for. */
export interface Course {
  rooms: number;
  people: number;
  rate: number;
  seconds: number;
  rounds: number;
  letters: number;
  quick: boolean;
  patience: Patience;
}

export interface Phase {
  figures: Record<string, Figures>;
  goals: Goal[];
}

const shown: readonly (keyof Run)[] = [
  'p50',
  'p95',
  'p99',
  'acknowledgedP50',
  'acknowledgedP95',
  'changesPerSecond',
  'seenPerSecond',
  'lost',
  'cpuPercent',
  'cpuPerSeen',
  'syncsPerChange',
  'loadPercent',
  'memoryMib',
  'foreignPercent',
];

type Load = Omit<LoadPlan, 'driver' | 'port' | 'council'>;
const loadOf = (course: Course, rest: Partial<Load> & Pick<Load, 'mode' | 'rooms'>): Load => ({
  people: course.people,
  rate: 0,
  window: 0,
  letters: course.letters,
  warmSeconds: 1,
  seconds: course.seconds,
  graceSeconds: 4,
  ...rest,
});
const run = (course: Course, what: string, sides: readonly Side[], load: Load, rounds = course.rounds) =>
  interleave(what, sides, rounds, (side) => measure(side, load), course.patience);
const middleOf = (ratio: Ratio): number => ratio.median;

/** Many rooms in which people write at the pace of a real session. */
export async function steady(course: Course, sides: readonly Side[]): Promise<Phase> {
  const where = `${course.rooms} rooms × ${course.people}, ${course.rate} changes a second each`;
  const load = loadOf(course, { mode: 'steady', rooms: course.rooms, rate: course.rate });
  const rounds = await run(course, 'steady', sides, load);
  const ratio = (other: string, figure: keyof Run): number =>
    middleOf(against(rounds, names.product, other, figure));
  return {
    figures: {
      [`steady: ${where}`]: medians(rounds, shown),
      'steady: product against each, least and most of the rounds': ratios(rounds, names.product, [
        'p50',
        'p95',
        'p99',
        'cpuPerSeen',
      ]),
      'stretch goals': { 'p95 against the floor at most': 1.1 },
    },
    goals: [
      atMost(`seen by others p95 against the floor (${where})`, ratio(names.floor, 'p95'), 1.3),
      atMost(
        'seen by others p99 against Hocuspocus, which stores nothing first',
        ratio(names.hocuspocus, 'p99'),
        1,
      ),
      atMost(
        'CPU for each person who sees a change, against the floor',
        ratio(names.floor, 'cpuPerSeen'),
        1.5,
      ),
      atMost('changes of the product not seen by everybody', middle(rounds, names.product, 'lost'), 0),
    ],
  };
}

/** Few rooms in which people write as fast as the others can read. */
export async function saturation(course: Course, sides: readonly Side[]): Promise<Phase> {
  const load = loadOf(course, {
    mode: 'saturate',
    rooms: 20,
    window: 4,
    seconds: Math.min(3, course.seconds),
  });
  const rounds = await run(course, 'saturation', sides, load);
  const ratio = against(rounds, names.product, names.floor, 'seenPerSecond');
  return {
    figures: {
      [`saturation: 20 rooms × ${course.people}, 4 changes under way in each`]: medians(rounds, shown),
      'saturation: product against each, least and most of the rounds': ratios(rounds, names.product, [
        'seenPerSecond',
        'cpuPerSeen',
        'p95',
      ]),
    },
    goals: [atLeast('durable changes at saturation against the floor', middleOf(ratio), 0.8)],
  };
}

/** People who are only there. */
export async function idle(course: Course, sides: readonly Side[]): Promise<Phase> {
  const load = loadOf(course, { mode: 'idle', rooms: 100, warmSeconds: 0.2, seconds: 0.3 });
  const rounds = await run(course, 'idle', sides, load);
  return {
    figures: { [`idle: 100 rooms × ${course.people}`]: medians(rounds, ['idleKib', 'memoryMib', 'readyMs']) },
    goals: [
      atMost('KiB for each idle person', middle(rounds, names.product, 'idleKib'), 45),
      atMost('seconds from start to listening', middle(rounds, names.product, 'readyMs') / 1000, 1.5),
    ],
  };
}

/** Twenty writers, each with one change under way: how many share a flush. */
export async function flushes(course: Course, sides: readonly Side[]): Promise<Phase> {
  const load = loadOf(course, { mode: 'saturate', rooms: 20, people: 2, window: 1, seconds: 2 });
  const rounds = await run(course, 'flushes', sides, load, 1);
  return {
    figures: { '20 writers': medians(rounds, ['syncsPerChange', 'changesPerSecond', 'p50', 'p95']) },
    goals: [atMost('fsyncs a change at 20 writers', middle(rounds, names.product, 'syncsPerChange'), 0.15)],
  };
}

/** Each flush made to cost 100 ms: whoever answers or shows a change sooner did not wait for the disk. */
export async function durability(course: Course, sides: readonly Side[]): Promise<Phase> {
  const load = loadOf(course, { mode: 'steady', rooms: 2, people: 3, rate: 4, seconds: 3 });
  const rounds = await run(course, 'durability', sides, load, 1);
  const figures = ['leastAcknowledgement', 'acknowledgedP50', 'leastSight', 'p50'] as const;
  return {
    figures: { 'with every fsync made to cost 100 ms': medians(rounds, figures) },
    goals: [
      atLeast('soonest acknowledgement, ms', middle(rounds, names.product, 'leastAcknowledgement'), 95),
      atLeast('soonest sight by another, ms', middle(rounds, names.product, 'leastSight'), 95),
    ],
  };
}

/** The steady load with everything in PostgreSQL. */
export async function postgres(course: Course, sides: readonly Side[]): Promise<Phase> {
  const load = loadOf(course, { mode: 'steady', rooms: course.rooms, rate: course.rate });
  const rounds = await run(course, 'PostgreSQL', sides, load);
  const ratio = against(rounds, names.product, names.postgresFloor, 'p95');
  return {
    figures: {
      'on PostgreSQL': medians(rounds, shown),
      'on PostgreSQL: product against the floor': ratios(rounds, names.product, [
        'p50',
        'p95',
        'p99',
        'cpuPerSeen',
      ]),
    },
    goals: [
      atMost(
        'on PostgreSQL, seen by others p95 against bare socket.io with grouped PostgreSQL',
        middleOf(ratio),
        1.3,
      ),
    ],
  };
}
