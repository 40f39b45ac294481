import { type DisciplineCode, disciplineOf } from '../disciplines.js';
import { attends, wayOf } from '../discussion/attendance.js';
import { lacksEvidence } from '../discussion/review.js';
import type { DiscussionState } from '../discussion/state.js';
import { proseText } from '../live/prose.js';
import { asksAtCarry, endlessIn } from '../next-steps/hints.js';

export type GapCode =
  | 'chair-attendance'
  | 'attendance'
  | 'last-step'
  | 'no-child'
  | 'voice'
  | 'progress'
  | 'in-writing'
  | 'evidence'
  | 'meaning'
  | 'scale-hidden'
  | 'no-challenge'
  | 'challenge-answer'
  | 'challenge-outcome'
  | 'decision'
  | 'decision-type'
  | 'rationale'
  | 'no-step'
  | 'step-text'
  | 'step-owner'
  | 'step-date'
  | 'step-end'
  | 'step-different'
  | 'say-to-family';

/** One thing that stands between a talk and its signature: what it is, in words, and where to mend it. */
export interface Gap {
  code: GapCode;
  says: string;
  /** The step of the agenda it belongs to. */
  step: string;
  /** The prose field that mends it, when one does. */
  field?: string;
  childId?: string;
  discipline?: DisciplineCode;
  challengeId?: string;
  stepId?: string;
}

/** Everything that is missing before these minutes can be signed, in the order of the agenda. Empty: nothing is. */
export function whatIsMissing(state: DiscussionState): Gap[] {
  return [
    ...checkIn(state),
    ...lastTime(state),
    ...children(state),
    ...progress(state),
    ...meaning(state),
    ...scale(state),
    ...challenge(state),
    ...decision(state),
    ...nextSteps(state),
    ...readBack(state),
  ];
}

/** Whether anything is written in a field. */
export function isWritten(state: DiscussionState, field: string): boolean {
  return proseText(state.prose[field]).trim() !== '';
}

function checkIn(state: DiscussionState): Gap[] {
  const gaps: Gap[] = [];
  const step = 'check-in';
  if (!Object.values(state.attendance).some((a) => a.personId !== null && a.personId === state.chairId)) {
    gaps.push({ code: 'chair-attendance', step, says: 'Say how the chair took part.' });
  }
  // The social worker is always expected, also of a family to whom nobody is allocated just now.
  for (const of of new Set<DisciplineCode>(['social-work', ...state.expected.map((e) => e.discipline)])) {
    if (wayOf(state, of) !== null) continue;
    gaps.push({ code: 'attendance', step, discipline: of, says: `Say how ${nameOf(of)} took part.` });
  }
  return gaps;
}

function lastTime({ lastSteps }: DiscussionState): Gap[] {
  return lastSteps
    .filter((s) => s.status === 'open')
    .map((s) => ({
      code: 'last-step',
      step: 'last-time',
      stepId: s.stepId,
      says: s.protected ? 'Say what became of a protected next step.' : `Say what became of “${s.text}”.`,
    }));
}

function children(state: DiscussionState): Gap[] {
  const discussed = state.children.filter((c) => c.discussed);
  const step = 'children';
  if (discussed.length === 0) return [{ code: 'no-child', step, says: 'Say which children were discussed.' }];
  // An unborn child has no voice yet to be asked for; a baby has, seen by somebody who watched (practice 5.2).
  return discussed
    .filter((c) => c.bornOn !== null || c.expectedOn === null)
    .filter((c) => !isWritten(state, `voice/${c.childId}`) && !state.now[c.childId]?.notAskedBecause.trim())
    .map((c) => ({
      code: 'voice',
      step,
      childId: c.childId,
      field: `voice/${c.childId}`,
      says: `Add what ${c.firstName} thinks, or why ${c.firstName} was not asked.`,
    }));
}

/** No discipline is silent: it reports, says nothing is new, writes, is away, or its post is vacant. */
function progress(state: DiscussionState): Gap[] {
  const gaps: Gap[] = [];
  const step = 'progress';
  for (const discipline of reporting(state)) {
    const review = state.reviews[discipline];
    const field = `review/${discipline}`;
    const way = wayOf(state, discipline);
    if (!isWritten(state, field) && !review?.nothingNew) {
      if (way === 'absent' || way === 'vacant' || way === 'not-allocated') continue;
      const says =
        way === 'in-writing'
          ? `${capital(nameOf(discipline))} is down as in writing, and nothing is written.`
          : `Add what ${nameOf(discipline)} reports, or that there is nothing new.`;
      gaps.push({ code: way === 'in-writing' ? 'in-writing' : 'progress', step, discipline, field, says });
    } else if (review && lacksEvidence(review)) {
      const says = `Say how ${nameOf(discipline)} knows that it is better, besides what we were told.`;
      gaps.push({ code: 'evidence', step, discipline, says });
    }
  }
  return gaps;
}

