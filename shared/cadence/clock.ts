import {
  daysBetween,
  type OfficeCalendar,
  plusWorkingDays,
  workingDayOnOrBefore,
} from '../schedule/working-days.js';
import { because } from './because.js';
import { dueAfter, firstDueAfter } from './due.js';
import type { ClockEvent, ClockState, PlanPeriod, SupervisionClock } from './events.js';
import type { CadencePolicy } from './policy.js';
import { type Episode, episodes, exemptionOn, lastHeld, plansAsAt } from './timeline.js';

/** So many working days after it was held, a record that nobody signed no longer counts as in time (practice 3.8). */
const signWithinWorkingDays = 10;

/**
 * How a family stands on a day. A pure function of what happened up to that day: the same events, in any order, give the
 * same answer. The clock runs from the last discussion of the present episode that counts, or before the first from the
 * day the family came to the team. It never pauses: an exemption takes a family out of the count for its days, and gives
 * no time back after it.
 */
export function clockAt(
  events: readonly ClockEvent[],
  plans: readonly PlanPeriod[],
  policies: readonly CadencePolicy[],
  calendar: OfficeCalendar,
  asAt: string,
): SupervisionClock {
  const episode = episodes(events, asAt).at(-1);
  if (!episode) return { ...nothing, asAt };
  const { began, closed } = episode;
  const here = { teamId: began.teamId, withTeamSince: began.on };
  const held = lastHeld(episode);
  if (closed) {
    const lastHeldOn = held?.on ?? null;
    return { ...nothing, ...here, lastHeldOn, asAt, state: 'closed', because: because({ episode, asAt }) };
  }
  const scope = { teamId: began.teamId, plans: plansAsAt(plans, asAt) };
  const due = held
    ? dueAfter(held.on, scope, policies, calendar)
    : firstDueAfter(began.on, scope, policies, calendar);
  const provisional = held !== null && (held.signedOn === null || held.signedOn > asAt);
  const { policyId, name, version, fromOn } = due.policy;
  const running = {
    asAt,
    ...here,
    lastHeldOn: held?.on ?? null,
    provisional,
    signBy: held && provisional ? plusWorkingDays(held.on, signWithinWorkingDays, calendar) : null,
    runningSince: held?.on ?? began.on,
    policy: { policyId, name, version, fromOn },
  };
  const exemption = exemptionOn(episode, asAt);
  if (exemption) {
    const { on: sinceOn, untilOn, reason, approvedBy } = exemption;
    const exempt = { sinceOn, untilOn, reason, approvedBy };
    const lines = because({ episode, asAt, held, provisional, exemption });
    return { ...nothing, ...running, state: 'exempt', exempt, because: lines };
  }
  return {
    ...running,
    state: stateOf(held !== null, asAt <= due.on),
    dueBy: due.on,
    suggestedBy: workingDayOnOrBefore(due.on, calendar),
    daysOver: daysBetween(due.on, asAt),
    exempt: null,
    because: because({ episode, asAt, held, provisional, due }),
  };
}

/** One wait from a discussion that counts, or from coming to a team, to the next discussion that counts. */
export interface Wait {
  from: string;
  /** The day it was held; null for the wait that still lasts. */
  to: string | null;
  teamId: string;
  /** Up to the first discussion of an episode. */
  first: boolean;
  days: number;
  dueBy: string;
  inTime: boolean;
  discussionId: string | null;
}

/** Every wait of a family up to a day, over all its episodes, each judged by the rule in force on its own due date. */
export function waitsUntil(
  events: readonly ClockEvent[],
  plans: readonly PlanPeriod[],
  policies: readonly CadencePolicy[],
  calendar: OfficeCalendar,
  asAt: string,
): Wait[] {
  return episodes(events, asAt).flatMap((episode) => waitsIn(episode, plans, policies, calendar, asAt));
}

function waitsIn(
  episode: Episode,
  plans: readonly PlanPeriod[],
  policies: readonly CadencePolicy[],
  calendar: OfficeCalendar,
  asAt: string,
): Wait[] {
  const { began, closed } = episode;
  const held = episode.events.filter((e) => e.kind === 'held');
  const ends = [...held, ...(closed ? [] : [null])];
  return ends.map((end, at) => {
    const before = at > 0 ? held[at - 1] : undefined;
    const from = before?.on ?? began.on;
    const until = end?.on ?? asAt;
    const scope = { teamId: began.teamId, plans: plansAsAt(plans, until) };
    const due = before
      ? dueAfter(from, scope, policies, calendar)
      : firstDueAfter(from, scope, policies, calendar);
    return {
      from,
      to: end?.on ?? null,
      teamId: began.teamId,
      first: !before,
      days: daysBetween(from, until),
      dueBy: due.on,
      inTime: until <= due.on,
      discussionId: end?.discussionId ?? null,
    };
  });
}

function stateOf(wasHeld: boolean, inTime: boolean): ClockState {
  if (wasHeld) return inTime ? 'in-time' : 'overdue';
  return inTime ? 'not-yet-due' : 'overdue-first';
}

const nothing: SupervisionClock = {
  state: 'not-allocated',
  asAt: '',
  lastHeldOn: null,
  provisional: false,
  runningSince: null,
  dueBy: null,
  suggestedBy: null,
  daysOver: 0,
  policy: null,
  teamId: null,
  withTeamSince: null,
  signBy: null,
  exempt: null,
  because: [],
};
