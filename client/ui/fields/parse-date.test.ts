import { describe, expect, it } from '@jest/globals';
import { daysAfter, parseTypedDate } from './parse-date.js';

const today = '2026-03-10'; // a Tuesday

describe('a date typed by a person', () => {
  it('an owner types a day and a month and gets the next one', () => {
    for (const typed of ['13 mar', '13 March', '13th of march', 'fri 13 mar', '13/3', '13.03', '13mar'])
      expect(parseTypedDate(typed, today)).toBe('2026-03-13');
    expect(parseTypedDate('5 mar', today)).toBe('2027-03-05');
    expect(parseTypedDate('10 march', today)).toBe('2026-03-10');
  });

  it('a worker writing when a child was seen gets the last such day', () => {
    expect(parseTypedDate('5 mar', today, 'past')).toBe('2026-03-05');
    expect(parseTypedDate('13 dec', today, 'past')).toBe('2025-12-13');
    expect(parseTypedDate('thursday', today, 'past')).toBe('2026-03-05');
  });

  it('a year that is typed is kept, in two figures or four', () => {
    expect(parseTypedDate('24/11/2025', today)).toBe('2025-11-24');
    expect(parseTypedDate('24 nov 25', today)).toBe('2025-11-24');
    expect(parseTypedDate('2025-11-24', today)).toBe('2025-11-24');
    expect(parseTypedDate('7 April, 2026', today)).toBe('2026-04-07');
    expect(parseTypedDate('1 sept 2026', today)).toBe('2026-09-01');
  });

  it('a chair in a hurry types days ahead, a weekday or tomorrow', () => {
    expect(parseTypedDate('+7', today)).toBe('2026-03-17');
    expect(parseTypedDate('+2 weeks', today)).toBe('2026-03-24');
    expect(parseTypedDate('-1', today)).toBe('2026-03-09');
    expect(parseTypedDate('fri', today)).toBe('2026-03-13');
    expect(parseTypedDate('next tuesday', today)).toBe('2026-03-17');
    expect(parseTypedDate('tomorrow', today)).toBe('2026-03-11');
    expect(parseTypedDate('Today', today)).toBe(today);
    expect(parseTypedDate('yesterday', today)).toBe('2026-03-09');
  });

  it('a leap day leads to the next year that has one', () => {
    expect(parseTypedDate('29 feb', today)).toBe('2028-02-29');
    expect(parseTypedDate('29/2/2027', today)).toBeUndefined();
  });

  it('words that are no date are left alone', () => {
    for (const typed of [
      '',
      'soon',
      'ASAP',
      '31 april',
      '13 marsh',
      '40/2',
      '13/13',
      'ongoing',
      '2026-02-30',
      '13',
      '12ja',
    ])
      expect(parseTypedDate(typed, today)).toBeUndefined();
  });

  it('days are counted across the clock change', () => {
    expect(daysAfter('2026-03-28', 2)).toBe('2026-03-30');
    expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01');
  });
});
