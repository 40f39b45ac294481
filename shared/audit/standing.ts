import { clockAt } from '../cadence/clock.js';
import type { ClockEvent, SupervisionClock } from '../cadence/events.js';
import { episodes, lastHeld } from '../cadence/timeline.js';
import { type OfficeCalendar, plusWorkingDays } from '../schedule/working-days.js';
import type { AuditFacts, ChildFacts, FamilyFacts } from './facts.js';
import type { Row } from './figure.js';
import { childrenOn, plansOf } from './groups.js';
import { type Limit, policiesAt } from './limits.js';

/** So many working days after it was held, a record that nobody signed counts for nothing until it is signed. */
export const signWithin = 10;

/** What is asked: how things stand on a day, at a limit; what happened, from a day until and with that day. */
export interface Question {
  asAt: string;
  limit: Limit;
  from: string;
  /** An instant: only what was known by then. Left out: all that is known now. */
  known?: string;
}

export type Held = Extract<ClockEvent, { kind: 'held' }>;

/** How one family stands. */
export interface Standing {
  family: FamilyFacts;
  clock: SupervisionClock;
  /** The children who belong to it on the day. */
  children: readonly ChildFacts[];
  /** The discussion that the audit goes by: the last that counts and whose record has not lapsed. */
  held: Held | null;
  lands: Row['lands'];
  reason: 'in-time' | 'overdue' | 'overdue-first' | 'unsigned' | 'exempt' | 'not-yet-due' | 'no-child';
}

/** How every family in scope stands. Families that are closed or with no team are not there. */
export function standingsOf(facts: AuditFacts, question: Question): Standing[] {
  const policies = policiesAt(question.limit, facts.policies);
  return facts.families.flatMap((family) => {
    const events = knownEvents(family.events, question.known);
    const judge = (of: readonly ClockEvent[], calendar: OfficeCalendar) =>
      clockAt(of, plansOf(family), policies, calendar, question.asAt);
    const teamId = episodes(events, question.asAt).at(-1)?.began.teamId ?? null;
    const calendar = facts.calendarOf(teamId);
    const clock = judge(events, calendar);
    if (clock.state === 'closed' || clock.state === 'not-allocated') return [];
    const standing = withoutLapsed(events, question.asAt, calendar);
    const now = standing.length === events.length ? clock : judge(standing, calendar);
    const children = childrenOn(family, question.asAt);
    const episode = episodes(standing, question.asAt).at(-1);
    const reason = reasonOf(clock, now, children.length > 0);
    return [
      { family, clock, children, held: episode ? lastHeld(episode) : null, reason, lands: landing(reason) },
    ];
  });
}

/** Which team a family is with on a day. */
export function teamOn({ events }: FamilyFacts, day: string): string | null {
  const episode = episodes(events, day).at(-1);
  return episode && !episode.closed ? episode.began.teamId : null;
}

/** Only what was known by an instant. */
export function knownEvents(events: readonly ClockEvent[], known: string | undefined): readonly ClockEvent[] {
  return known === undefined ? events : events.filter((e) => e.knownAt <= known);
}

/** The events without discussions whose record nobody signed in time: as long as it is unsigned, it counts for nothing. */
export function withoutLapsed(
  events: readonly ClockEvent[],
  asAt: string,
  calendar: OfficeCalendar,
): readonly ClockEvent[] {
  const lapsed = (e: ClockEvent) =>
    e.kind === 'held' &&
    e.on <= asAt &&
    isProvisional(e, asAt) &&
    plusWorkingDays(e.on, signWithin, calendar) < asAt;
  return events.some(lapsed) ? events.filter((e) => !lapsed(e)) : events;
}

/**
 * Whether a discussion is to a child’s credit. A discussion counts only with a child named, so one that names none was
 * brought in from records that do not say: it is to the credit of the whole family, as it was on the day.
 */
export function credits(
  { on, childIds }: Pick<Held, 'on' | 'childIds'>,
  { childId, hereFrom }: Pick<ChildFacts, 'childId' | 'hereFrom'>,
): boolean {
  return childIds.length === 0 ? !hereFrom || hereFrom <= on : childIds.includes(childId);
}

/** Whether its record still waited for a signature on a day. */
export function isProvisional({ signedOn }: Held, asAt: string): boolean {
  return signedOn === null || signedOn > asAt;
}

function reasonOf(clock: SupervisionClock, signed: SupervisionClock, someChild: boolean): Standing['reason'] {
  if (!someChild) return 'no-child';
  switch (clock.state) {
    case 'in-time':
      return signed.state === 'in-time' ? 'in-time' : 'unsigned';
    case 'overdue':
    case 'overdue-first':
    case 'exempt':
    case 'not-yet-due':
      return clock.state;
    default:
      throw new Error(`A family that is ${clock.state} is in no count`);
  }
}

/** Whether a family so judged is counted, and how. */
export function landing(reason: Standing['reason']): Row['lands'] {
  if (reason === 'in-time') return 'met';
  return reason === 'exempt' || reason === 'not-yet-due' || reason === 'no-child' ? 'apart' : 'not-met';
}
