import { describe, expect, it } from '@jest/globals';
import { daysOf, daysSay, workingDaysOf } from './working-days.js';

describe('the days a colleague works', () => {
  it('Megan’s Monday to Wednesday survive the form', () => {
    expect(daysOf('1110000')).toEqual(['mon', 'tue', 'wed']);
    expect(workingDaysOf(daysOf('1110000'))).toBe('1110000');
    expect(workingDaysOf([])).toBe('0000000');
  });

  it('they are said as a colleague would', () => {
    expect(daysSay('1111100')).toBe('Mon to Fri');
    expect(daysSay('1010100')).toBe('Mon, Wed, Fri');
    expect(daysSay('0000011')).toBe('Sat, Sun');
    expect(daysSay('0000000')).toBe('no days');
  });
});
