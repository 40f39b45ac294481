import { Temporal } from 'temporal-polyfill';
import { standing as standingEvents } from '../../cadence/timeline.js';
import type { AuditFacts, DiscussionFacts, FamilyFacts } from '../facts.js';
import { type Figure, figureOf, type Row } from '../figure.js';
import { groupedBy } from '../grouped.js';
import { byFamily, groupsOfDiscussion } from '../groups.js';
import { percent } from '../numbers.js';
import type { Question } from '../standing.js';
import { heldIn, newestFirst } from './attendance.js';

/**
 * 15. Step-down integrity: of the decisions to step down, how many rest on change that lasted: in at least one discipline
 * this discussion and the one before both saw things get better, by evidence beyond what we were told. Beside it: how
 * many of those families were taken up again within twelve months.
 */
export function stepDownIntegrity(facts: AuditFacts, span: Pick<Question, 'from' | 'asAt'>): Figure {
  const families = byFamily(facts);
  const ofFamily = groupedBy([...facts.discussions, ...(facts.before ?? [])], (d) => d.familyId);
  const downs = heldIn(facts, span).filter((d) => d.counts && d.decision === 'step-down');
  const rows = downs.map((d): Row => {
    const earlier = (ofFamily.get(d.familyId) ?? []).filter((o) => newestFirst(d, o) < 0);
    const before = earlier.sort(newestFirst)[0];
    const lasted = before ? sustained(before, d) : false;
    return {
      id: d.discussionId,
      familyId: d.familyId,
      discussionId: d.discussionId,
      on: d.heldOn,
      lands: lasted ? 'met' : 'not-met',
      reason: lasted ? 'sustained' : before ? 'not-sustained' : 'first-discussion',
      provisional: lasted && (d.signedOn === null || d.signedOn > span.asAt),
      groups: groupsOfDiscussion(families.get(d.familyId), d),
    };
  });
  const again = downs.filter((d) => takenUpAgain(families.get(d.familyId), d.heldOn, span.asAt)).length;
  return figureOf('step-down-integrity', rows, {
    takenUpAgain: again,
    takenUpAgainPercent: percent(again, downs.length),
  });
}

function sustained(before: DiscussionFacts, now: DiscussionFacts): boolean {
  const improving = (d: DiscussionFacts, discipline: string) =>
    d.reviews.some((r) => r.discipline === discipline && r.better && r.evidenced);
  return now.reviews.some(({ discipline }) => improving(now, discipline) && improving(before, discipline));
}

function takenUpAgain(family: FamilyFacts | undefined, on: string, asAt: string): boolean {
  const until = Temporal.PlainDate.from(on).add({ months: 12 }).toString();
  return standingEvents(family?.events ?? []).some(
    (e) => e.kind === 'reopened' && e.on > on && e.on <= until && e.on <= asAt,
  );
}