/** The disciplines that report: those allocated, and those who came. */
export function reporting(state: DiscussionState): DisciplineCode[] {
  const came = Object.values(state.attendance).filter((a) => attends(a.way) || a.way === 'in-writing');
  const all = [...state.expected, ...came].map((of) => of.discipline);
  return [...new Set(all)].filter((of) => disciplineOf(of).reviews);
}

function meaning(state: DiscussionState): Gap[] {
  return state.children
    .filter((c) => c.discussed && !isWritten(state, `meaning/${c.childId}`))
    .map((c) => ({
      code: 'meaning',
      step: 'meaning',
      childId: c.childId,
      field: `meaning/${c.childId}`,
      says: `Say what this means for ${c.firstName}.`,
    }));
}

function scale({ scale }: DiscussionState): Gap[] {
  if (scale.count === 0 || scale.revealedAt) return [];
  return [{ code: 'scale-hidden', step: 'scale', says: 'Scores were given and not yet revealed.' }];
}

function challenge(state: DiscussionState): Gap[] {
  const step = 'challenge';
  if (state.challenges.length === 0 && !isWritten(state, 'wrong-about')) {
    const says = 'Nobody challenged. Add one line: what could we be wrong about?';
    return [{ code: 'no-challenge', step, field: 'wrong-about', says }];
  }
  return state.challenges.flatMap((c): Gap[] => {
    const at = { step, challengeId: c.challengeId };
    if (c.answers.length === 0)
      return [{ ...at, code: 'challenge-answer', says: 'A challenge has no answer yet.' }];
    if (c.outcome) return [];
    const says = c.carriedFrom
      ? 'A challenge carried from last time has no outcome yet.'
      : 'A challenge has no outcome yet.';
    return [{ ...at, code: 'challenge-outcome', says }];
  });
}

function decision(state: DiscussionState): Gap[] {
  const gaps: Gap[] = [];
  const step = 'decision';
  if (!isWritten(state, 'decision')) {
    gaps.push({
      code: 'decision',
      step,
      field: 'decision',
      says: 'Say what was decided, even that the plan continues.',
    });
  }
  if (!state.decision.type)
    gaps.push({ code: 'decision-type', step, says: 'Say what kind of decision it is.' });
  if (!isWritten(state, 'rationale')) {
    gaps.push({ code: 'rationale', step, field: 'rationale', says: 'Say why it was decided.' });
  }
  return gaps;
}

function nextSteps(state: DiscussionState): Gap[] {
  const step = 'next-steps';
  if (state.steps.length === 0 && !isWritten(state, 'no-step-because')) {
    const says = 'Add a next step, or say why there is none.';
    return [{ code: 'no-step', step, field: 'no-step-because', says }];
  }
  return state.steps.flatMap((s): Gap[] => {
    const at = { step, stepId: s.stepId };
    const called = s.protected
      ? 'a protected next step'
      : s.text.trim()
        ? `“${s.text.trim()}”`
        : 'a next step';
    if (s.text.trim() === '')
      return [{ ...at, code: 'step-text', says: 'Say what will be done, or take the empty step away.' }];
    const gaps: Gap[] = [];
    const endless = s.openEndedBecause.trim() ? null : endlessIn(s.text);
    if (endless) {
      const says = `“${endless}” has no end. Reword ${called}, or say why it has no end.`;
      gaps.push({ ...at, code: 'step-end', says });
    }
    if (!s.ownerId) gaps.push({ ...at, code: 'step-owner', says: `Say who will do ${called}.` });
    if (!s.dueOn) gaps.push({ ...at, code: 'step-date', says: `Say by when: ${called}.` });
    if (s.carried >= asksAtCarry && s.different.trim() === '') {
      gaps.push({
        ...at,
        code: 'step-different',
        says: `Carried ${s.carried} times: what will be different this time? ${capital(called)}.`,
      });
    }
    return gaps;
  });
}

function readBack(state: DiscussionState): Gap[] {
  if (isWritten(state, 'say-to-family')) return [];
  return [
    {
      code: 'say-to-family',
      step: 'read-back',
      field: 'say-to-family',
      says: 'Say what we will say to the family.',
    },
  ];
}

function nameOf(of: DisciplineCode): string {
  return disciplineOf(of).label.toLowerCase();
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
