import { describe, expect, it } from '@jest/globals';
import { chartSays, pointSays } from './says.js';
import { xmr } from './xmr.js';

function chart(values: readonly number[]) {
  return xmr(
    values.map((value, i) => ({ on: String(i).padStart(3, '0'), value })),
    { better: 'higher', percentage: true },
  );
}

const steady = [80, 82, 79, 81, 80, 78, 82, 80, 79, 81, 80, 82, 79, 80];

describe('the words beside a chart', () => {
  it('tell a manager that months like these are expected', () => {
    expect(chartSays(chart(steady))).toBe('No sign of change. Months this different are expected here.');
  });

  it('tell of a month outside the expected range, and later that it stood out', () => {
    const uneven = [80, 84, 76, 83, 77, 82, 78, 84, 76, 83, 78, 81, 79, 80];
    expect(chartSays(chart([...uneven, 60]))).toBe(
      'A sign that needs a look: the newest month is below the expected range.',
    );
    expect(chartSays(chart([...uneven, 60, 80]))).toBe(
      'No sign of change. Months this different are expected here. 1 earlier month stood out.',
    );
  });

  it('tell of seven months on one side of the average, and of seven that rose', () => {
    const low = [90, 70, 91, 71, 89, 72, 90, 70];
    expect(chartSays(chart([...low, 83, 84, 83, 85, 83, 84, 83]))).toBe(
      'A sign of improvement: 7 months in a row lie above the average.',
    );
    expect(chartSays(chart([90, 70, 90, 70, 90, 70, 90, 70, 71, 72, 73, 74, 75, 76]))).toContain(
      'months in a row went up.',
    );
  });

  it('tell that limits are on trial while there are few months, and that nothing was counted', () => {
    expect(chartSays(chart([80, 82, 79]))).toBe(
      'No sign of change. Months this different are expected here. Trial limits: 3 months so far.',
    );
    expect(chartSays(chart([]))).toBe('Nothing was counted yet.');
  });

  it('tell in the table what each point means', () => {
    const { points } = chart([...steady, 60]);
    expect(pointSays(points[0]!)).toBe('As expected');
    expect(pointSays(points.at(-1)!)).toBe('Needs a look: below the expected range');
  });
});
