import { describe, expect, it } from '@jest/globals';
import { daysBetween, needsManager } from './lateness.js';

describe('a slot later than its limit', () => {
  const today = '2026-03-10';
  const put = (dueBy: string | null, onDate: string, fromDate: string | null = null) =>
    needsManager({ dueBy, onDate, fromDate, today });

  it('is a manager’s to allow, also when the family is on no day yet', () => {
    expect(put('2026-03-17', '2026-03-18')).toBe(true);
    expect(put('2026-03-17', '2026-03-24', '2026-03-17')).toBe(true);
  });

  it('is anybody’s up to and with the last day in time', () => {
    expect(put('2026-03-17', '2026-03-17')).toBe(false);
    expect(put(null, '2026-05-17')).toBe(false);
  });

  it('is free where it moves earlier, though it stays late', () => {
    expect(put('2026-03-17', '2026-03-20', '2026-03-24')).toBe(false);
    expect(put('2026-03-17', '2026-03-24', '2026-03-24')).toBe(false);
  });

  it('is free for a family whose limit has passed before it had a place, and not when it is put off once more', () => {
    expect(put('2026-03-09', '2026-03-12')).toBe(false);
    expect(put('2026-03-09', '2026-03-19', '2026-03-12')).toBe(true);
  });

  it('is counted in whole days across both clock changes', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
  });
});
