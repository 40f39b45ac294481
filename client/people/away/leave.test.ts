import { describe, expect, it } from '@jest/globals';
import { type Leave, leaveSays, toCome } from './leave.js';

const leave = (fromOn: string, toOn: string, change: Partial<Leave> = {}): Leave => ({
  leaveId: fromOn,
  personId: 'farah',
  fromOn,
  toOn,
  startsAt: null,
  endsAt: null,
  ...change,
});

describe('Farah is away', () => {
  const today = '2026-03-10';

  it('for some days, for one, or for a part of one', () => {
    expect(leaveSays(leave('2026-04-07', '2026-04-17'), today)).toBe('7 April to 17 April');
    expect(leaveSays(leave('2027-01-04', '2027-01-04'), today)).toBe('4 January 2027');
    expect(leaveSays(leave('2026-04-07', '2026-04-07', { startsAt: '09:00', endsAt: '12:30' }), today)).toBe(
      '7 April, 9am to 12:30pm',
    );
  });

  it('and what is over is out of the way, while the last day still counts', () => {
    const list = [
      leave('2026-05-01', '2026-05-08'),
      leave('2026-03-02', '2026-03-10'),
      leave('2026-02-02', '2026-03-09'),
    ];
    expect(toCome(list, today).map((l) => l.fromOn)).toEqual(['2026-03-02', '2026-05-01']);
  });
});
