import { describe, expect, it } from '@jest/globals';
import type { MonthsPage } from '../../../shared/audit/http.js';
import { chartSays, countedAs, lastDaySays, monthSays, pointsOf, reportedSays } from './month-words.js';

const count = (numerator: number, denominator: number, rate: number) => ({
  numerator,
  denominator,
  rate,
  small: denominator < 10,
  provisional: 0,
  apart: 0,
});
const kept = (numerator: number, denominator: number, rate: number) => {
  const { apart: _, ...of } = count(numerator, denominator, rate);
  return of;
};
const month = (name: string, now: ReturnType<typeof count>, reported: number | null, over = true) => ({
  month: name,
  over,
  now,
  reported:
    reported === null
      ? null
      : {
          numerator: 6,
          denominator: 9,
          rate: reported,
          small: true,
          provisional: 0,
          closedAt: '2026-03-04T09:00:00.000Z',
          inTime: kept(18, 24, 75),
        },
  changed: reported === null ? [] : [{ familyId: null, name: '', was: 'not-discussed', is: 'discussed' }],
  missing: [],
  apart: {},
});
const page: MonthsPage = {
  teamId: null,
  teamName: null,
  asAt: '2026-03-30',
  limit: '28d',
  limitSays: 'every 28 days',
  months: [
    month('2026-01', count(6, 9, 66.7), 66.7),
    month('2026-02', count(7, 9, 77.8), 66.7),
    month('2026-03', count(7, 10, 70), null, false),
  ],
  chart: {
    points: [
      {
        month: '2026-02',
        value: 77.8,
        mean: 80.8,
        lower: 42.4,
        upper: 119,
        signal: null,
        side: null,
        meaning: 'expected',
        says: 'As expected',
        trial: true,
      },
    ],
    says: 'No sign of change. Months this different are expected here.',
  },
  chartAsReported: {
    points: [
      {
        month: '2026-02',
        value: 66.7,
        mean: 83.4,
        lower: 0,
        upper: 100,
        signal: 'outside',
        side: 'below',
        meaning: 'concern',
        says: 'Needs a look: below the expected range',
        trial: true,
      },
    ],
    says: 'A sign that needs a look: the newest month is below the expected range.',
  },
};

describe('the months as Helen reads them', () => {
  it('February as now known, with what was reported as a bar, and the other way about', () => {
    expect(pointsOf(page, false)[1]).toMatchObject({ label: 'Feb', value: 77.8, mark: 66.7, final: true });
    expect(pointsOf(page, true)[1]).toMatchObject({ value: 66.7, mark: 77.8, meaning: 'concern' });
    expect(pointsOf(page, false)[0]).not.toHaveProperty('mark');
    expect(pointsOf(page, false)[2]).toMatchObject({ value: 70, final: false });
    expect(pointsOf(page, true)[2]).toMatchObject({ value: null });
  });

  it('what changed since it was reported in words, always with what it is counted from', () => {
    expect(reportedSays(page.months, '2026-03-30', false)).toBe(
      'February was reported as 6 of 9 (the short bar), and what was learnt since of 1 family made it 7 of 9.',
    );
    expect(reportedSays(page.months, '2026-03-30', true)).toBe(
      'February was reported as 6 of 9, and what was learnt since of 1 family made it 7 of 9 (the short bar).',
    );
    expect(monthSays(count(24, 26, 92.3))).toBe('24 of 26 (92.3%)');
    expect(monthSays(count(7, 9, 77.8))).toBe('7 of 9');
    expect(monthSays(null)).toBe('Not closed');
  });

  it('a month that lost a family since, though its rate is the same', () => {
    const fewer = [month('2026-02', count(4, 6, 66.7), 66.7)];
    expect(reportedSays(fewer, '2026-03-30', false)).toBe(
      'February was reported as 6 of 9, and what was learnt since of 1 family made it 4 of 6.',
    );
  });

  it('how each family was counted then and is now, and how all stood on the last day', () => {
    expect(['discussed', 'not-discussed', 'not-there', 'exempt'].map(countedAs)).toEqual([
      'supervised',
      'not supervised',
      'not with the team in this month',
      'not counted: exempt',
    ]);
    expect(lastDaySays(page.months[1]!, 'every 28 days')).toBe(
      'On its last day 18 of 24 (75.0%) were in time, as reported (every 28 days).',
    );
    expect(lastDaySays(page.months[2]!, 'every 28 days')).toBe('');
  });

  it('the whole chart as one sentence, its range never past what can be', () => {
    expect(chartSays(page, false)).toBe(
      'Families supervised in each month, January 2026 to March 2026, as now known. Average 80.8%, expected range 42.4 to 100.0%. No sign of change. Months this different are expected here.',
    );
    expect(chartSays(page, true)).toBe(
      'Families supervised in each month, January 2026 to March 2026, as reported. Average 83.4%, expected range 0.0 to 100.0%. A sign that needs a look: the newest month is below the expected range.',
    );
  });
});
