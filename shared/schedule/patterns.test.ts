import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { patternsFor } from './patterns.js';

describe('the patterns of a sitting', () => {
  it('a chair sees five families in five patterns, and a sixth in the first again', () => {
    expect(patternsFor([null, null, null, null, null, null])).toEqual([1, 2, 3, 4, 5, 1]);
  });

  it('a family keeps its pattern when another comes before it', () => {
    expect(patternsFor([null, 1, 2])).toEqual([3, 1, 2]);
  });

  it('two families that come to stand side by side with one pattern are told apart, and the first keeps it', () => {
    expect(patternsFor([1, 2, 3, 4, 5, 5])).toEqual([1, 2, 3, 4, 5, 1]);
    expect(patternsFor([2, 2, 1])).toEqual([2, 3, 1]);
  });

  it('neighbours never share one, whatever order somebody makes', () => {
    const pattern = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 20 }), (given) => {
        const result = patternsFor(given);
        return (
          result.length === given.length && result.every((p, i) => p >= 1 && p <= 5 && p !== result[i - 1])
        );
      }),
    );
  });
});
