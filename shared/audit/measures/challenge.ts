import { leavesOpen } from '../../discussion/challenge.js';
import { daysBetween, plusWorkingDays } from '../../schedule/working-days.js';
import type { AuditFacts, ChallengeFacts } from '../facts.js';
import { type Figure, figureOf, type Row } from '../figure.js';
import { byFamily, groupsOfDiscussion } from '../groups.js';
import { medianOf, percent } from '../numbers.js';
import type { Question } from '../standing.js';
import { heldIn } from './attendance.js';

/** A challenge that has no outcome after so many working days is open too long. */
const settleWithin = 10;

/**
 * 9. Challenge recorded: of the discussions held, how many hold a challenge, or a considered answer to what we could be
 * wrong about. Beside it: days to an outcome, and what became of the challenges raised. Not for comparing teams: few
 * challenges say nothing by themselves.
 */
export function challengeRecorded(facts: AuditFacts, span: Pick<Question, 'from' | 'asAt'>): Figure {
  const families = byFamily(facts);
  const rows = heldIn(facts, span).map((d): Row => {
    const recorded = d.challenged || d.considered;
    return {
      id: d.discussionId,
      familyId: d.familyId,
      discussionId: d.discussionId,
      on: d.heldOn,
      lands: recorded ? 'met' : 'not-met',
      reason: d.challenged ? 'challenged' : d.considered ? 'considered' : 'neither',
      provisional: recorded && (d.signedOn === null || d.signedOn > span.asAt),
      times: d.times,
      groups: groupsOfDiscussion(families.get(d.familyId), d),
    };
  });
  const { from, asAt } = span;
  const here = facts.challenges.filter((c) => c.raisedHere);
  const raised = here.filter((c) => c.raisedOn >= from && c.raisedOn <= asAt);
  const settled = here.filter((c) => isSettled(c, asAt) && c.settledOn! >= from);
  const outcome = raised.filter((c) => isSettled(c, asAt));
  const escalated = raised.filter((c) => c.escalatedOn !== null && c.escalatedOn <= asAt).length;
  return figureOf('challenge-recorded', rows, {
    medianDaysToOutcome: medianOf(settled.map((c) => daysBetween(c.raisedOn, c.settledOn!))),
    raised: raised.length,
    withOutcome: outcome.length,
    withOutcomePercent: percent(outcome.length, raised.length),
    escalated,
    escalatedPercent: percent(escalated, raised.length),
    openTooLong: openTooLong(facts, asAt).length,
  });
}

/** Challenges that wait for an outcome for more than ten working days, an escalation that nobody answered among them, the oldest first. */
export function openTooLong(facts: AuditFacts, asAt: string): ChallengeFacts[] {
  const calendar = facts.calendarOf(null);
  const waits = facts.challenges.filter((c) => c.waitsHere && c.raisedOn <= asAt && !isSettled(c, asAt));
  const tooLong = new Set(
    [...new Set(waits.map((c) => c.raisedOn))].filter(
      (day) => plusWorkingDays(day, settleWithin, calendar) < asAt,
    ),
  );
  return waits
    .filter((c) => tooLong.has(c.raisedOn))
    .sort((a, b) => (`${a.raisedOn} ${a.challengeId}` < `${b.raisedOn} ${b.challengeId}` ? -1 : 1));
}

/** As the product itself sees it: what waits for evidence or for a more senior manager is still open. */
function isSettled({ settledOn, outcome }: ChallengeFacts, asAt: string): boolean {
  return settledOn !== null && settledOn <= asAt && outcome !== null && !leavesOpen(outcome);
}
