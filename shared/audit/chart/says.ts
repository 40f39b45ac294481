import { counted } from '../../schedule/in-words.js';
import type { Xmr, XmrPoint } from './xmr.js';

/** What a chart says, for the line beside it and for whoever cannot see it: the newest point first, then the caution. */
export function chartSays({ points }: Xmr): string {
  const last = points.at(-1);
  if (!last) return 'Nothing was counted yet.';
  const said = [newest(points, last)];
  const earlier = points.filter((p) => p.signal !== null && !belongsTo(p, last, points)).length;
  if (earlier > 0) said.push(`${counted(earlier, 'earlier month')} stood out.`);
  if (last.trial) said.push(`Trial limits: ${counted(countOf(points, last.group), 'month')} so far.`);
  return said.join(' ');
}

/** What one point means, for its row in the table. */
export function pointSays({ signal, side, meaning }: XmrPoint): string {
  if (signal === null) return 'As expected';
  const sense = {
    better: 'An improvement: ',
    concern: 'Needs a look: ',
    high: '',
    low: '',
    expected: '',
  }[meaning];
  return capital(`${sense}${rule(signal, side)}`);
}

function newest(points: readonly XmrPoint[], last: XmrPoint): string {
  if (last.signal === null) return 'No sign of change. Months this different are expected here.';
  const sign = {
    better: 'A sign of improvement',
    concern: 'A sign that needs a look',
    high: 'A sign of change',
    low: 'A sign of change',
    expected: '',
  }[last.meaning];
  if (last.signal === 'outside') return `${sign}: the newest month is ${rule('outside', last.side)}.`;
  const length = points.length - startOf(points, last);
  if (last.signal === 'two-in-three') return `${sign}: ${rule('two-in-three', last.side)}.`;
  if (last.signal === 'trend')
    return `${sign}: ${length} months in a row went ${last.side === 'above' ? 'up' : 'down'}.`;
  return `${sign}: ${length} months in a row lie ${last.side} the average.`;
}

function rule(signal: NonNullable<XmrPoint['signal']>, side: XmrPoint['side']): string {
  switch (signal) {
    case 'outside':
      return `${side} the expected range`;
    case 'trend':
      return `part of seven or more that went ${side === 'above' ? 'up' : 'down'} in a row`;
    case 'two-in-three':
      return `two of three months in a row lie near the ${side === 'above' ? 'upper' : 'lower'} limit`;
    case 'shift':
      return `part of seven or more in a row ${side} the average`;
  }
}

/** Where the stretch of equally named points that ends with the last one begins. */
function startOf(points: readonly XmrPoint[], last: XmrPoint): number {
  let from = points.length - 1;
  while (from > 0 && points[from - 1]!.signal === last.signal && points[from - 1]!.side === last.side)
    from -= 1;
  return from;
}

function belongsTo(point: XmrPoint, last: XmrPoint, points: readonly XmrPoint[]): boolean {
  return last.signal !== null && points.indexOf(point) >= startOf(points, last);
}

function countOf(points: readonly XmrPoint[], group: number): number {
  return points.filter((p) => p.group === group).length;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
