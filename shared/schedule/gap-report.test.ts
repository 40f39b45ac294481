import { describe, expect, it } from '@jest/globals';
import { gapReport } from './gap-report.js';
import type { SeriesPattern } from './series.js';
import { officeCalendar, plusDays } from './working-days.js';

const calendar = officeCalendar();
const every28 = { after: (heldOn: string) => plusDays(heldOn, 28), days: 28 };
const report = (pattern: SeriesPattern, from: string) => gapReport(pattern, from, calendar, every28);

describe('a year of a series before it is saved', () => {
  it('the first Tuesday of the month breaks 28 days four times in 2026, and says so', () => {
    const found = report({ kind: 'nth-weekday', nth: 1, weekday: 2 }, '2026-01-01');
    expect(found.days.slice(1).map(({ gap }) => gap)).toEqual([
      28, 28, 35, 28, 28, 35, 28, 28, 35, 28, 28, 35,
    ]);
    expect(found).toMatchObject({ breaks: 4, longest: 35, limitDays: 28, from: '2026-01-06' });
    expect(found.days.filter(({ breaks }) => breaks).map(({ on }) => on)).toEqual([
      '2026-04-07',
      '2026-07-07',
      '2026-10-06',
      '2027-01-05',
    ]);
    expect(found.says).toBe('13 sessions in a year; the longest gap is 35 days, and the limit is 28.');
  });

  it('every four weeks on a Tuesday keeps it, all year', () => {
    const found = report({ kind: 'weekly', everyWeeks: 4, weekday: 2, anchor: '2026-01-06' }, '2026-01-06');
    expect(found.days.slice(1).every(({ gap, breaks }) => gap === 28 && !breaks)).toBe(true);
    expect(found.breaks).toBe(0);
  });

  it('a session moved earlier for a bank holiday makes the next wait longer than the limit', () => {
    const found = report({ kind: 'weekly', everyWeeks: 4, weekday: 1, anchor: '2026-04-06' }, '2026-03-09');
    const at = found.days.findIndex(({ on }) => on === '2026-04-06');
    expect(found.days[at]).toEqual({
      on: '2026-04-06',
      gap: 24,
      breaks: false,
      movedTo: '2026-04-02',
      closed: 'Easter Monday',
    });
    expect(found.days[at + 1]).toMatchObject({
      on: '2026-05-04',
      movedTo: '2026-05-01',
      gap: 29,
      breaks: true,
    });
  });

  it('a pattern with no day in it says that there is nothing', () => {
    expect(report({ kind: 'chosen', dates: ['2025-01-01'] }, '2026-01-01')).toMatchObject({
      days: [],
      breaks: 0,
      says: 'There are no sessions in this year.',
    });
  });
});
