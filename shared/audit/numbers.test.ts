import { describe, expect, it } from '@jest/globals';
import { meanOf, medianOf, percent, percentChange, quantileOf } from './numbers.js';

// Counts that councils have published, with the change as published: to whole percents here and there, once with the
// wrong sign. We reckon from the counts, to one decimal or two.
const published: [string, number, number, number, number][] = [
  ['children on a protection plan, Walsall', 370, 227, -38.6, -38.65],
  ['of them aged 12 and under', 318, 181, -43.1, -43.08],
  ['children who came into care, Walsall', 242, 166, -31.4, -31.4],
  ['of them aged 12 and under', 177, 112, -36.7, -36.72],
  ['children in need plans, Hertfordshire, 2015 to 2016', 970, 1020, 5.2, 5.15],
  ['the same, 2016 to 2017', 1020, 1011, -0.9, -0.88],
  ['the same, 2015 to 2017', 970, 1011, 4.2, 4.23],
  ['protection plans, Hertfordshire, 2015 to 2016', 1032, 530, -48.6, -48.64],
  ['the same, 2016 to 2017', 530, 601, 13.4, 13.4],
  ['the same, 2015 to 2017', 1032, 601, -41.8, -41.76],
  ['children in care under 12, 2015 to 2016', 454, 393, -13.4, -13.44],
  ['the same, 2016 to 2017', 393, 363, -7.6, -7.63],
  ['the same, 2015 to 2017', 454, 363, -20, -20.04],
  ['cases in court', 130, 86, -33.8, -33.85],
  ['children in pre-proceedings', 83, 23, -72.3, -72.29],
];

describe('somebody who checks a number by hand', () => {
  it.each(published)('finds the change in %s', (_, before, now, change, finer) => {
    expect(percentChange(before, now)).toBe(change);
    expect(percentChange(before, now, 2)).toBe(finer);
  });

  it('finds shares to one decimal, half away from nought', () => {
    expect(percent(7, 10)).toBe(70);
    expect(percent(15, 23)).toBe(65.2);
    expect(percent(16, 23)).toBe(69.6);
    expect(percent(7, 9)).toBe(77.8);
    // 0.25 and 1.005 percent exactly: binary fractions would round the second down.
    expect(percent(1, 400)).toBe(0.3);
    expect(percent(-1, 400)).toBe(-0.3);
    expect(percent(201, 20000)).toBe(1);
    expect(percent(1, 8)).toBe(12.5);
    expect(percent(213, 16000)).toBe(1.3);
    expect(percent(0, 7)).toBe(0);
  });

  it('finds no share of nothing, and no change from nothing', () => {
    expect(percent(0, 0)).toBeNull();
    expect(percentChange(0, 5)).toBeNull();
    expect(meanOf([])).toBeNull();
    expect(medianOf([])).toBeNull();
    expect(quantileOf([], 0.9)).toBeNull();
  });

  it('finds the mean, the middle and the ninetieth of a hundred', () => {
    expect(meanOf([28, 28, 31])).toBe(29);
    expect(meanOf([28, 29, 29])).toBe(28.7);
    expect(medianOf([31, 28, 30])).toBe(30);
    expect(medianOf([31, 28, 30, 29])).toBe(29.5);
    expect(quantileOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9)).toBe(9);
    expect(quantileOf([4], 0.9)).toBe(4);
  });
});
