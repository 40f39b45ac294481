import { describe, expect, it } from '@jest/globals';
import type { PersonDay } from '../../../../shared/schedule/planner.js';
import { positionAt } from './drop.js';
import { axisOf, elsewhereSays, spanOn, timeAt, timesSay } from './lanes.js';

const own = (startsAt: string, endsAt: string) => ({
  startsAt,
  endsAt,
  slotId: startsAt,
  pattern: 1,
  says: 'Kaczmarek',
});
const southgate = { startsAt: '11:00', endsAt: '12:00', slotId: null, pattern: null, says: 'Southgate' };
const farah = (blocks: PersonDay['blocks']): PersonDay => ({
  personId: 'farah',
  discipline: 'mental-health',
  date: '2026-04-07',
  blocks,
  away: '',
  waits: 0,
});
const morning = { startsAt: '09:30', endsAt: '12:30' };

describe('a specialist’s day', () => {
  it('is one block where families follow one another, and two where somebody waits', () => {
    expect(timesSay([own('10:00', '10:45'), own('10:45', '11:15')])).toBe('10am to 11:15am');
    expect(timesSay([own('11:00', '11:30'), own('09:30', '10:00')])).toBe(
      '9:30am to 10am and 11am to 11:30am',
    );
    expect(timesSay([southgate])).toBe('');
    expect(elsewhereSays([own('09:30', '10:00'), southgate])).toBe('Southgate, 11am to 12pm');
  });

  it('is drawn over the hours of the session, with a mark each half hour', () => {
    const axis = axisOf(morning, [farah([own('09:30', '10:00'), southgate])]);
    expect(axis.marks.map(timeAt)).toEqual([
      '9:30am',
      '10am',
      '10:30am',
      '11am',
      '11:30am',
      '12pm',
      '12:30pm',
    ]);
    expect(spanOn(axis, southgate)).toEqual({ left: 50, width: (60 / 180) * 100 });
  });

  it('reaches over the end of a session that is too long, but not for another team’s afternoon', () => {
    const afternoon = { ...southgate, startsAt: '14:00', endsAt: '16:00' };
    const axis = axisOf(morning, [farah([own('12:30', '13:00'), afternoon])]);
    expect([axis.from, axis.to]).toEqual([570, 780]);
    expect(spanOn(axis, afternoon)).toBeNull();
    expect(spanOn(axis, { startsAt: '08:00', endsAt: '10:00' })?.left).toBe(0);
  });

  it('has a mark each hour when the day is long', () => {
    expect(axisOf({ startsAt: '09:30', endsAt: '16:30' }, []).marks.map(timeAt)[0]).toBe('10am');
  });
});

describe('a family that is dragged', () => {
  const rows = [
    { top: 0, bottom: 40 },
    { top: 40, bottom: 100 },
  ];
  it('goes before the row whose middle is under the pointer, or to the end', () => {
    expect([10, 30, 69, 71, 400].map((y) => positionAt(rows, y))).toEqual([0, 1, 1, 2, 2]);
  });
});
