import { disciplineOf, disciplines } from '../disciplines.js';
import { quorum } from '../discussion/attendance.js';
import { childUnsaid } from '../discussion/children.js';
import { spread } from '../discussion/scale.js';
import type { ChildHere, DiscussionState, LastStep, NextStep } from '../discussion/state.js';
import type { Names } from '../live/change.js';
import { proseText } from '../live/prose.js';
import { ageInWords } from '../schedule/in-words.js';
import { both, circleOf, circleOfPerson } from './circle.js';
import type {
  AttendanceLine,
  ChallengeSection,
  ChildSection,
  LastStepLine,
  Minutes,
  Named,
  ReviewSection,
  StepLine,
} from './minutes.js';
import { qualifies } from './qualifies.js';
import { reporting } from './what-is-missing.js';

/**
 * The minutes of a discussion as it stands, everything in them in a fixed order: the same state and the same names give
 * the same minutes, on the chair's page before signing and on the server that files them.
 */
export function composeMinutes(state: DiscussionState, names: Names): Minutes {
  const { counts, quorate, because } = qualifies(state);
  const named = (personId: string): Named => ({ personId, name: names(personId) });
  const maybe = (personId: string | null): Named | null => (personId ? named(personId) : null);
  const text = (field: string) => proseText(state.prose[field]).trim();
  const heldOn = state.heldOn ?? '';
  const { scale, decision } = state;

  return {
    version: 1,
    kind: counts ? 'supervision' : 'case-discussion',
    discussionId: state.discussionId,
    familyId: state.familyId,
    familyName: state.familyName,
    heldOn,
    beganAt: state.beganAt,
    endedAt: state.endedAt,
    lastHeldOn: state.lastHeldOn,
    chair: maybe(state.chairId),
    inPlaceOf: maybe(state.inPlaceOf),
    pens: state.pens.map(({ personId, at }) => ({ ...named(personId), at })),
    quorate,
    quorumSays: quorum(state).says,
    override: state.quorumOverride && {
      reason: state.quorumOverride.reason,
      by: named(state.quorumOverride.by),
    },
    because,
    attendance: attendanceLines(state, maybe),
    lastSteps: state.lastSteps.map((s) => lastStepLine(s, state, maybe)),
    children: state.children.map((child) => childSection(child, state, heldOn, text, maybe)),
    reviews: reviewSections(state, text, named),
    scale: {
      revealed: scale.revealedAt !== null,
      group: scale.group,
      last: scale.last.group,
      spread: spread(scale),
      scores: scale.revealedAt
        ? Object.entries(scale.scores)
            .map(([personId, s]) => ({
              ...named(personId),
              score: s.score,
              reason: s.reason,
              concerns: circleOfPerson(personId, state),
            }))
            .sort(byName)
        : [],
    },
    challenges: state.challenges.map((c): ChallengeSection => {
      const voices = [c.raisedBy, ...c.answers.map((a) => a.by)];
      return {
        challengeId: c.challengeId,
        raisedBy: maybe(c.raisedBy),
        recordedBy: maybe(c.recordedBy),
        about: c.about,
        quote: c.quote,
        text: c.text,
        answers: c.answers.map((a) => ({ by: named(a.by), recordedBy: maybe(a.recordedBy), text: a.text })),
        outcome: c.outcome && {
          outcome: c.outcome.outcome,
          reason: c.outcome.reason,
          person: maybe(c.outcome.personId),
          byOn: c.outcome.byOn,
          by: named(c.outcome.by),
        },
        carried: c.carriedFrom !== null,
        concerns: voices.map((personId) => circleOfPerson(personId, state)).reduce(both, null),
      };
    }),
    wrongAbout: text('wrong-about'),
    decision: {
      type: decision.type,
      text: text('decision'),
      rationale: text('rationale'),
      contingency: text('contingency'),
      reviewOn: decision.reviewOn,
      whoAgreed: decision.whoAgreed.map(named),
    },
    dissents: Object.entries(state.dissents)
      .map(([personId, { text }]) => ({
        ...named(personId),
        text,
        concerns: circleOfPerson(personId, state),
      }))
      .sort(byName),
    steps: state.steps.map((s) => stepLine(s, state, named, maybe)),
    noStepBecause: text('no-step-because'),
    sayToFamily: text('say-to-family'),
    summary: text('summary'),
    adults: state.adults.map(({ adultId, name, relation, childIds }) => ({
      adultId,
      name,
      relation,
      childIds,
    })),
    ...(state.former && { formerAdults: state.former.adults }),
  };
}

// Not localeCompare: the order must not depend on a machine's language files.
function byName(a: Named, b: Named): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.personId < b.personId ? -1 : 1;
}

