import { describe, expect, it } from '@jest/globals';
import { policyNamed } from '../../test/support/cadence.js';
import { dueAfter, firstDueAfter } from '../cadence/due.js';
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

  it.each([
    ['where there is no rule at all', []],
    ['where a rule names other families', [policyNamed('Protection', { planTypes: ['CP'] })]],
    ['before the first rule begins', [policyNamed('All', { fromOn: '2026-06-01' })]],
    [
      'after a rule has ended',
      [policyNamed('All'), policyNamed('All', { version: 2, fromOn: '2026-01-01', ended: true })],
    ],
  ])('holds for a family %s', (_, policies) => {
    const read = policiesAt({ every: 'days', n: 31 }, policies);
    const g = { teamId: 'northgate', plans: [] };
    expect(dueAfter('2026-02-28', g, read).on).toBe('2026-03-31');
    expect(firstDueAfter('2026-02-16', g, read).on).toBe('2026-03-02');
  });

  it('leaves a general rule its own time for first discussions', () => {
    const patient = policyNamed('All', { first: { n: 40, unit: 'days' } });
    const read = policiesAt({ every: 'days', n: 31 }, [patient]);
    expect(firstDueAfter('2026-02-16', { teamId: 'northgate', plans: [] }, read).on).toBe('2026-03-28');
  });
});
