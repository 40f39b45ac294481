import { describe, expect, it } from '@jest/globals';
import { Budget } from './budget.js';

describe('a person’s budget', () => {
  it('lets a burst through, then so many a second, and never more than the burst after a rest', () => {
    let now = 0;
    const budget = new Budget(20, 60, () => now);
    const takes = (times: number): number =>
      Array.from({ length: times }, () => budget.take('amina')).filter(Boolean).length;
    expect(takes(100)).toBe(60);
    now += 1000;
    expect(takes(100)).toBe(20);
    now += 3_600_000;
    expect(takes(100)).toBe(60);
  });

  it('is each person’s own', () => {
    const budget = new Budget(1, 1, () => 0);
    expect([budget.take('amina'), budget.take('amina'), budget.take('claire')]).toEqual([true, false, true]);
  });
});
