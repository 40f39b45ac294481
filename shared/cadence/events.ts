import type { PlanType } from '../discussion/state.js';

/**
 * Everything that moves a family's supervision clock, or explains why it did not move: local dates, in any order.
 * `knownAt` (an ISO instant) is when the product learnt of it, so that a month can be shown as it was reported.
 */
export type ClockEvent = {
  on: string;
  knownAt: string;
  /** Its own name, and that of the event it corrects: a day that was given wrongly at first stays in the history. */
  eventId?: string;
  replaces?: string | null;
} & (
  | { kind: 'allocated' | 'transferred' | 'reopened'; teamId: string }
  | { kind: 'closed'; reason: string }
  /** Until (and with) a day, or until it is ended. */
  | { kind: 'exempted'; reason: string; approvedBy: string | null; untilOn: string | null }
  | { kind: 'exemption-ended' }
  /** A discussion that counts. Provisional until it is signed. `teamId`: whose session it was, where that is known. */
  | {
      kind: 'held';
      discussionId: string | null;
      childIds: readonly string[];
      signedOn: string | null;
      teamId?: string | null;
    }
  /** Held, and does not count. */
  | { kind: 'inquorate' | 'not-counted'; discussionId: string | null; reason: string }
  /** A slot that came to nothing; `newDate` is where it went, if it went anywhere. */
  | {
      kind: 'not-reached' | 'postponed' | 'cancelled';
      sessionId: string;
      reason: string;
      newDate: string | null;
    }
);

/** The plan types of a family's children over time: a policy may hold for some plans only. */
export interface PlanPeriod {
  type: PlanType;
  sinceOn: string;
  /** The first day on which it no longer holds. */
  untilOn: string | null;
}

/** How a family stands on a day. */
export const clockStates = [
  'in-time',
  'overdue',
  'not-yet-due',
  'overdue-first',
  'exempt',
  'closed',
  'not-allocated',
] as const;
export type ClockState = (typeof clockStates)[number];

/** One line of why: a day, what happened, and in words what it did to the clock. */
export interface BecauseLine {
  on: string;
  says: string;
  kind: ClockEvent['kind'] | 'due' | 'today' | 'rule';
  /** Who approved it, for an exemption. */
  personId?: string;
}

/** A family's supervision clock on one day: the same events give the same answer for any day. */
export interface SupervisionClock {
  state: ClockState;
  asAt: string;
  /** The last discussion that counts in this episode (since it came to this team). */
  lastHeldOn: string | null;
  /** Whether that discussion still waits for its signature. */
  provisional: boolean;
  /** Where the present interval began: the last discussion that counts, or the day the family came to the team. */
  runningSince: string | null;
  /** The audit limit, the last day in time. Never moved by a weekend or a holiday. Null when nothing runs. */
  dueBy: string | null;
  /** The last working day on or before the limit: where a slot is best put. */
  suggestedBy: string | null;
  /** Whole days past the limit; nought or less while in time. */
  daysOver: number;
  /** Which rule made the date: name, version and since when. */
  policy: { policyId: string; name: string; version: number; fromOn: string } | null;
  teamId: string | null;
  /** Since when the family has been with this team; null when it is with none. */
  withTeamSince: string | null;
  /** The last day on which an unsigned record still counts as in time; null when the last discussion is signed. */
  signBy: string | null;
  /** The exemption that holds on this day. */
  exempt: { sinceOn: string; untilOn: string | null; reason: string; approvedBy: string | null } | null;
  because: readonly BecauseLine[];
}
