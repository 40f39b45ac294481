import { describe, expect, it } from '@jest/globals';
import type { Leave } from '../../../shared/schedule/leave.js';
import { leaveSays, toCome, touchesSay } from './leave.js';

const leave = (fromOn: string, toOn: string, change: Partial<Leave> = {}): Leave => ({
  leaveId: fromOn,
  personId: 'farah',
  fromOn,
  toOn,
  startsAt: null,
  endsAt: null,
  byId: null,
  madeAt: '2026-03-01T09:00:00.000Z',
  touches: [],
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

  it('until a time of day, or from one', () => {
    const day = (change: Partial<Leave>) => leaveSays(leave('2026-04-07', '2026-04-07', change), today);
    expect(day({ startsAt: '13:00' })).toBe('7 April, from 1pm');
    expect(day({ endsAt: '12:00' })).toBe('7 April, until 12pm');
  });

  it('on days on which she is called in, and that is said', () => {
    const touches = [{ sessionId: 's', date: '2026-04-07', families: 2 }];
    expect(touchesSay(leave('2026-04-07', '2026-04-17', { touches }))).toBe(
      'Called in to 1 session on these days',
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
