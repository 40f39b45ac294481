import { describe, expect, it } from '@jest/globals';
import { policyNamed } from '../../test/support/cadence.js';
import { limitCode, limitInWords, limitOf, policiesAt } from './limits.js';

describe('the limit that a manager reads the audit at', () => {
  it.each([
    ['28d', 'every 28 days'],
    ['20wd', 'every 20 working days'],
    ['month', 'every calendar month'],
    ['each-month', 'once in each calendar month'],
    ['policy', 'by each family’s policy'],
  ])('%s is %s, and is written the same again', (code, says) => {
    const limit = limitOf(code)!;
    expect(limitInWords(limit)).toBe(says);
    expect(limitCode(limit)).toBe(code);
  });

  it.each(['', '0d', '28', '-1d', '367d', '28 d', 'monthly'])('“%s” is none', (code) => {
    expect(limitOf(code)).toBeNull();
  });

  it('replaces every interval and leaves the rules for first discussions alone', () => {
    const own = policyNamed('Closer', { interval: { every: 'days', n: 14 }, first: { n: 5, unit: 'days' } });
    const [read] = policiesAt({ every: 'days', n: 31 }, [own]);
    expect(read).toEqual({
      ...own,
      interval: { every: 'days', n: 31 },
      name: 'Closer, read as every 31 days',
    });
    expect(policiesAt('policy', [own])).toEqual([own]);
  });
});