function inDisciplineOrder(a: { discipline: string }, b: { discipline: string }): number {
  const place = (code: string) => disciplines.findIndex((d) => d.code === code);
  return place(a.discipline) - place(b.discipline);
}

/** Everybody who was part of it, and every discipline that is expected although nobody said anything of it: a vacant post. */
function attendanceLines(
  state: DiscussionState,
  maybe: (id: string | null) => Named | null,
): AttendanceLine[] {
  const lines = Object.values(state.attendance).map(
    ({ discipline, personId, way, inPlaceOf, joinedAt, leftAt }) => ({
      discipline,
      label: disciplineOf(discipline).label,
      person: maybe(personId),
      way,
      inPlaceOf: maybe(inPlaceOf),
      joinedAt,
      leftAt,
    }),
  );
  const vacant = state.expected
    .filter((e, i, all) => e.personId === null && all.findIndex((o) => o.discipline === e.discipline) === i)
    .filter((e) => !lines.some((l) => l.discipline === e.discipline))
    .map(({ discipline }): AttendanceLine => {
      const nobody = { person: null, inPlaceOf: null, joinedAt: null, leftAt: null };
      return { discipline, label: disciplineOf(discipline).label, way: 'vacant', ...nobody };
    });
  return [...lines, ...vacant].sort(
    (a, b) => inDisciplineOrder(a, b) || ((a.person?.name ?? '') < (b.person?.name ?? '') ? -1 : 1),
  );
}

function childSection(
  child: ChildHere,
  state: DiscussionState,
  on: string,
  text: (field: string) => string,
  maybe: (id: string | null) => Named | null,
): ChildSection {
  const { childId, firstName, bornOn, expectedOn, plans, discussed } = child;
  const { seenBy, ...now } = state.now[childId] ?? childUnsaid;
  const age = on ? ageInWords(child, on) : '';
  return {
    ...{ childId, firstName, bornOn, expectedOn, age, plans, discussed },
    ...now,
    seenBy: maybe(seenBy),
    life: text(`life/${childId}`),
    voice: text(`voice/${childId}`),
    meaning: text(`meaning/${childId}`),
  };
}

function reviewSections(
  state: DiscussionState,
  text: (field: string) => string,
  named: (id: string) => Named,
): ReviewSection[] {
  const noted = state.notes.map((n) => n.discipline);
  const written = Object.keys(state.prose).flatMap((field) =>
    disciplines.filter((d) => field === `review/${d.code}`).map((d) => d.code),
  );
  return [...new Set([...reporting(state), ...written, ...noted])]
    .map((discipline): ReviewSection => {
      const works = state.expected.filter((e) => e.discipline === discipline);
      const review = state.reviews[discipline];
      return {
        discipline,
        label: disciplineOf(discipline).label,
        people: [...new Set(works.flatMap((e) => e.personId ?? []))].map(named),
        about: works.map((e) => e.about).filter((about) => about !== ''),
        direction: review?.direction ?? null,
        evidence: review?.evidence ?? [],
        stages: (review?.stages ?? []).map(({ adultId, issue, stage }) => {
          const known = [...state.adults, ...(state.former?.adults ?? [])];
          const adult = known.find((a) => a.adultId === adultId)?.name ?? '';
          return { adultId, adult, issue, stage };
        }),
        nothingNew: review?.nothingNew ?? false,
        text: text(`review/${discipline}`),
        notes: state.notes
          .filter((n) => n.discipline === discipline)
          .map(({ noteId, text, audience, by }) => ({ noteId, text, discipline, audience, by })),
        concerns: circleOf(discipline, state),
      };
    })
    .sort(inDisciplineOrder);
}

function lastStepLine(
  step: LastStep,
  state: DiscussionState,
  maybe: (id: string | null) => Named | null,
): LastStepLine {
  const { ownerId, evidence: _, carried: __, ...line } = step;
  return { ...line, text: wordsOf(step), owner: maybe(ownerId), concerns: circleOfPerson(ownerId, state) };
}

/** The words of a step, or nothing where whoever composes may not read them. */
function wordsOf({ protected: isProtected, text }: { protected: boolean; text: string }): string | null {
  return isProtected && text === '' ? null : text;
}

function stepLine(
  step: NextStep,
  state: DiscussionState,
  named: (id: string) => Named,
  maybe: (id: string | null) => Named | null,
): StepLine {
  const { accepted, ownerId, from: _, ...line } = step;
  return {
    ...line,
    text: wordsOf(step),
    owner: maybe(ownerId),
    accepted: accepted && { by: named(accepted.by), recordedBy: maybe(accepted.recordedBy) },
    concerns: circleOfPerson(ownerId, state),
  };
}
