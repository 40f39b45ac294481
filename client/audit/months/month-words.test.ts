import { describe, expect, it } from '@jest/globals';
import type { MonthsPage } from '../../../shared/audit/http.js';
import { chartSays, monthSays, pointsOf, reportedSays } from './month-words.js';

const count = (numerator: number, denominator: number, rate: number) => ({
  numerator,
  denominator,
  rate,
  small: denominator < 10,
  provisional: 0,
  apart: 0,
});
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
          provisional: 0,
          closedAt: '2026-03-04T09:00:00.000Z',
        },
  changed: reported === null ? [] : [{ familyId: null, name: '', was: 'not-met', is: 'met' }],
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
    month('2026-01', count(9, 9, 100), 100),
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
};

describe('the months as Helen reads them', () => {
  it('February as now known, with what was reported as a bar, and the other way about', () => {
    expect(pointsOf(page, false)[1]).toMatchObject({ label: 'Feb', value: 77.8, mark: 66.7, final: true });
    expect(pointsOf(page, true)[1]).toMatchObject({ value: 66.7, mark: 77.8 });
    expect(pointsOf(page, false)[0]).not.toHaveProperty('mark');
    expect(pointsOf(page, false)[2]).toMatchObject({ value: 70, final: false });
    expect(pointsOf(page, true)[2]).toMatchObject({ value: null });
  });

  it('what changed since it was reported, in words', () => {
    expect(reportedSays(page.months, '2026-03-30')).toBe(
      'February was reported as 66.7% (the short bar), and what was learnt since of 1 family made it 77.8%.',
    );
    expect(monthSays(count(7, 9, 77.8))).toBe('7 of 9 (77.8%)');
    expect(monthSays(null)).toBe('Not closed');
  });

  it('the whole chart as one sentence, its range never past what can be', () => {
    expect(chartSays(page, false)).toBe(
      'Families supervised in each month, January 2026 to March 2026, as now known. Average 80.8%, expected range 42.4 to 100.0%. No sign of change. Months this different are expected here.',
    );
  });
});
