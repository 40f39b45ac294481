import { describe, expect, it } from '@jest/globals';
import { median, percentile, ratioOfRounds, sayRatio } from './figures.js';

describe('figures that a reader may rely on', () => {
  it('the 95th percentile of one to a hundred, as a statistician counts it, is ninety-five', () => {
    const waits = Array.from({ length: 100 }, (_, i) => i + 1);
    expect(percentile(waits, 0.95)).toBe(95);
    expect(percentile(waits, 0.5)).toBe(50);
    expect(percentile(waits, 1)).toBe(100);
    expect(percentile([7], 0.01)).toBe(7);
    expect(percentile([], 0.5)).toBeNaN();
  });

  it('a reader gets the middle round, and a failed round does not count as nought', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 2])).toBe(3);
    expect(median([Number.NaN, 8])).toBe(8);
    expect(median([])).toBeNaN();
  });

  it('a reader gets the ratio of neighbouring rounds, not of the two middles', () => {
    // The machine slowed fourfold in the third round; both sides felt it.
    const ratio = ratioOfRounds([2, 3, 12], [1, 2, 8]);
    expect(ratio).toEqual({ median: 1.5, least: 1.5, most: 2, rounds: 3 });
    expect(sayRatio(ratio)).toBe('×1.50 [1.50–2.00]');
  });

  it('a round that one side did not finish is left out of the ratio', () => {
    expect(ratioOfRounds([2, undefined, 6], [1, 1, undefined]).rounds).toBe(1);
    expect(sayRatio(ratioOfRounds([undefined], [1]))).toBe('not measured');
  });
});
