import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { familyEvents, familyPlans, policyNamed, rulebooks, someDay } from '../../test/support/cadence.js';
import { isWorkingDay, plusDays, plusWorkingDays, usualCalendar } from '../schedule/working-days.js';
import { clockAt } from './clock.js';
import type { ClockEvent, SupervisionClock } from './events.js';
import type { CadencePolicy, Interval } from './policy.js';

interface PublishedFamily {
  family: string;
  allocatedOn: string;
  qualifyingDiscussions: string[];
  exempt: boolean;
}
interface Snapshot {
  families: { inTime: number; counted: number };
  perFamily: Record<string, { state: string; dueBy?: string }>;
}
const oracle = JSON.parse(
  readFileSync(path.join(__dirname, '../../test/fixtures/oracles/frequency.json'), 'utf8'),
) as {
  asAt: string;
  families: PublishedFamily[];
  expected: { snapshot: Record<string, Snapshot>; openGapDays: Record<string, number> };
};
const rules: [string, Interval][] = [
  ['28 days', { every: 'days', n: 28 }],
  ['31 days', { every: 'days', n: 31 }],
  ['35 days', { every: 'days', n: 35 }],
  ['calendar month', { every: 'calendar-month', n: null }],
];

const at = (on: string) => ({ on, knownAt: `${on}T09:00:00.000Z` });
const allocated = (on: string, teamId = 'northgate'): ClockEvent => ({
  ...at(on),
  kind: 'allocated',
  teamId,
});
const held = (on: string, signedOn: string | null = on): ClockEvent => ({
  ...at(on),
  kind: 'held',
  discussionId: null,
  childIds: [],
  signedOn,
});
const exempted = (on: string, untilOn: string | null): ClockEvent => ({
  ...at(on),
  kind: 'exempted',
  reason: 'Moved out; the receiving authority has accepted',
  approvedBy: 'adaeze',
  untilOn,
});
const clock = (events: ClockEvent[], asAt: string, policies: CadencePolicy[] = []): SupervisionClock =>
  clockAt(events, [], policies, usualCalendar, asAt);
const said = (c: SupervisionClock) => c.because.map(({ on, says }) => [on, says]);

describe.each(rules)('the twelve published families, every %s', (name, interval) => {
  const expected = oracle.expected.snapshot[name]!;
  const clocks = oracle.families.map((f) => {
    const events = [allocated(f.allocatedOn), ...f.qualifyingDiscussions.map((on) => held(on))];
    if (f.exempt) events.push(exempted('2026-03-01', null));
    return [f.family, clock(events, oracle.asAt, [policyNamed(name, { interval })])] as const;
  });

  it.each(clocks)('%s stands as published, due on the published day', (family, { state, dueBy }) => {
    expect({ state, ...(dueBy ? { dueBy } : {}) }).toEqual(expected.perFamily[family]);
  });

  it('as many are in time as published', () => {
    const states = clocks.map(([, c]) => c.state);
    const inTime = states.filter((s) => s === 'in-time').length;
    const late = states.filter((s) => s === 'overdue' || s === 'overdue-first').length;
    expect({ inTime, counted: inTime + late }).toMatchObject({
      inTime: expected.families.inTime,
      counted: expected.families.counted,
    });
    const today = clocks.map(([family, c]) => [family, c.because.find((l) => l.kind === 'today')?.says]);
    for (const [family, days] of Object.entries(oracle.expected.openGapDays))
      expect(today).toContainEqual([family, `Day ${days}`]);
  });
});

