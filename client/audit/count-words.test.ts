import { describe, expect, it } from '@jest/globals';
import { countSays, cutSays, leadSays, limitLabel, overdueSays, rateSays, shareSays } from './count-words.js';

const count = (numerator: number, denominator: number, rate: number | null, small = denominator < 10) => ({
  numerator,
  denominator,
  rate,
  small,
});

describe('what Helen reads on the audit', () => {
  it('never a percentage without its counts, and few families as a count alone', () => {
    expect(countSays(count(24, 26, 92.3))).toBe('24 of 26, 92.3%');
    expect(countSays(count(3, 4, 75))).toBe('3 of 4');
    expect(countSays(count(0, 0, null))).toBe('0 of 0');
    expect(rateSays(count(0, 0, null))).toBe('none counted');
    expect(rateSays(count(7, 10, 70))).toBe('70.0%');
  });

  it('a share with what it is of, and of few no percentage', () => {
    expect(shareSays(count(15, 23, 65.2), 'children')).toBe('65.2% of children (15 of 23)');
    expect(shareSays(count(3, 4, 75), 'children')).toBe('3 of 4 children');
    expect(shareSays(count(0, 0, null), 'children')).toBe('no children counted');
  });

  it('what the figures are cut by', () => {
    expect(cutSays('worker')).toBe('By social worker');
    expect(cutSays(null)).toBe('By group');
  });

  it('the sentence first', () => {
    expect(leadSays(count(7, 10, 70))).toBe('7 of 10 families are in time');
    expect(leadSays(count(12, 12, 100))).toBe('All 12 families are in time');
    expect(leadSays(count(0, 1, 0))).toBe('The one family is not in time');
    expect(leadSays(count(0, 0, null))).toBe('No family is counted on this day');
    expect(overdueSays(1)).toBe('1 family has waited too long');
    expect(overdueSays(3)).toBe('3 families have waited too long');
  });

  it('which limit it is read at', () => {
    expect(limitLabel('31d', 'every 31 days')).toBe('31-day limit');
    expect(limitLabel('30d', 'every 30 days')).toBe('every 30 days');
  });
});
