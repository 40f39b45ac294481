import { describe, expect, it } from '@jest/globals';
import { ageInWords, dateInWords, weekdayInWords } from './in-words.js';

describe('dates and ages in words', () => {
  const on = '2026-03-10';
  const born = (bornOn: string) => ageInWords({ bornOn, expectedOn: null }, on);

  it('Adaeze reads the day of the session with its weekday', () => {
    expect(dateInWords(on)).toBe('10 March 2026');
    expect(weekdayInWords(on)).toBe('Tuesday');
  });

  it('Jaden is 13, Lena is 5 months and Ruby is 2', () => {
    expect(born('2012-08-20')).toBe('13');
    expect(born('2025-10-01')).toBe('5 months');
    expect(born('2023-12-05')).toBe('2');
    expect(born('2025-02-11')).toBe('12 months');
  });

  it('a newborn is told in weeks, and in days before that', () => {
    expect(born('2026-02-14')).toBe('3 weeks');
    expect(born('2026-03-09')).toBe('1 day');
  });

  it('a birthday counts on its day', () => {
    expect(born('2012-03-11')).toBe('13');
    expect(born('2012-03-10')).toBe('14');
  });

  it('an unborn child is due, and one of whom nothing is known has no age', () => {
    expect(ageInWords({ bornOn: null, expectedOn: '2026-05-04' }, on)).toBe('due 4 May 2026');
    expect(ageInWords({ bornOn: null, expectedOn: null }, on)).toBe('');
  });
});
