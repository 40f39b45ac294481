import type { AuditFacts } from '../facts.js';
import { type Figure, figureOf, type Row } from '../figure.js';
import { byFamily, groupsOf, groupsOfDiscussion, nobody } from '../groups.js';
import { agreementOf } from '../sample/agreement.js';
import { type Grade, gradeCodes, isGood } from '../sample/questions.js';
import type { Question } from '../standing.js';

/** 12. Quality: of the records read in the reflective audit, how many were graded good or better by their first reader. */
export function qualityOf(facts: AuditFacts, span: Pick<Question, 'from' | 'asAt'>): Figure {
  const families = byFamily(facts);
  const discussions = new Map(facts.discussions.map((d) => [d.discussionId, d]));
  const graded = facts.grades.filter((g) => g.gradedOn >= span.from && g.gradedOn <= span.asAt);
  const firsts = graded.filter((g) => g.order === 1);
  const rows = firsts.map((g): Row => {
    const discussion = discussions.get(g.discussionId);
    const family = families.get(g.familyId);
    return {
      id: g.discussionId,
      familyId: g.familyId,
      discussionId: g.discussionId,
      personId: g.graderId,
      on: g.gradedOn,
      lands: isGood(g.overall) ? 'met' : 'not-met',
      reason: g.overall,
      provisional: false,
      groups: discussion ? groupsOfDiscussion(family, discussion) : groupsOf(family ?? nobody, g.gradedOn, g),
    };
  });
  const pairs = firsts.flatMap((a): (readonly [Grade, Grade])[] => {
    const b = facts.grades.find(
      (g) => g.discussionId === a.discussionId && g.order === 2 && g.gradedOn <= span.asAt,
    );
    return b ? [[a.overall, b.overall]] : [];
  });
  const { pairs: both, share, kappa } = agreementOf(pairs);
  const spread = gradeCodes.map((g) => [g, rows.filter((r) => r.reason === g).length] as const);
  return figureOf('quality', rows, { ...Object.fromEntries(spread), readTwice: both, agreed: share, kappa });
}
