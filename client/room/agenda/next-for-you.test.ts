import { describe, expect, it } from '@jest/globals';
import type { SlotTime } from './etas.js';
import { nextForYou } from './next-for-you.js';

const minute = 60_000;
const slot = (slotId: string, stands: SlotTime['stands'], from: number, to: number): SlotTime => ({
  slotId,
  stands,
  startsAt: from * minute,
  endsAt: to * minute,
});
const deans = (slotId: string) => ['hartley', 'doyle'].includes(slotId);

describe('the next family of somebody’s own', () => {
  it('Dean, in Hartley’s discussion, is told of Doyle and of the half hour between', () => {
    const slots = [
      slot('hartley', 'now', 0, 33),
      slot('kaczmarek', 'ahead', 33, 63),
      slot('doyle', 'ahead', 63, 108),
    ];
    expect(nextForYou({ slots }, deans, 26 * minute)).toEqual({
      slotId: 'doyle',
      startsAt: 63 * minute,
      freeMinutes: 30,
    });
  });

  it('while the room is with a family that is not his, he is free until his own', () => {
    const slots = [
      slot('hartley', 'done', 0, 33),
      slot('kaczmarek', 'now', 33, 60),
      slot('doyle', 'ahead', 60, 105),
    ];
    expect(nextForYou({ slots }, deans, 48 * minute)).toMatchObject({ slotId: 'doyle', freeMinutes: 12 });
  });

  it('when the chair puts Doyle before Kaczmarek there is no time between, and after it nothing is to come', () => {
    const next = [slot('hartley', 'now', 0, 30), slot('doyle', 'ahead', 30, 75)];
    expect(nextForYou({ slots: next }, deans, 0)?.freeMinutes).toBe(0);
    expect(nextForYou({ slots: [slot('doyle', 'now', 30, 75)] }, deans, 40 * minute)).toBeNull();
  });
});
