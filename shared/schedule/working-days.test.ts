import { describe, expect, it } from '@jest/globals';
import { holidaysByRule } from './bank-holiday-rule.js';
import { dateInEngland, inEngland, plusMinutes } from './local-time.js';
import {
  bankHolidays,
  isWorkingDay,
  officeCalendar,
  plusWorkingDays,
  workingDayOnOrBefore,
  workingDaysBetween,
} from './working-days.js';

describe('the days on which Sandra’s office is shut', () => {
  it('are the bank holidays that the government gave out, and the rule for other years', () => {
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
    expect(bankHolidays(2022).has('2022-09-19')).toBe(true);
    expect([...bankHolidays(2029)]).toEqual([...holidaysByRule(2029).keys()]);
  });

  it('differ from the rule only where the government moved or added a day', () => {
    const years = Array.from({ length: 2028 - 2012 + 1 }, (_, i) => 2012 + i);
    const without = (a: Iterable<string>, b: ReadonlySet<string>) => [...a].filter((day) => !b.has(day));
    const ruled = years.map((year) => [bankHolidays(year), new Set(holidaysByRule(year).keys())] as const);
    expect(ruled.flatMap(([given, rule]) => without(given, rule)).sort()).toEqual([
      '2012-06-04',
      '2012-06-05',
      '2020-05-08',
      '2022-06-02',
      '2022-06-03',
      '2022-09-19',
      '2023-05-08',
    ]);
    expect(ruled.flatMap(([given, rule]) => without(rule, given)).sort()).toEqual([
      '2012-05-28',
      '2020-05-04',
      '2022-05-30',
    ]);
  });

  it('follow a newer file for the years it tells of, and leave the other years as they were', () => {
    const calendar = officeCalendar([['2027-06-14', 'A royal wedding']]);
    expect(calendar.isShut('2027-06-14')).toBe('A royal wedding');
    expect(calendar.isShut('2027-12-27')).toBeNull();
    expect(calendar.isShut('2026-12-28')).toBe('Boxing Day');
  });

  it('hold closures of the council’s own too, from the first day to the last', () => {
    const shut = officeCalendar([], [{ fromOn: '2026-12-24', toOn: '2027-01-01', title: 'Winter closure' }]);
    expect(isWorkingDay('2026-12-23', shut)).toBe(true);
    expect(shut.isShut('2026-12-31')).toBe('Winter closure');
    expect(shut.isShut('2027-01-01')).toBe('New Year’s Day');
    expect(workingDayOnOrBefore('2027-01-03', shut)).toBe('2026-12-23');
    expect(plusWorkingDays('2026-12-23', 1, shut)).toBe('2027-01-04');
    expect(workingDaysBetween('2026-12-23', '2027-01-05', shut)).toBe(2);
    expect(workingDaysBetween('2026-12-23', '2027-01-05')).toBe(6);
    expect(workingDaysBetween('2027-01-05', '2026-12-23')).toBe(0);
  });

  it('a late evening in summer is still that day in England', () => {
    expect(inEngland(new Date('2026-07-01T22:59:00Z'))).toEqual({ date: '2026-07-01', time: '23:59' });
    expect(inEngland(new Date('2026-07-01T23:00:00Z'))).toEqual({ date: '2026-07-02', time: '00:00' });
    const nights = [
      '2026-03-28T23:30:00.000Z',
      '2026-03-29T23:30:00.000Z',
      '2026-10-24T23:30:00.000Z',
      '2026-10-25T23:30:00.000Z',
    ];
    expect(nights.map(dateInEngland)).toEqual(nights.map((at) => inEngland(new Date(at)).date));
    expect(plusMinutes('09:30', 75)).toBe('10:45');
  });
});
