import { workingDaysBetween } from '../../schedule/working-days.js';
import type { AuditFacts, DiscussionFacts } from '../facts.js';
import { type Figure, figureOf, numberOf, type Row } from '../figure.js';
import { byFamily, groupsOfDiscussion } from '../groups.js';
import { medianOf, quantileOf } from '../numbers.js';
import type { Question } from '../standing.js';
import { heldIn } from './attendance.js';

type Span = Pick<Question, 'from' | 'asAt'>;

/** A record should be signed within so many working days of the discussion. */
const signedWithin = 5;

/**
 * 11. Record timeliness: of the discussions held, how many were signed within five working days. What is unsigned counts
 * against it: “can-still” may yet be in time, and is told apart from what is past its day.
 */
export function recordTimeliness(facts: AuditFacts, span: Span): Figure {
  const families = byFamily(facts);
  const waits = waitedOf(facts, span.asAt);
  const rows = heldIn(facts, span).map((d): Row => {
    const signed = d.signedOn !== null && d.signedOn <= span.asAt;
    const days = waits(d);
    const inTime = days <= signedWithin;
    return {
      id: d.discussionId,
      familyId: d.familyId,
      discussionId: d.discussionId,
      on: d.heldOn,
      days,
      lands: signed && inTime ? 'met' : 'not-met',
      reason: signed ? (inTime ? 'in-time' : 'late') : inTime ? 'can-still' : 'unsigned',
      provisional: false,
      times: d.times,
      groups: groupsOfDiscussion(families.get(d.familyId), d),
    };
  });
  const days = rows
    .filter((r) => r.reason === 'in-time' || r.reason === 'late')
    .flatMap((r) => Array<number>(r.times ?? 1).fill(r.days!));
  return figureOf('record-timeliness', rows, {
    medianWorkingDays: medianOf(days),
    ninetiethWorkingDays: quantileOf(days, 0.9),
    unsigned: numberOf(rows) - days.length,
    canStill: numberOf(rows.filter((r) => r.reason === 'can-still')),
  });
}

/** Records that waited for a signature longer than so many working days, the longest first. */
export function unsignedFor(facts: AuditFacts, asAt: string, workingDays: number): DiscussionFacts[] {
  const waits = waitedOf(facts, asAt);
  return facts.discussions
    .filter((d) => d.heldOn <= asAt && (d.signedOn === null || d.signedOn > asAt))
    .filter((d) => waits(d) > workingDays)
    .sort((a, b) => (`${a.heldOn} ${a.discussionId}` < `${b.heldOn} ${b.discussionId}` ? -1 : 1));
}

/** Working days from the discussion to its signature, or to the day asked about: counted once for each pair of days. */
function waitedOf(facts: Pick<AuditFacts, 'calendarOf'>, asAt: string) {
  const known = new Map<string, number>();
  return ({ heldOn, signedOn, teamId }: DiscussionFacts): number => {
    const until = signedOn !== null && signedOn <= asAt ? signedOn : asAt;
    const key = `${teamId} ${heldOn} ${until}`;
    const days = known.get(key) ?? workingDaysBetween(heldOn, until, facts.calendarOf(teamId));
    known.set(key, days);
    return days;
  };
}
