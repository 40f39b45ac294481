import { describe, expect, it } from '@jest/globals';
import { isWorkingDay } from '../../shared/schedule/working-days.js';
import { FixedSide } from './fixed-side.js';
import { simulate } from './simulate.js';
import { isAway, makeWorld } from './world.js';

describe('a year that is made up', () => {
  const world = makeWorld(2026, 1);

  it('is the same year for the same number, and another for another', () => {
    const told = (seed: number) => JSON.stringify(makeWorld(2026, seed).families);
    expect(told(1)).toBe(JSON.stringify(world.families));
    expect(told(2)).not.toBe(told(1));
  });

  it('keeps 55 families, and holds nothing on a day when the office is shut', () => {
    for (const day of ['2026-01-01', '2026-06-30', '2026-12-31']) {
      const open = world.families.filter(
        ({ openedOn, closedOn }) => (openedOn ?? '') <= day && (!closedOn || closedOn > day),
      );
      expect([day, open.length]).toEqual([day, 55]);
    }
    const dates = world.sessions.map(({ date }) => date);
    expect(dates.filter((date) => !isWorkingDay(date, world.calendar))).toEqual([]);
    expect(new Set(dates).size).toBe(dates.length);
  });

  it('knows of nobody’s leave before it was asked for', () => {
    const person = [...world.people.values()][0]!;
    const [day, knownOn] = [...person.leave].find(([on]) => person.works[new Date(on).getUTCDay() - 1])!;
    expect([isAway(person, day, knownOn), isAway(person, day, '2025-01-01')]).toEqual([true, false]);
  });

  it('without the planner leaves out one in eight or so, and counts each family on each day', () => {
    const fixed = new FixedSide(world);
    const year = simulate(world, fixed, fixed.lastBefore());
    expect(year.inTime).toHaveLength(365);
    expect(year.inTime.every((share) => share > 0 && share <= 1)).toBe(true);
    const share = year.notReached / (year.held + year.notReached + year.postponed);
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.16);
    // Somebody with a fixed place is never asked who is away.
    expect(year.onDaysOff).toBeGreaterThan(0);
  });
});
