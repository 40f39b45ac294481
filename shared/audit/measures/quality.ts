import type { AuditFacts, GradeFacts } from '../facts.js';
import { type Figure, figureOf, type Row } from '../figure.js';
import { byFamily, groupsOf, groupsOfDiscussion, nobody } from '../groups.js';
import { agreementOf } from '../sample/agreement.js';
import { type Grade, gradeCodes, isGood } from '../sample/questions.js';
import type { Question } from '../standing.js';

/**
 * 12. Quality: of the records read in the reflective audit, how many were graded good or better by their first reader. A
 * record that was drawn in several samples is counted once, as it was read first; a second reader is compared with the
 * first of the same sample.
 */
export function qualityOf(facts: AuditFacts, span: Pick<Question, 'from' | 'asAt'>): Figure {
  const families = byFamily(facts);
  const discussions = new Map(facts.discussions.map((d) => [d.discussionId, d]));
  const graded = facts.grades.filter((g) => g.gradedOn >= span.from && g.gradedOn <= span.asAt);
  const firsts = graded.filter((g) => g.order === 1);
  const rows = onceEach(firsts).map((g): Row => {
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
      (g) =>
        g.sampleId === a.sampleId &&
        g.discussionId === a.discussionId &&
        g.order === 2 &&
        g.gradedOn <= span.asAt,
    );
    return b ? [[a.overall, b.overall]] : [];
  });
  const { pairs: both, share, kappa } = agreementOf(pairs);
  const spread = gradeCodes.map((g) => [g, rows.filter((r) => r.reason === g).length] as const);
  return figureOf('quality', rows, { ...Object.fromEntries(spread), readTwice: both, agreed: share, kappa });
}

/** Of each record the grade that was given first. */
function onceEach(grades: readonly GradeFacts[]): GradeFacts[] {
  const found = new Map<string, GradeFacts>();
  const key = ({ gradedOn, sampleId }: GradeFacts) => `${gradedOn} ${sampleId}`;
  for (const grade of grades) {
    const other = found.get(grade.discussionId);
    if (!other || key(grade) < key(other)) found.set(grade.discussionId, grade);
  }
  return [...found.values()];
}
