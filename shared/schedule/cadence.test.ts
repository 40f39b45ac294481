import { describe, expect, it } from '@jest/globals';
import { dueAfter, dueBy } from './cadence.js';
import { inEngland, plusMinutes } from './local-time.js';
import { bankHolidays, workingDayOnOrBefore } from './working-days.js';

// Last held, then 28 days, 31 days, calendar month, 20 working days: each as [limit, suggested on or before].
// From the published dates of the practice guidance this product follows; England and Wales.
const table: [string, [string, string], [string, string], [string, string], [string, string]][] = [
  [
    '2025-11-28',
    ['2025-12-26', '2025-12-24'],
    ['2025-12-29', '2025-12-29'],
    ['2025-12-28', '2025-12-24'],
    ['2025-12-30', '2025-12-30'],
  ],
  [
    '2026-01-30',
    ['2026-02-27', '2026-02-27'],
    ['2026-03-02', '2026-03-02'],
    ['2026-02-28', '2026-02-27'],
    ['2026-02-27', '2026-02-27'],
  ],
  [
    '2026-01-31',
    ['2026-02-28', '2026-02-27'],
    ['2026-03-03', '2026-03-03'],
    ['2026-02-28', '2026-02-27'],
    ['2026-02-27', '2026-02-27'],
  ],
  [
    '2024-01-31',
    ['2024-02-28', '2024-02-28'],
    ['2024-03-02', '2024-03-01'],
    ['2024-02-29', '2024-02-29'],
    ['2024-02-28', '2024-02-28'],
  ],
  [
    '2026-03-06',
    ['2026-04-03', '2026-04-02'],
    ['2026-04-06', '2026-04-02'],
    ['2026-04-06', '2026-04-02'],
    ['2026-04-07', '2026-04-07'],
  ],
  [
    '2026-04-30',
    ['2026-05-28', '2026-05-28'],
    ['2026-05-31', '2026-05-29'],
    ['2026-05-30', '2026-05-29'],
    ['2026-06-01', '2026-06-01'],
  ],
  [
    '2026-07-29',
    ['2026-08-26', '2026-08-26'],
    ['2026-08-29', '2026-08-28'],
    ['2026-08-29', '2026-08-28'],
    ['2026-08-26', '2026-08-26'],
  ],
];

describe('when a family is due', () => {
  it.each(table)(
    'a family last taken on %s is due, and is suggested, on the dates of every cadence',
    (held, d28, d31, month, working) => {
      const both = (limit: string) => [limit, workingDayOnOrBefore(limit)];
      expect(both(dueAfter(held, { every: 'days', n: 28 }))).toEqual(d28);
      expect(both(dueAfter(held, { every: 'days', n: 31 }))).toEqual(d31);
      expect(both(dueAfter(held, { every: 'calendar-month' }))).toEqual(month);
      expect(both(dueAfter(held, { every: 'working-days', n: 20 }))).toEqual(working);
    },
  );

  it('a family that was never taken is due ten working days after it came to the team', () => {
    expect(dueBy({ allocatedOn: '2026-03-16', lastHeldOn: null })).toBe('2026-03-30');
    expect(dueBy({ allocatedOn: '2026-02-16', lastHeldOn: null })).toBe('2026-03-02');
  });

  it('nobody is asked to meet on a bank holiday of three years', () => {
    expect([...bankHolidays(2025)].sort()).toEqual([
      '2025-01-01',
      '2025-04-18',
      '2025-04-21',
      '2025-05-05',
      '2025-05-26',
      '2025-08-25',
      '2025-12-25',
      '2025-12-26',
    ]);
    expect([...bankHolidays(2026)].sort()).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-04',
      '2026-05-25',
      '2026-08-31',
      '2026-12-25',
      '2026-12-28',
    ]);
    expect([...bankHolidays(2027)].sort()).toEqual([
      '2027-01-01',
      '2027-03-26',
      '2027-03-29',
      '2027-05-03',
      '2027-05-31',
      '2027-08-30',
      '2027-12-27',
      '2027-12-28',
    ]);
  });

  it('a late evening in summer is still that day in England', () => {
    expect(inEngland(new Date('2026-07-01T22:59:00Z'))).toEqual({ date: '2026-07-01', time: '23:59' });
    expect(inEngland(new Date('2026-07-01T23:00:00Z'))).toEqual({ date: '2026-07-02', time: '00:00' });
    expect(plusMinutes('09:30', 75)).toBe('10:45');
  });
});
