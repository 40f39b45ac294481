import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allocated, exempted, facts, family, held, on } from '../../test/support/audit.js';
import type { ClockEvent } from '../cadence/events.js';
import { isWorkingDay, plusDays } from '../schedule/working-days.js';
import { monthOf, monthsBetween } from './days.js';
import type { FamilyFacts } from './facts.js';
import { type Cut, cutBy, cuts, type Figure, reasonsOf } from './figure.js';
import { coverageOf } from './measures/coverage.js';
import { gapsOf } from './measures/gaps.js';
import { intervalCompliance } from './measures/intervals.js';
import { snapshotOfChildren, snapshotOfFamilies } from './measures/snapshot.js';

// A slow and obvious reference: it lives through each family day by day, keeps a diary, and reads the answers off it.

const start = '2025-01-01';
const limit = 28;

interface Day {
  day: string;
  with: 'team' | 'nobody';
  exempt: boolean;
  since: string;
  last: string | null;
}
interface Life {
  diary: Day[];
  /** Discussions in the order in which they happened, each with the one before it with the same team. */
  talks: {
    day: string;
    before: string | null;
    childIds: readonly string[];
    since: string;
    exempt: boolean;
  }[];
}

function live(events: readonly ClockEvent[], asAt: string): Life {
  const diary: Day[] = [];
  const talks: Life['talks'] = [];
  let here: 'team' | 'nobody' = 'nobody';
  let since = '';
  let last: string | null = null;
  // Empty while not exempt.
  let exemptUntil = '';
  let exemptSinceTalk = false;
  for (let day = start; day <= asAt; day = plusDays(day, 1)) {
    for (const event of events.filter((e) => e.on === day)) {
      if (event.kind === 'allocated' || event.kind === 'transferred' || event.kind === 'reopened') {
        here = 'team';
        since = day;
        last = null;
        exemptUntil = '';
      } else if (here === 'nobody') continue;
      else if (event.kind === 'closed') here = 'nobody';
      else if (event.kind === 'exempted') exemptUntil = event.untilOn ?? '9999-12-31';
      else if (event.kind === 'exemption-ended') exemptUntil = '';
      else if (event.kind === 'held' && !hasLapsed(event.on, event.signedOn, asAt)) {
        const exempt = exemptSinceTalk || day <= exemptUntil;
        talks.push({ day, before: last, childIds: event.childIds, since, exempt });
        last = day;
        exemptSinceTalk = false;
      }
    }
    if (day <= exemptUntil) exemptSinceTalk = true;
    diary.push({ day, with: here, exempt: day <= exemptUntil, since, last });
  }
  return { diary, talks };
}

/** Ten working days went by, one after the other, and on the next day nobody had signed yet. */
function hasLapsed(heldOn: string, signedOn: string | null, asAt: string): boolean {
  if (signedOn !== null && signedOn <= asAt) return false;
  let opened = 0;
  let day = heldOn;
  while (day < asAt && opened < 10) {
    day = plusDays(day, 1);
    if (isWorkingDay(day)) opened += 1;
  }
  return opened === 10 && day < asAt;
}

function tenWorkingDaysAfter(day: string): string {
  let at = day;
  for (let n = 0; n < 10; ) {
    at = plusDays(at, 1);
    if (isWorkingDay(at)) n += 1;
  }
  return at;
}

function stateOnLastDay({ diary }: Life, asAt: string): string | null {
  const today = diary.at(-1)!;
  if (today.with === 'nobody') return null;
  if (today.exempt) return 'exempt';
  if (today.last === null) return asAt <= tenWorkingDaysAfter(today.since) ? 'not-yet-due' : 'overdue-first';
  return asAt <= plusDays(today.last, limit) ? 'in-time' : 'overdue';
}

// Distinct days, so that the order within a day (which the clock's own tests settle) plays no part.
const story: fc.Arbitrary<ClockEvent[]> = fc
  .uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 12 })
  .chain((days) => {
    const sorted = [...days].sort((a, b) => a - b).map((n) => plusDays(start, n));
    return fc.tuple(
      ...sorted.map((day, i) =>
        i === 0 ? fc.constant(allocated(day)) : fc.nat({ max: 11 }).map((kind) => happening(day, kind)),
      ),
    );
  });

