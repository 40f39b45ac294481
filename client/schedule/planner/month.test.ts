import { describe, expect, it } from '@jest/globals';
import { isMonth, monthAfter, monthInWords, monthOf } from './month.js';

describe('Sandra turns the pages of the planner', () => {
  it('from month to month, over the end of a year and back', () => {
    expect(monthOf('2026-04-30')).toBe('2026-04');
    expect(monthInWords('2026-04')).toBe('April 2026');
    expect(monthAfter('2026-04', 1)).toBe('2026-05');
    expect(monthAfter('2026-12', 1)).toBe('2027-01');
    expect(monthAfter('2027-01', -1)).toBe('2026-12');
  });

  it('and an address that names no month is not one', () => {
    expect(isMonth('2026-04')).toBe(true);
    expect(isMonth('2026-13')).toBe(false);
    expect(isMonth(null)).toBe(false);
  });
});
