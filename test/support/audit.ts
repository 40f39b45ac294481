import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AuditFacts, ChildFacts, DiscussionFacts, FamilyFacts } from '../../shared/audit/facts.js';
import type { ClockEvent } from '../../shared/cadence/events.js';
import type { PlanType } from '../../shared/discussion/state.js';
import { usualCalendar } from '../../shared/schedule/working-days.js';

/** Facts of nothing but what is given. */
export function facts(given: Partial<AuditFacts> = {}): AuditFacts {
  return {
    families: [],
    discussions: [],
    challenges: [],
    steps: [],
    slots: [],
    grades: [],
    policies: [],
    calendarOf: () => usualCalendar,
    ...given,
  };
}

export function child(childId: string, given: Partial<ChildFacts> = {}): ChildFacts {
  return {
    childId,
    hereFrom: null,
    hereUntil: null,
    ethnicity: null,
    disability: null,
    plans: [],
    ...given,
  };
}

export function family(familyId: string, given: Partial<FamilyFacts> = {}): FamilyFacts {
  return { familyId, events: [], children: [child(`${familyId}-1`)], allocations: [], ...given };
}

/** A discussion that counts, signed on the day, with nobody expected and nothing written. */
export function discussion(discussionId: string, given: Partial<DiscussionFacts> = {}): DiscussionFacts {
  const heldOn = given.heldOn ?? '2026-03-10';
  return {
    discussionId,
    familyId: 'f1',
    teamId: 'northgate',
    sessionId: null,
    chairId: 'adaeze',
    heldOn,
    counts: true,
    signedOn: heldOn,
    childIds: [],
    disciplines: [],
    voices: [],
    challenged: false,
    considered: false,
    decision: null,
    reviews: [],
    ...given,
  };
}

/** Known on the day it happened. */
export const on = (day: string) => ({ on: day, knownAt: `${day}T09:00:00.000Z` });

export function allocated(day: string, teamId = 'northgate'): ClockEvent {
  return { ...on(day), kind: 'allocated', teamId };
}

export function held(day: string, childIds: string[], signedOn: string | null = day): ClockEvent {
  return { ...on(day), kind: 'held', discussionId: `d-${day}-${childIds[0] ?? ''}`, childIds, signedOn };
}

export function exempted(day: string, untilOn: string | null = null): ClockEvent {
  return { ...on(day), kind: 'exempted', reason: 'Awaiting closure', approvedBy: 'helen', untilOn };
}

interface Expected {
  families: { inTime: number; counted: number; percent: number };
  children: { inTime: number; counted: number; percent: number };
  perFamily: Record<string, { state: string; dueBy?: string }>;
}

/** The twelve published families and what follows from them. */
export const published = JSON.parse(
  readFileSync(path.join(__dirname, '../fixtures/oracles/frequency.json'), 'utf8'),
) as {
  asAt: string;
  families: {
    family: string;
    children: number;
    plan: PlanType;
    allocatedOn: string;
    qualifyingDiscussions: string[];
    exempt: boolean;
  }[];
  expected: {
    snapshot: Record<'28 days' | '31 days' | '35 days' | 'calendar month', Expected>;
    monthlyCoverage: Record<string, { covered: number; of: number; percent: number; missing: string[] }>;
    'intervalsEnding2026-01-01to2026-03-30': {
      count: number;
      within28: number;
      within31: number;
      mean: number;
      median: number;
      max: number;
    };
    openGapDays: Record<string, number>;
    longestGap: { family: string; days: number };
  };
};

/** The twelve as facts. The exemption is older than all that is reckoned. */
export function publishedFacts(): AuditFacts {
  return facts({
    families: published.families.map((f) => {
      const ids = Array.from({ length: f.children }, (_, i) => `${f.family}-${i + 1}`);
      return family(f.family, {
        children: ids.map((id) =>
          child(id, { plans: [{ type: f.plan, sinceOn: f.allocatedOn, untilOn: null }] }),
        ),
        events: [
          allocated(f.allocatedOn),
          ...f.qualifyingDiscussions.map((day) => held(day, ids)),
          ...(f.exempt ? [exempted(f.allocatedOn)] : []),
        ],
      });
    }),
  });
}