function happening(day: string, kind: number): ClockEvent {
  if (kind === 0) return { ...on(day), kind: 'transferred', teamId: 'southgate' };
  if (kind === 1) return { ...on(day), kind: 'closed', reason: '' };
  if (kind === 2) return { ...on(day), kind: 'reopened', teamId: 'northgate' };
  if (kind === 3) return exempted(day, plusDays(day, 12));
  if (kind === 4) return exempted(day);
  if (kind === 5) return { ...on(day), kind: 'exemption-ended' };
  if (kind === 6) return { ...on(day), kind: 'inquorate', discussionId: null, reason: '' };
  if (kind === 7) return held(day, ['one'], null);
  if (kind === 8) return held(day, ['one', 'two'], plusDays(day, 17));
  return held(day, kind === 9 ? ['one'] : ['one', 'two']);
}

const asked = fc.integer({ min: 0, max: 230 }).map((n) => plusDays(start, n));
const families = fc.array(story, { minLength: 1, maxLength: 4 }).map((all): FamilyFacts[] =>
  all.map((events, i) =>
    family(`f${i}`, {
      events,
      children: ['one', 'two'].map((childId) => ({
        ...family('').children[0]!,
        childId,
        ethnicity: childId === 'one' ? 'WBRI' : null,
      })),
      allocations: [{ discipline: 'social-work', personId: `w${i % 2}`, fromOn: start, toOn: null }],
    }),
  ),
);
const ask = (asAt: string) => ({ asAt, limit: { every: 'days' as const, n: limit }, from: start });
const tellApart = (f: Figure) => Object.fromEntries(f.rows.map((r) => [r.id, [r.lands, r.reason]]));

