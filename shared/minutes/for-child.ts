import { concerns, strangersTo } from './circle.js';
import { withoutProtected } from './for-reader.js';
import type { Minutes } from './minutes.js';
import { isAboutStrangers, sentencesFor } from './sentences.js';

/**
 * The minutes as they go on one child's own file (practice 5.8). The rule, in four parts:
 * 1. What the team wrote for this child (life, voice, meaning, plan, when seen) goes whole, and no other child's does.
 * 2. What comes from somebody who works only with an adult that is not this child's is left out: their review, their
 *    disagreement, their reason for a score, their steps, and any challenge they raised or answered.
 * 3. Of what is shared (other reviews, decision, what we will say) every sentence is left out that names such an adult,
 *    or another child and not this one; a challenge or a step that does so is left out whole.
 * 4. What is protected is never on a child's file. Who was there is: professionals are named, not whom they work with.
 * So another child's father reaches this child's file only in what the team chose to write under "What this means".
 * The whole record stays on the family's file, and `[…]` says where it has more. Nothing for a child not discussed.
 */
export function minutesForChild(minutes: Minutes, childId: string): Minutes | null {
  const child = minutes.children.find((c) => c.childId === childId);
  if (!child?.discussed) return null;
  const { formerAdults, ...open } = withoutProtected(minutes);
  const strangers = strangersTo(childId, minutes.adults, minutes.children, formerAdults);
  const shared = (text: string) => sentencesFor(text, strangers);
  const isTheirs = (texts: readonly (string | null)[]) => !isAboutStrangers(texts, strangers);
  const { decision, scale } = open;

  return {
    ...open,
    // A family is often called by all its surnames, and this file is one child's.
    familyName: child.firstName,
    children: [child],
    adults: minutes.adults.filter((a) => a.childIds === null || a.childIds.includes(childId)),
    override: open.override && { ...open.override, reason: shared(open.override.reason) },
    lastSteps: open.lastSteps
      .filter((s) => concerns(s.concerns, childId) && isTheirs([s.text, s.withWhom]))
      .map((s) => ({ ...s, note: shared(s.note) })),
    reviews: open.reviews
      .filter((r) => concerns(r.concerns, childId))
      .map((r) => ({
        ...r,
        about: r.about.filter((about) => isTheirs([about])),
        stages: r.stages.filter((s) => isTheirs([s.adult, s.issue])),
        text: shared(r.text),
        notes: [],
      })),
    scale: {
      ...scale,
      scores: scale.scores.map((s) => ({
        ...s,
        reason: concerns(s.concerns, childId) ? shared(s.reason) : '',
      })),
    },
    challenges: open.challenges
      .filter((c) => concerns(c.concerns, childId))
      .filter((c) => isTheirs([c.quote, c.text, ...c.answers.map((a) => a.text), c.outcome?.reason ?? null])),
    wrongAbout: shared(open.wrongAbout),
    decision: {
      ...decision,
      text: shared(decision.text),
      rationale: shared(decision.rationale),
      contingency: shared(decision.contingency),
    },
    dissents: open.dissents
      .filter((d) => concerns(d.concerns, childId))
      .map((d) => ({ ...d, text: shared(d.text) })),
    steps: open.steps
      .filter((s) => concerns(s.concerns, childId))
      .filter((s) => isTheirs([s.text, s.withWhom, s.evidence, s.different, s.openEndedBecause])),
    noStepBecause: shared(open.noStepBecause),
    sayToFamily: shared(open.sayToFamily),
    summary: shared(open.summary),
  };
}
