import { describe, expect, it } from '@jest/globals';
import { NewSeries } from '../../../shared/schedule/series.js';
import { patternIn, seriesIn, seriesValues, startIn } from './series-values.js';
import { patternSays, weekdayOf } from './series-words.js';

const team = '6f1f3c52-7a51-4a43-9b9c-0d4c51a3a001';
const chairId = '6f1f3c52-7a51-4a43-9b9c-0d4c51a3a002';
const begun = { ...seriesValues(undefined, 'Northgate supervision', '2026-04-07'), chairId };

describe('Sandra makes a series', () => {
  it('begins with every four weeks, counted from the weekday of the first session', () => {
    expect(weekdayOf('2026-04-07')).toBe(2);
    expect(weekdayOf('2026-04-12')).toBe(7);
    expect(patternIn(begun)).toEqual({ kind: 'weekly', everyWeeks: 4, weekday: 2, anchor: '2026-04-07' });
    expect(patternSays(patternIn(begun)!)).toBe('Every 4 weeks on a Tuesday');
  });

  it('sends what the server reads', () => {
    expect(NewSeries.parse(seriesIn(begun, team))).toMatchObject({
      teamId: team,
      name: 'Northgate supervision',
      chairId,
      deputyId: null,
      fromOn: '2026-04-07',
      toOn: null,
    });
  });

  it('chooses the last Thursday of each month', () => {
    const pattern = patternIn({ ...begun, kind: 'nth-weekday', nth: '5', weekday: '4' });
    expect(pattern).toEqual({ kind: 'nth-weekday', nth: 5, weekday: 4 });
    expect(patternSays(pattern!)).toBe('The last Thursday of each month');
  });

  it('chooses days in any order, and the first of them is the beginning', () => {
    const chosen = { ...begun, kind: 'chosen' as const, dates: ['2026-06-02', '2026-05-05'] };
    expect(patternIn(chosen)).toEqual({ kind: 'chosen', dates: ['2026-05-05', '2026-06-02'] });
    expect(startIn(chosen)).toBe('2026-05-05');
    expect(patternSays(patternIn(chosen)!)).toBe('2 chosen days');
  });

  it('has no pattern while its days are missing', () => {
    expect(patternIn({ ...begun, fromOn: '' })).toBeNull();
    expect(patternIn({ ...begun, kind: 'chosen' })).toBeNull();
    expect(seriesIn({ ...begun, fromOn: '' }, team)).toBeNull();
  });

  it('finds a series as it was when she changes it', () => {
    const first = NewSeries.parse(seriesIn({ ...begun, kind: 'nth-weekday', nth: '2' }, team));
    const kept = { ...first, seriesId: chairId, endedAt: null };
    const again = seriesValues(kept, '', '2026-05-01');
    expect(again).toMatchObject({ kind: 'nth-weekday', nth: '2', weekday: '2', fromOn: '2026-05-01' });
  });
});