describe('the measures, beside a diary of every family’s every day', () => {
  it('find the same families in time, late, exempt and not yet due', () => {
    fc.assert(
      fc.property(families, asked, (all, asAt) => {
        const figure = snapshotOfFamilies(facts({ families: all }), ask(asAt));
        const diary = all.flatMap((f): [string, string][] => {
          const state = stateOnLastDay(live(f.events, asAt), asAt);
          return state ? [[f.familyId, state]] : [];
        });
        // “unsigned” is said where the family would be in time, were its newest record signed.
        const found = figure.rows.map((r): [string, string] => [r.id, r.reason]);
        expect(found.map(([id]) => id)).toEqual(diary.map(([id]) => id));
        for (const [i, [id, state]] of diary.entries()) {
          const reason = found[i]![1];
          if (reason !== 'unsigned') expect([id, reason]).toEqual([id, stateUnlapsed(all, id, asAt, state)]);
          else expect(state).not.toBe('in-time');
        }
        expect(figure.numerator).toBe(diary.filter(([, s]) => s === 'in-time').length);
      }),
      { numRuns: 300 },
    );
  });

  it('give children the credit only where they were among those discussed', () => {
    fc.assert(
      fc.property(families, asked, (all, asAt) => {
        const figure = snapshotOfChildren(facts({ families: all }), ask(asAt));
        const credited = all.reduce((sum, f) => {
          const life = live(f.events, asAt);
          if (stateOnLastDay(life, asAt) !== 'in-time') return sum;
          return sum + life.talks.at(-1)!.childIds.length;
        }, 0);
        expect(figure.numerator).toBe(credited);
        const counted = snapshotOfFamilies(facts({ families: all }), ask(asAt)).denominator;
        expect(figure.denominator).toBe(2 * counted);
      }),
      { numRuns: 200 },
    );
  });

  it('cover in each month the families that were in scope on each of its days', () => {
    fc.assert(
      fc.property(families, asked, (all, asAt) => {
        for (const month of monthsBetween('2025-01', asAt.slice(0, 7))) {
          const { first, last } = monthOf(month);
          const figure = coverageOf(facts({ families: all }), month, { asAt });
          const diary = all.flatMap((f): [string, string][] => {
            const life = live(f.events, asAt);
            const days = life.diary.filter((d) => d.day >= first && d.day <= last);
            const whole = days.every((d) => d.with === 'team' && !d.exempt && d.since <= first);
            if (!whole || days[0]?.day !== first) return [];
            const talked = life.talks.some((t) => t.day >= first && t.day <= last);
            return [[f.familyId, talked ? 'met' : 'not-met']];
          });
          const found = figure.rows.filter((r) => r.lands !== 'apart').map((r) => [r.id, r.lands]);
          expect([month, found]).toEqual([month, diary]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('count the intervals that ended, but for those with a day of exemption', () => {
    fc.assert(
      fc.property(families, asked, (all, asAt) => {
        const ended = all.flatMap((f) => live(f.events, asAt).talks.filter((t) => t.before !== null));
        const counted = ended.filter((t) => !t.exempt);
        const length = (t: (typeof ended)[number]) => Date.parse(t.day) - Date.parse(t.before!);
        const within = counted.filter((t) => length(t) <= limit * 86_400_000);
        const figure = intervalCompliance(facts({ families: all }), ask(asAt), {
          overdue: 0,
          longestGap: null,
        });
        expect([figure.numerator, figure.denominator, figure.apart]).toEqual([
          within.length,
          counted.length,
          ended.length - counted.length,
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it('find the longest wait that any day of the present time with the team has seen', () => {
    fc.assert(
      fc.property(families, asked, (all, asAt) => {
        const signed = all.map((f) => ({ ...f, events: f.events.map(sign) }));
        const found = Object.fromEntries(
          gapsOf(facts({ families: signed }), ask(asAt)).map((g) => [g.id, g.longest.days]),
        );
        for (const f of signed) {
          const { diary, talks } = live(f.events, asAt);
          const today = diary.at(-1)!;
          if (today.with === 'nobody') continue;
          const mine = talks.filter((t) => t.since === today.since && t.before !== null);
          const waits = mine.map((t) => Date.parse(t.day) - Date.parse(t.before!));
          const open = Date.parse(asAt) - Date.parse(today.last ?? today.since);
          expect(found[f.familyId]).toBe(Math.max(...waits, open) / 86_400_000);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('hold as many rows as they count, also when cut, and tell why each stands apart', () => {
    fc.assert(
      fc.property(families, asked, fc.constantFrom<Cut>(...cuts), (all, asAt, cut) => {
        const figure = snapshotOfFamilies(facts({ families: all }), ask(asAt));
        const landed = Object.values(tellApart(figure)).map(([lands]) => lands);
        expect(landed.filter((l) => l === 'met').length).toBe(figure.numerator);
        expect(landed.filter((l) => l !== 'apart').length).toBe(figure.denominator);
        const apart = Object.values(reasonsOf(figure.rows, 'apart')).reduce((a, b) => a + b, 0);
        expect(apart).toBe(figure.apart);
        // Every family has one worker and one team here, so that those cuts add up to the whole.
        if (cut === 'team' || cut === 'worker')
          expect([...cutBy(figure, cut).values()].reduce((sum, c) => sum + c.denominator, 0)).toBe(
            figure.denominator,
          );
        // Both children of a family are looked at: it stands in each of its groups once, and never twice in one.
        for (const count of cutBy(figure, cut).values())
          expect(count.denominator).toBeLessThanOrEqual(figure.denominator);
      }),
      { numRuns: 150 },
    );
  });
});

/** As it stands when no record lapses: what the figure says where it does not say “unsigned”. */
function stateUnlapsed(all: readonly FamilyFacts[], id: string, asAt: string, state: string): string | null {
  if (state === 'in-time') return state;
  const events = all.find((f) => f.familyId === id)!.events;
  return stateOnLastDay(live(events.map(sign), asAt), asAt);
}

function sign(event: ClockEvent): ClockEvent {
  return event.kind === 'held' ? { ...event, signedOn: event.on } : event;
}
