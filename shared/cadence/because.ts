import { dateInWords } from '../schedule/in-words.js';
import { daysBetween } from '../schedule/working-days.js';
import { type Due, isUsual } from './due.js';
import type { BecauseLine, ClockEvent } from './events.js';
import { firstInWords, intervalInWords } from './in-words.js';
import type { Beginning, Episode } from './timeline.js';

interface Standing {
  episode: Episode;
  asAt: string;
  held?: ClockEvent | null;
  provisional?: boolean;
  exemption?: ClockEvent | null;
  due?: Due;
}

/** Why a family stands as it does, line by line in the order of days: what began the wait, what moved it, and the rule last. */
export function because({ episode, asAt, held, provisional, exemption, due }: Standing): BecauseLine[] {
  const { began, closed, events } = episode;
  if (closed)
    return [
      { on: began.on, kind: began.kind, says: beginnings[began.kind] },
      { on: closed.on, kind: 'closed', says: sentences('Closed', closed.reason) },
    ];
  const since = held?.on ?? began.on;
  const start: BecauseLine = held
    ? { on: held.on, kind: 'held', says: lastThatCounts(provisional ?? false) }
    : { on: began.on, kind: began.kind, says: beginnings[began.kind] };
  const moved = events
    .filter((e) => e === exemption || (e.kind !== 'held' && e.on >= since))
    .map((event) => lineOf(event));
  const limit: BecauseLine[] = due ? [{ on: due.on, kind: 'due', says: dueSays(due, !held) }] : [];
  const today: BecauseLine = { on: asAt, kind: 'today', says: `Day ${daysBetween(since, asAt)}` };
  // What happened on the last day in time belongs under it: “Due. Not reached.”
  const inOrder = [start, ...limit, ...moved].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const upTo = inOrder.filter((line) => line.on <= asAt);
  const lines = [...upTo, today, ...inOrder.slice(upTo.length)];
  return due ? [...lines, ruleOf(due, !held)] : lines;
}

const beginnings: Readonly<Record<Beginning['kind'], string>> = {
  allocated: 'Allocated to the team',
  transferred: 'Came to this team from another. The clock began anew.',
  reopened: 'Taken up again. The clock began anew.',
};

function lastThatCounts(provisional: boolean): string {
  return provisional
    ? 'Last discussion that counts. Its record is not signed yet.'
    : 'Last discussion that counts';
}

function dueSays({ cutShort }: Due, first: boolean): string {
  const what = first ? 'First discussion due' : 'Due';
  return cutShort ? `${what}, because a stricter rule began on this day` : what;
}

function ruleOf({ policy }: Due, first: boolean): BecauseLine {
  const { name, version, fromOn, interval, first: firstWithin } = policy;
  const gives = first ? `the first ${firstInWords(firstWithin)}` : intervalInWords(interval);
  const which = isUsual(policy) ? 'the usual rule' : `version ${version}, since ${dateInWords(fromOn)}`;
  return { on: fromOn, kind: 'rule', says: `Rule: ${name}, ${which}: ${gives}` };
}

function lineOf(event: ClockEvent): BecauseLine {
  const { on, kind } = event;
  switch (event.kind) {
    case 'not-reached':
    case 'postponed':
    case 'cancelled': {
      const to = event.newDate ? `Moved to ${dateInWords(event.newDate)}` : '';
      return { on, kind, says: sentences(comeToNothing[event.kind], event.reason, to) };
    }
    case 'inquorate':
      return { on, kind, says: sentences('Discussed, not quorate', event.reason, 'The clock kept running') };
    case 'not-counted':
      return {
        on,
        kind,
        says: sentences('Discussed, does not count', event.reason, 'The clock kept running'),
      };
    case 'exempted': {
      const until = event.untilOn ? ` until ${dateInWords(event.untilOn)}` : '';
      const by = event.approvedBy ? { personId: event.approvedBy } : {};
      return { on, kind, says: sentences(`Exempt${until}`, event.reason), ...by };
    }
    case 'exemption-ended':
      return { on, kind, says: sentences('Exemption ended', 'The clock had kept running') };
    default:
      return { on, kind, says: '' };
  }
}

const comeToNothing = {
  'not-reached': 'Not reached',
  postponed: 'Postponed',
  cancelled: 'Cancelled',
} as const;

/** "Not reached. The session ran out of time." Empty ones are left out; a single one stands without its full stop. */
function sentences(...said: string[]): string {
  const all = said.map((one) => one.trim().replace(/\.$/, '')).filter(Boolean);
  return all.length > 1 ? `${all.join('. ')}.` : (all[0] ?? '');
}
