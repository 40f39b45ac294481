import { median } from './lib/figures.js';
import { readOptions } from './lib/options.js';
import { atLeast, atMost, type Figures, printReport } from './lib/report.js';
import { clockChanges } from './year/clock-changes.js';
import { FixedSide } from './year/fixed-side.js';
import { PlannerSide } from './year/planner-side.js';
import { simulate, type Year } from './year/simulate.js';
import { makeWorld } from './year/world.js';

// A year of one team, day by day: leave, part-time days, illness, sessions that run out of time or are off, families that
// come and go, holidays and both changes of the clock. With the planner, and beside it with a fixed place for each family
// every four weeks in the same sessions. `--year 2027` is another calendar, `--from 4` begins at another seed; each of
// the `--years 3` is another year of the same kind.
const options = readOptions({ year: 2026, years: 3, from: 1, json: false }, process.argv.slice(2));

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
const least = (values: readonly number[]): number => Math.min(...values);
const row = (year: Year): Figures => ({
  'in time, % least': 100 * least(year.inTime),
  median: 100 * median(year.inTime),
  mean: 100 * mean(year.inTime),
  'on the last day': 100 * (year.inTime.at(-1) ?? Number.NaN),
  'days late at most': year.longestWait,
  held: year.held,
  'not reached': year.notReached,
  postponed: year.postponed,
  'minutes waited': year.minutesWaited,
  'blocks beyond the first': year.splits,
  'planned on a day off': year.onDaysOff,
});

const made = Array.from({ length: options.years }, (_, i) => {
  const seed = options.from + i;
  const world = makeWorld(options.year, seed);
  const fixed = new FixedSide(world);
  const lastBefore = fixed.lastBefore();
  const planner = new PlannerSide(world);
  const withIt = simulate(world, planner, lastBefore);
  return { seed, world, planner, withIt, without: simulate(world, fixed, lastBefore) };
});
const worst = (figure: (year: (typeof made)[number]) => number): number => least(made.map(figure));
const most = (figure: (year: (typeof made)[number]) => number): number => Math.max(...made.map(figure));
const waits = ({ minutesWaited, held }: Year): number => minutesWaited / held;
const [first] = made;
const changes = first && clockChanges(first.world);

printReport(
  {
    name: 'year',
    figures: {
      year: first ? `${first.world.from} to ${first.world.to}` : '',
      'clock changes': changes?.figures ?? {},
      teams: Object.fromEntries(
        made.map(({ seed, world, planner }) => [
          `year ${seed}`,
          {
            'families on the first day': world.families.filter(({ openedOn }) => openedOn === null).length,
            'families in all': world.families.length,
            people: world.people.size,
            sessions: world.sessions.filter(({ date }) => date <= world.to).length,
            'months planned': planner.plansMade,
            'seconds for that': planner.seconds,
            'sessions made longer': planner.lengthened,
            'allowed later than their limit': planner.allowedLate,
          },
        ]),
      ),
      sides: Object.fromEntries(
        made.flatMap(({ seed, withIt, without }) => [
          [`year ${seed}, with the planner`, row(withIt)],
          [`year ${seed}, a fixed place every four weeks`, row(without)],
        ]),
      ),
    },
    goals: [
      atLeast('in time on the mean day, %, in the worst year', 100 * worst((y) => mean(y.withIt.inTime)), 85),
      atLeast(
        'in time on the mean day, % more than without, in the worst year',
        100 * worst((y) => mean(y.withIt.inTime) - mean(y.without.inTime)),
        0,
      ),
      atLeast(
        'in time on the worst day, % more than without, in the worst year',
        100 * worst((y) => least(y.withIt.inTime) - least(y.without.inTime)),
        0,
      ),
      atMost(
        'minutes that specialists wait for each discussion held, more than without',
        most((y) => waits(y.withIt) - waits(y.without)),
        0,
      ),
      atMost(
        'clashes that a plan made',
        most((y) => y.planner.clashes),
        0,
      ),
      atMost(
        'families planned on a day off of somebody they need',
        most((y) => y.withIt.onDaysOff),
        0,
      ),
      atMost('sessions whose time on the wall a clock change moved', changes?.moved ?? Number.NaN, 0),
    ],
  },
  options.json,
);
