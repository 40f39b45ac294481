import { planMonth } from '../shared/schedule/planning/plan-month.js';
import { readOptions } from './lib/options.js';
import { atLeast, atMost, type Figures, type Goal, printReport } from './lib/report.js';
import { bigMonth, sizes } from './plan/big-month.js';
import { bestOfAll } from './plan/exhaustive.js';
import { compareInOrder, inOrder, measurePlan } from './plan/measure-plan.js';
import { beyondHelp, greedyOf, type Made, plannedBy } from './plan/sides.js';
import { smallMonth } from './plan/small-month.js';

// Plans generated months of one, four and twelve teams, beside placing greedily by due date, and small months beside
// trying every plan there is. `--months 1` is a quicker look; `--from` begins at another seed.
const options = readOptions({ months: 3, small: 200, from: 1, json: false }, process.argv.slice(2));
const tell = (text: string): void => void process.stderr.write(`${text}\n`);

const tables: Record<string, Figures> = {};
const goals: Goal[] = [];
planMonth(bigMonth(sizes['one team'], 0)); // the first plan of a process is slower than any other
for (const [name, size] of Object.entries(sizes)) {
  const ours: Made[] = [];
  const greedy: Made[] = [];
  let help = 0;
  for (let seed = options.from; seed < options.from + options.months; seed++) {
    const problem = bigMonth(size, seed);
    ours.push(plannedBy(problem));
    greedy.push(greedyOf(problem));
    help += beyondHelp(problem);
    tell(`${name}, month ${seed}: ${ours.at(-1)!.seconds.toFixed(2)} s`);
  }
  const sum = (side: Made[], figure: keyof Made): number => side.reduce((all, made) => all + made[figure], 0);
  const most = (side: Made[], figure: keyof Made): number => Math.max(...side.map((made) => made[figure]));
  const row = (side: Made[]): Figures => ({
    'seconds at most': most(side, 'seconds'),
    'of families': size.families * options.months,
    placed: sum(side, 'placed'),
    'in time': sum(side, 'inTime'),
    'days late': sum(side, 'daysLate'),
    splits: sum(side, 'splits'),
    'minutes waited': sum(side, 'minutesWaited'),
    clashes: sum(side, 'clashes'),
  });
  tables[`${name}, ${options.months} months together`] = {
    planned: row(ours),
    'greedily by due date': row(greedy),
    'no plan could do better than': { 'in time': size.families * options.months - help },
  };
  const least = (figure: 'inTime' | 'minutesWaited', sign: number): number =>
    Math.min(...ours.map((made, i) => sign * (made[figure] - greedy[i]![figure])));
  goals.push(
    atMost(`${name}: seconds of the slowest month`, most(ours, 'seconds'), name === 'one team' ? 1 : 10),
    atMost(`${name}: clashes`, sum(ours, 'clashes'), 0),
    atLeast(`${name}: families in time more than greedily, in the worst month`, least('inTime', 1), 0),
    atLeast(`${name}: minutes waited less than greedily, in the worst month`, least('minutesWaited', -1), 0),
  );
}

let below = 0;
let tried = 0;
for (let seed = options.from; seed < options.from + options.small; seed++) {
  const problem = smallMonth(seed);
  const best = bestOfAll(problem);
  tried += best.tried;
  if (compareInOrder(inOrder(measurePlan(problem, planMonth(problem).placed)), best.figures) > 0) below += 1;
}
goals.push(atMost('small months: planned worse than the best of all plans', below, 0));

printReport(
  {
    name: 'plan',
    figures: {
      ...tables,
      'small months': { months: options.small, 'plans tried': tried, 'planned worse': below },
    },
    goals,
  },
  options.json,
);
