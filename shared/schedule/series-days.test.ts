import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SeriesPattern } from './series.js';
import { daysOf, openDaysOf } from './series-days.js';
import { isWorkingDay, officeCalendar, plusDays } from './working-days.js';

const calendar = officeCalendar();

describe('the days of a series', () => {
  it('a team meets every four weeks, counted from its anchor to both sides, over both clock changes', () => {
    const pattern: SeriesPattern = { kind: 'weekly', everyWeeks: 4, weekday: 2, anchor: '2026-03-10' };
    expect(daysOf(pattern, '2026-01-01', '2026-05-31')).toEqual([
      '2026-01-13',
      '2026-02-10',
      '2026-03-10',
      '2026-04-07',
      '2026-05-05',
    ]);
    // The anchor names a week, not only a day: the first Tuesday on or after it.
    expect(daysOf({ ...pattern, anchor: '2026-03-08' }, '2026-03-09', '2026-03-20')).toEqual(['2026-03-10']);
  });

  it('the last weekday of a month is its fourth or its fifth', () => {
    const last: SeriesPattern = { kind: 'nth-weekday', nth: 5, weekday: 2 };
    expect(daysOf(last, '2026-03-01', '2026-05-31')).toEqual(['2026-03-31', '2026-04-28', '2026-05-26']);
    const first: SeriesPattern = { kind: 'nth-weekday', nth: 1, weekday: 2 };
    expect(daysOf(first, '2026-03-10', '2026-05-31')).toEqual(['2026-04-07', '2026-05-05']);
  });

  it('chosen days come in order and once', () => {
    const chosen: SeriesPattern = { kind: 'chosen', dates: ['2026-05-01', '2026-04-01', '2026-05-01'] };
    expect(daysOf(chosen, '2026-01-01', '2026-12-31')).toEqual(['2026-04-01', '2026-05-01']);
  });

  it('nobody meets on Easter Monday: the session is on the Thursday before Good Friday', () => {
    const pattern: SeriesPattern = { kind: 'weekly', everyWeeks: 4, weekday: 1, anchor: '2026-04-06' };
    expect(openDaysOf(pattern, '2026-04-01', '2026-04-30', calendar)).toEqual([
      { on: '2026-04-06', heldOn: '2026-04-02', closed: 'Easter Monday' },
    ]);
  });

  it('a session is never later than its pattern has it, and never on a day when the office is shut', () => {
    const date = fc.integer({ min: 0, max: 700 }).map((days) => plusDays('2026-01-01', days));
    const weekly = fc.record({
      kind: fc.constant('weekly' as const),
      everyWeeks: fc.integer({ min: 1, max: 8 }),
      weekday: fc.integer({ min: 1, max: 5 }),
      anchor: date,
    });
    const monthly = fc.record({
      kind: fc.constant('nth-weekday' as const),
      nth: fc.integer({ min: 1, max: 5 }),
      weekday: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.oneof(weekly, monthly), date, (pattern, from) => {
        const days = openDaysOf(pattern, from, plusDays(from, 365), calendar);
        return (
          days.length > 0 &&
          days.every(
            ({ on, heldOn }, i) =>
              heldOn <= on && isWorkingDay(heldOn, calendar) && on > (days[i - 1]?.on ?? ''),
          )
        );
      }),
      { numRuns: 60 },
    );
  });
});