describe('why a family stands as it does', () => {
  it('Tremlett has waited 74 days: not reached when it was due, then discussed without a quorum', () => {
    const events: ClockEvent[] = [
      { ...at('2026-03-12'), kind: 'inquorate', discussionId: null, reason: 'No specialist' },
      allocated('2025-06-02'),
      {
        ...at('2026-02-12'),
        kind: 'not-reached',
        sessionId: 's',
        reason: 'Session overran',
        newDate: '2026-03-12',
      },
      held('2025-12-16'),
      held('2026-01-15'),
    ];
    const policies = [policyNamed('four-weekly', { version: 3, fromOn: '2025-09-01' })];
    const c = clock(events, '2026-03-30', policies);
    expect(c).toMatchObject({
      state: 'overdue',
      dueBy: '2026-02-12',
      daysOver: 46,
      runningSince: '2026-01-15',
    });
    expect(said(c)).toEqual([
      ['2026-01-15', 'Last discussion that counts'],
      ['2026-02-12', 'Due'],
      ['2026-02-12', 'Not reached. Session overran. Moved to 12 March 2026.'],
      ['2026-03-12', 'Discussed, not quorate. No specialist. The clock kept running.'],
      ['2026-03-30', 'Day 74'],
      ['2025-09-01', 'Rule: four-weekly, version 3, since 1 September 2025: every 28 days'],
    ]);
    expect(said(clock(events, '2026-02-01', policies))).toEqual([
      ['2026-01-15', 'Last discussion that counts'],
      ['2026-02-01', 'Day 17'],
      ['2026-02-12', 'Due'],
      ['2025-09-01', 'Rule: four-weekly, version 3, since 1 September 2025: every 28 days'],
    ]);
  });

  it('a family that never had its first says so, by the usual rule', () => {
    expect(said(clock([allocated('2026-02-16')], '2026-03-30'))).toEqual([
      ['2026-02-16', 'Allocated to the team'],
      ['2026-03-02', 'First discussion due'],
      ['2026-03-30', 'Day 42'],
      ['1900-01-01', 'Rule: Four-weekly, the usual rule: the first within 10 working days'],
    ]);
  });

  it('an exemption names who approved it, and gives no time back when it is over', () => {
    const events = [allocated('2025-10-01'), held('2026-02-05'), exempted('2026-03-01', '2026-03-20')];
    const during = clock(events, '2026-03-20');
    expect(during).toMatchObject({
      state: 'exempt',
      dueBy: null,
      exempt: { untilOn: '2026-03-20', approvedBy: 'adaeze' },
    });
    expect(during.because).toContainEqual({
      on: '2026-03-01',
      kind: 'exempted',
      says: 'Exempt until 20 March 2026. Moved out; the receiving authority has accepted.',
      personId: 'adaeze',
    });
    expect(clock(events, '2026-03-21')).toMatchObject({
      state: 'overdue',
      dueBy: '2026-03-05',
      daysOver: 16,
      exempt: null,
    });
    const ended = [...events, { ...at('2026-03-10'), kind: 'exemption-ended' } as ClockEvent];
    expect(clock(ended, '2026-03-09').state).toBe('exempt');
    expect(clock(ended, '2026-03-10')).toMatchObject({ state: 'overdue', daysOver: 5 });
  });
});

describe('a family that comes and goes', () => {
  const moved: ClockEvent = { ...at('2026-03-02'), kind: 'transferred', teamId: 'southgate' };
  const before = [allocated('2025-10-01'), held('2026-02-20')];

  it('to another team has its first discussion there soon: what the last team held does not carry over', () => {
    expect(clock([...before, moved], '2026-03-01')).toMatchObject({ state: 'in-time', dueBy: '2026-03-20' });
    expect(clock([...before, moved], '2026-03-02')).toMatchObject({
      state: 'not-yet-due',
      lastHeldOn: null,
      dueBy: '2026-03-16',
      teamId: 'southgate',
      withTeamSince: '2026-03-02',
    });
  });

  it('on the day of the transfer has what the new team held counted, and not what the old one did', () => {
    const on = (teamId: string | null): ClockEvent => ({ ...held('2026-03-02'), teamId }) as ClockEvent;
    expect(clock([...before, moved, on('northgate')], '2026-03-02').lastHeldOn).toBeNull();
    expect(clock([...before, moved, on('southgate')], '2026-03-02').lastHeldOn).toBe('2026-03-02');
    expect(clock([...before, moved, on(null)], '2026-03-02').lastHeldOn).toBe('2026-03-02');
  });

  it('closes, and begins anew when it is taken up again, on the same day too', () => {
    const closed: ClockEvent = { ...at('2026-03-05'), kind: 'closed', reason: 'Stepped down' };
    expect(clock([...before, closed], '2026-03-05')).toMatchObject({
      state: 'closed',
      dueBy: null,
      daysOver: 0,
    });
    const again: ClockEvent = {
      on: '2026-03-05',
      knownAt: '2026-03-06T09:00:00.000Z',
      kind: 'reopened',
      teamId: 'northgate',
    };
    expect(clock([again, closed, ...before], '2026-03-05')).toMatchObject({
      state: 'not-yet-due',
      dueBy: '2026-03-19',
    });
    const broughtIn = [
      { ...closed, knownAt: '2026-04-01T09:00:00.000Z' },
      { ...allocated('2026-03-05'), knownAt: '2026-04-01T09:00:00.000Z' },
    ];
    expect(clock(broughtIn, '2026-03-05').state).toBe('closed');
  });

  it('whose first day was corrected has the corrected one, whichever of the two is later', () => {
    const first: ClockEvent = { ...allocated('2026-02-16'), eventId: 'a' };
    const corrected = (on: string): ClockEvent => ({ ...allocated(on), eventId: 'b', replaces: 'a' });
    expect(clock([first, corrected('2026-02-09')], '2026-03-01')).toMatchObject({
      withTeamSince: '2026-02-09',
      dueBy: '2026-02-23',
    });
    expect(clock([first, corrected('2026-03-02')], '2026-03-03')).toMatchObject({
      withTeamSince: '2026-03-02',
      dueBy: '2026-03-16',
    });
    expect(clock([first, corrected('2026-03-02')], '2026-03-01').state).toBe('not-allocated');
  });

  it('whose record nobody signed counts provisionally, and it is known until when', () => {
    const events = [allocated('2025-10-01'), held('2026-03-10', '2026-03-20')];
    expect(clock(events, '2026-03-19')).toMatchObject({
      state: 'in-time',
      provisional: true,
      signBy: '2026-03-24',
    });
    expect(clock(events, '2026-03-20')).toMatchObject({ state: 'in-time', provisional: false, signBy: null });
    expect(clock([], '2026-03-20')).toMatchObject({ state: 'not-allocated', dueBy: null });
  });
});

