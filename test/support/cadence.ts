import fc from 'fast-check';
import type { ClockEvent, PlanPeriod } from '../../shared/cadence/events.js';
import type { CadencePolicy, Interval } from '../../shared/cadence/policy.js';
import { plusDays } from '../../shared/schedule/working-days.js';

/** A rule that holds for everybody since long ago, but for what is said otherwise. */
export function policyNamed(name: string, change: Partial<CadencePolicy> = {}): CadencePolicy {
  return {
    policyId: '00000000-0000-4000-8000-000000000001',
    name,
    version: 1,
    interval: { every: 'days', n: 28 },
    first: { n: 10, unit: 'working-days' },
    planTypes: null,
    teamIds: null,
    fromOn: '2020-01-01',
    ended: false,
    reason: '',
    byId: null,
    madeAt: '2020-01-01T09:00:00.000Z',
    ...change,
  };
}

/** Any day of two years or so, `2025-01-01` and later. */
export const someDay = fc.integer({ min: 0, max: 700 }).map((n) => plusDays('2025-01-01', n));

const interval: fc.Arbitrary<Interval> = fc.oneof(
  fc.integer({ min: 1, max: 60 }).map((n) => ({ every: 'days' as const, n })),
  fc.integer({ min: 1, max: 40 }).map((n) => ({ every: 'working-days' as const, n })),
  fc.constantFrom(
    { every: 'calendar-month' as const, n: null },
    { every: 'each-calendar-month' as const, n: null },
  ),
);
const planType = fc.constantFrom('CIN' as const, 'CP' as const, 'PLO' as const);
const policy: fc.Arbitrary<CadencePolicy> = fc
  .record({
    name: fc.constantFrom('One', 'Two', 'Three'),
    interval,
    first: fc.record({
      n: fc.integer({ min: 1, max: 30 }),
      unit: fc.constantFrom('working-days' as const, 'days' as const),
    }),
    planTypes: fc.option(fc.uniqueArray(planType, { minLength: 1 })),
    teamIds: fc.option(fc.subarray(['northgate', 'southgate'], { minLength: 1 })),
    fromOn: someDay,
    ended: fc.boolean(),
  })
  .map((made) => policyNamed(made.name, made));

/** Any set of rules, with up to six versions of three names. */
export const rulebooks = fc
  .array(policy, { maxLength: 6 })
  .map((all) => all.map((one, version) => ({ ...one, version: version + 1 })));

/** Any plans of the children of one family. */
export const familyPlans: fc.Arbitrary<PlanPeriod[]> = fc.array(
  fc
    .record({
      type: planType,
      sinceOn: someDay,
      lasts: fc.option(fc.integer({ min: 1, max: 200 })),
    })
    .map(({ type, sinceOn, lasts }) => ({
      type,
      sinceOn,
      untilOn: lasts === null ? null : plusDays(sinceOn, lasts),
    })),
  { maxLength: 3 },
);

const teamId = fc.constantFrom('northgate', 'southgate');
const what = fc.oneof(
  fc.record({
    kind: fc.constantFrom('allocated' as const, 'transferred' as const, 'reopened' as const),
    teamId,
  }),
  fc.record({ kind: fc.constant('closed' as const), reason: fc.constant('Stepped down') }),
  fc.record({
    kind: fc.constant('exempted' as const),
    reason: fc.constant('Awaiting closure'),
    approvedBy: fc.constant(null),
    untilOn: fc.option(someDay),
  }),
  fc.record({ kind: fc.constant('exemption-ended' as const) }),
  fc.record({
    kind: fc.constant('held' as const),
    discussionId: fc.constant(null),
    childIds: fc.constant([]),
    signedOn: fc.option(someDay),
  }),
  fc.record({
    kind: fc.constantFrom('inquorate' as const, 'not-counted' as const),
    discussionId: fc.constant(null),
    reason: fc.constant('Too few were there'),
  }),
  fc.record({
    kind: fc.constantFrom('not-reached' as const, 'postponed' as const, 'cancelled' as const),
    sessionId: fc.constant('session'),
    reason: fc.constant('The session ran out of time'),
    newDate: fc.option(someDay),
  }),
);

// Close together, so that much falls on one day.
const eventDay = fc.integer({ min: 0, max: 120 }).map((n) => plusDays('2025-01-02', n));

/** Any story of a family that begins with its allocation to Northgate. */
export const familyEvents: fc.Arbitrary<ClockEvent[]> = fc
  .array(fc.record({ on: eventDay, knownAt: someDay.map((day) => `${day}T09:00:00.000Z`), what }), {
    maxLength: 14,
  })
  .map((all) => [
    { on: '2025-01-02', knownAt: '2025-01-02T09:00:00.000Z', kind: 'allocated', teamId: 'northgate' },
    ...all.map(({ on, knownAt, what: happened }) => ({ on, knownAt, ...happened })),
  ]);
