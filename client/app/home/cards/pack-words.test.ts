import { describe, expect, it } from '@jest/globals';
import { packsUntil, packsWait } from './pack-words.js';

const pack = (until: string) => ({ packId: until, until });

describe('Helen, to whom inspection packs wait', () => {
  it('reads that one waits and when it ends, or how many and when the first of them does', () => {
    const one = [pack('2026-03-24')];
    expect(packsWait(one)).toBe('An inspection pack waits for you to agree');
    expect(packsUntil(one, '2026-03-10')).toBe('It ends on 24 March.');
    expect(packsUntil(one, '2026-03-24')).toBe('It ends today.');
    const two = [...one, pack('2026-03-26')];
    expect(packsWait(two)).toBe('2 inspection packs wait for you to agree');
    expect(packsUntil(two, '2026-03-10')).toBe('The first ends on 24 March.');
  });
});