/** The obvious way: day by day, with what is known of each; for the usual rule alone. */
function slowly(
  events: readonly ClockEvent[],
  asAt: string,
): Pick<SupervisionClock, 'state' | 'dueBy' | 'lastHeldOn'> {
  let [since, last, shut, exempt]: (string | null | undefined)[] = [];
  // Of what became known at once: what is taken up again was closed, and what ends had begun.
  const late = ['allocated', 'transferred', 'exempted', 'closed', 'exemption-ended', 'reopened'];
  const key = (e: ClockEvent) => `${e.knownAt} ${late.indexOf(e.kind)}`;
  const knownOn = (day: string) =>
    events.filter((e) => e.on === day).sort((a, b) => (key(a) < key(b) ? -1 : 1));
  for (let day = '2025-01-01'; day <= asAt; day = plusDays(day, 1)) {
    for (const e of knownOn(day)) {
      if (e.kind === 'closed' && since) shut ??= day;
      if (e.kind === 'allocated' || e.kind === 'transferred' || e.kind === 'reopened')
        [since, last, shut, exempt] = [day, null, null, null];
    }
    for (const e of knownOn(day)) {
      if (!since || (shut && shut < day)) continue;
      if (e.kind === 'exempted') exempt = e.untilOn ?? '9999-12-31';
      if (e.kind === 'exemption-ended') exempt = null;
      if (e.kind === 'held') last = day;
    }
  }
  if (!since) return { state: 'not-allocated', dueBy: null, lastHeldOn: null };
  if (shut) return { state: 'closed', dueBy: null, lastHeldOn: last ?? null };
  if (exempt && asAt <= exempt) return { state: 'exempt', dueBy: null, lastHeldOn: last ?? null };
  const dueBy = last ? plusDays(last, 28) : plusWorkingDays(since, 10);
  const states = last ? (['in-time', 'overdue'] as const) : (['not-yet-due', 'overdue-first'] as const);
  return { state: states[asAt <= dueBy ? 0 : 1], dueBy, lastHeldOn: last ?? null };
}

describe('whatever happened to a family', () => {
  it('the order in which its events are given does not matter', () => {
    fc.assert(
      fc.property(
        familyEvents.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        familyPlans,
        rulebooks,
        someDay,
        ([events, shuffled], plans, policies, asAt) => {
          expect(clockAt(shuffled, plans, policies, usualCalendar, asAt)).toEqual(
            clockAt(events, plans, policies, usualCalendar, asAt),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('what happens after a day changes nothing about that day', () => {
    fc.assert(
      fc.property(familyEvents, familyPlans, rulebooks, someDay, (events, plans, policies, asAt) => {
        const until = events.filter((e) => e.on <= asAt);
        const plansUntil = plans.filter((p) => p.sinceOn <= asAt);
        expect(clockAt(events, plans, policies, usualCalendar, asAt)).toEqual(
          clockAt(until, plansUntil, policies, usualCalendar, asAt),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('while nothing happens its date stands, and only the days over go up', () => {
    fc.assert(
      fc.property(familyEvents, rulebooks, someDay, (events, policies, asAt) => {
        const next = plusDays(asAt, 1);
        const [a, b] = [asAt, next].map((day) => clockAt(events, [], policies, usualCalendar, day)) as [
          SupervisionClock,
          SupervisionClock,
        ];
        if (events.some((e) => e.on === next) || a.state === 'exempt') return;
        expect(b.dueBy).toBe(a.dueBy);
        expect(b.daysOver).toBe(a.dueBy ? a.daysOver + 1 : 0);
      }),
      { numRuns: 500 },
    );
  });

  it('a slot is suggested on a working day and never after the limit, and a slow reference agrees about the rest', () => {
    fc.assert(
      fc.property(familyEvents, familyPlans, rulebooks, someDay, (events, plans, policies, asAt) => {
        const { dueBy, suggestedBy } = clockAt(events, plans, policies, usualCalendar, asAt);
        if (dueBy && suggestedBy) {
          expect(suggestedBy <= dueBy).toBe(true);
          expect(isWorkingDay(suggestedBy)).toBe(true);
        }
        const { state, dueBy: due, lastHeldOn } = clock(events, asAt);
        expect({ state, dueBy: due, lastHeldOn }).toEqual(slowly(events, asAt));
      }),
      { numRuns: 500 },
    );
  });
});
