import { describe, expect, it } from '@jest/globals';
import { type Seat, timesOf, troublesOf, type Whereabouts } from './day-check.js';

const seat = (familyId: string, minutes: number, ...people: string[]): Seat => ({
  familyId,
  minutes,
  people: ['priya', ...people],
  specialists: people,
});
const morning = { startsAt: 570, endsAt: 750 };
const free: Whereabouts = { away: '', taken: [] };
const people = (more: Record<string, Whereabouts> = {}) =>
  new Map(Object.entries({ priya: free, farah: free, dean: free, ...more }));

describe('a sitting looked through before it is made', () => {
  it('families stand one after another from its start', () => {
    const times = timesOf(570, [seat('a', 30), seat('b', 45), seat('c', 30)]);
    expect(times.map(({ from, to }) => [from, to])).toEqual([
      [570, 600],
      [600, 645],
      [645, 675],
    ]);
  });

  it('nothing is wrong where everybody has one block and it ends in time', () => {
    expect(troublesOf(morning, [seat('a', 30, 'farah'), seat('b', 30, 'farah', 'dean')], people())).toEqual(
      [],
    );
  });

  it('Farah is with another team while one of hers is taken, and it is said for that family alone', () => {
    const farah = { away: '', taken: [{ from: 600, to: 660, says: 'Southgate' }] };
    const found = troublesOf(morning, [seat('a', 30, 'farah'), seat('b', 30, 'farah')], people({ farah }));
    expect(found).toEqual([
      { kind: 'busy', personId: 'farah', familyId: 'b', from: 600, to: 660, says: 'Southgate' },
    ]);
  });

  it('Dean is on leave', () => {
    const found = troublesOf(
      morning,
      [seat('a', 30, 'dean')],
      people({ dean: { away: 'leave', taken: [] } }),
    );
    expect(found).toEqual([{ kind: 'away', personId: 'dean', familyId: 'a', says: 'leave' }]);
  });

  it('Dean waits while a family that is not his is taken between two that are', () => {
    const order = [seat('a', 30, 'dean'), seat('b', 45, 'farah'), seat('c', 30, 'dean')];
    expect(troublesOf(morning, order, people())).toEqual([{ kind: 'waits', personId: 'dean', minutes: 45 }]);
  });

  it('the last family would go past the end', () => {
    const order = [seat('a', 120), seat('b', 75)];
    expect(troublesOf(morning, order, people())).toEqual([{ kind: 'overruns', minutes: 15 }]);
  });
});
