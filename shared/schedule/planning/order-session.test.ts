import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type OrderBusy, type OrderFamily, orderSession } from './order-session.js';

const family = (familyId: string, people: string[], minutes = 30, risk = 1): OrderFamily => ({
  familyId,
  minutes,
  people,
  specialists: people,
  risk,
});

describe('the order of one session', () => {
  it('brings Dean’s two families together, and Farah in before she leaves for Southgate', () => {
    const families = [
      family('hartley', ['lorna', 'marcus', 'dean']),
      family('kaczmarek', ['farah', 'ines'], 30, 3),
      family('doyle', ['dean', 'yusuf'], 45, 0),
    ];
    expect(orderSession(570, families, [{ personId: 'farah', from: 660, to: 720 }])).toEqual({
      familyIds: ['kaczmarek', 'doyle', 'hartley'],
      splits: 0,
      minutesWaited: 0,
    });
  });

  it('takes the riskier plan first where nobody waits either way', () => {
    const order = orderSession(570, [family('a', ['x'], 30, 2), family('b', ['y'], 45, 0)], []);
    expect(order?.familyIds).toEqual(['b', 'a']);
  });

  it('is none when somebody is not free in any order', () => {
    expect(orderSession(570, [family('a', ['x'])], [{ personId: 'x', from: 580, to: 590 }])).toBeNull();
  });

  it('is as good as the best of all orders, for any families and busy times', () => {
    const people = ['v', 'w', 'x', 'y', 'z'];
    const families = fc.array(
      fc.record({ people: fc.subarray(people), minutes: fc.constantFrom(15, 30, 45) }),
      {
        maxLength: 6,
      },
    );
    const busy = fc.array(
      fc.record({
        personId: fc.constantFrom(...people),
        from: fc.integer({ min: 36, max: 50 }),
        long: fc.integer({ min: 1, max: 4 }),
      }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(families, busy, (list, times) => {
        const here = list.map((one, i) => family(`f${i}`, one.people, one.minutes));
        const taken = times.map(({ personId, from, long }) => ({
          personId,
          from: from * 15,
          to: (from + long) * 15,
        }));
        const all = ordersOf(here).flatMap((order) => costOf(order, taken) ?? []);
        all.sort((a, b) => a.splits - b.splits || a.minutesWaited - b.minutesWaited);
        const found = orderSession(570, here, taken);
        expect(found && { splits: found.splits, minutesWaited: found.minutesWaited }).toEqual(all[0] ?? null);
      }),
      { numRuns: 150 },
    );
  });

  it('of ten families is found within its steps', () => {
    const families = Array.from({ length: 10 }, (_, i) =>
      family(`f${i}`, [`p${i % 5}`, `q${i % 3}`], 30, i % 4),
    );
    expect(orderSession(540, families, [])).toMatchObject({ minutesWaited: expect.any(Number) });
  });
});

const ordersOf = (list: readonly OrderFamily[]): OrderFamily[][] =>
  list.length
    ? list.flatMap((one) => ordersOf(list.filter((other) => other !== one)).map((rest) => [one, ...rest]))
    : [[]];

/** Splits and waiting of one order, or nothing when somebody is not free. */
function costOf(order: readonly OrderFamily[], busy: readonly OrderBusy[]) {
  const last = new Map<string, number>();
  let [time, splits, minutesWaited] = [570, 0, 0];
  for (const { people, minutes } of order) {
    const to = time + minutes;
    for (const personId of people) {
      const theirs = busy.filter((one) => one.personId === personId).sort((a, b) => a.from - b.from);
      if (theirs.some((one) => one.from < to && one.to > time)) return [];
      let open = 0;
      for (let minute = last.get(personId) ?? time; minute < time; minute++)
        if (!theirs.some((one) => one.from <= minute && minute < one.to)) open += 1;
      minutesWaited += open;
      if (open) splits += 1;
      last.set(personId, to);
    }
    time = to;
  }
  return [{ splits, minutesWaited }];
}
