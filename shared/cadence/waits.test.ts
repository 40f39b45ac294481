import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { familyEvents, policyNamed, rulebooks, someDay } from '../../test/support/cadence.js';
import { usualCalendar } from '../schedule/working-days.js';
import { waitsUntil } from './clock.js';
import type { ClockEvent } from './events.js';

const at = (on: string) => ({ on, knownAt: `${on}T09:00:00.000Z` });
const held = (on: string): ClockEvent => ({
  ...at(on),
  kind: 'held',
  discussionId: null,
  childIds: [],
  signedOn: on,
});

describe('how long a family waited each time', () => {
  it('each wait is judged by the rule in force on its due date, and a new rule leaves the old ones as they were', () => {
    const events: ClockEvent[] = [
      { ...at('2025-12-01'), kind: 'allocated', teamId: 'northgate' },
      held('2025-12-15'),
      held('2026-01-15'),
      held('2026-02-15'),
    ];
    const old = policyNamed('Rule');
    const longer = policyNamed('Rule', {
      version: 2,
      fromOn: '2026-02-01',
      interval: { every: 'days', n: 31 },
    });
    const waits = (policies = [old]) =>
      waitsUntil(events, [], policies, usualCalendar, '2026-03-20').map((w) => [
        w.days,
        w.dueBy,
        w.inTime,
        w.to,
      ]);
    expect(waits()).toEqual([
      [14, '2025-12-15', true, '2025-12-15'],
      [31, '2026-01-12', false, '2026-01-15'],
      [31, '2026-02-12', false, '2026-02-15'],
      [33, '2026-03-15', false, null],
    ]);
    expect(waits([old, longer])).toEqual([
      [14, '2025-12-15', true, '2025-12-15'],
      [31, '2026-01-12', false, '2026-01-15'],
      [31, '2026-02-15', true, '2026-02-15'],
      [33, '2026-03-18', false, null],
    ]);
  });

  it('the published sixteen waits between January and March are sixteen, and twelve of them within 28 days', () => {
    const oracle = JSON.parse(
      readFileSync(path.join(__dirname, '../../test/fixtures/oracles/frequency.json'), 'utf8'),
    ) as {
      asAt: string;
      families: { allocatedOn: string; qualifyingDiscussions: string[]; exempt: boolean }[];
      expected: { 'intervalsEnding2026-01-01to2026-03-30': { count: number; within28: number; max: number } };
    };
    const waits = oracle.families
      .filter((f) => !f.exempt)
      .flatMap(({ allocatedOn, qualifyingDiscussions }) => {
        const came: ClockEvent = { ...at(allocatedOn), kind: 'allocated', teamId: 'northgate' };
        return waitsUntil([came, ...qualifyingDiscussions.map(held)], [], [], usualCalendar, oracle.asAt);
      })
      .filter((wait) => wait.to !== null && !wait.first && wait.to >= '2026-01-01');
    const { count, within28, max } = oracle.expected['intervalsEnding2026-01-01to2026-03-30'];
    expect(waits).toHaveLength(count);
    expect(waits.filter((wait) => wait.inTime)).toHaveLength(within28);
    expect(Math.max(...waits.map((wait) => wait.days))).toBe(max);
  });

  it('what has been judged stays so: no later day and no later rule changes a wait that is over', () => {
    fc.assert(
      fc.property(familyEvents, rulebooks, rulebooks, someDay, (events, policies, more, asAt) => {
        const over = (day: string, rules: typeof policies) =>
          waitsUntil(events, [], rules, usualCalendar, day).filter((w) => w.to !== null && w.to <= asAt);
        const before = over(asAt, policies);
        expect(over('2027-06-01', policies)).toEqual(before);
        const later = more.map((p, i) => ({ ...p, version: 50 + i })).filter((p) => p.fromOn > asAt);
        const judged = (waits: typeof before) => waits.map((w) => [w.from, w.to, w.inTime]);
        expect(judged(over('2027-06-01', [...policies, ...later]))).toEqual(judged(before));
      }),
      { numRuns: 300 },
    );
  });
});
