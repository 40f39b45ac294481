import { describe, expect, it } from '@jest/globals';
import { sizeSays } from './pack-words.js';

describe('a manager who is about to fetch a pack', () => {
  it('reads how large it is', () => {
    expect([999, 1000, 839_600, 999_499, 999_500, 1_234_567].map(sizeSays)).toEqual([
      '999 bytes',
      '1 kB',
      '840 kB',
      '999 kB',
      '1.0 MB',
      '1.2 MB',
    ]);
  });
});
