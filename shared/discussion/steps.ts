import { z } from 'zod';
import { kindOf } from '../live/change.js';
import type { Actor } from '../people.js';
import type { RefusalCode } from '../refusals.js';
import { inEngland } from '../schedule/local-time.js';
import { mayReadStep, stepWall, stepWithout, thereAgain, withoutStep } from './protection.js';
import { contributes, holdsPen, whileOpen } from './rights.js';
import { discipline, given, id, line, localDate, paragraph } from './schemas.js';
import type { DiscussionState, LastStep, NextStep, StepWall } from './state.js';

const kind = kindOf<DiscussionState>();

const setSchema = z.strictObject({
  stepId: id,
  text: paragraph.optional(),
  ownerId: id.nullable().optional(),
  withWhom: line.optional(),
  dueOn: localDate.nullable().optional(),
  evidence: paragraph.optional(),
  protected: z.boolean().optional(),
  audience: z.array(discipline).max(20).optional(),
  from: z.enum(['decision', 'challenge']).optional(),
  different: paragraph.optional(),
  openEndedBecause: paragraph.optional(),
});
/**
 * As recorded it is the whole step, with whether an earlier yes still stands: so that whoever may read a protected step
 * from now on receives all of it in this entry, and whoever may not loses all of it.
 */
export type StepSet = z.infer<typeof setSchema> & { whole?: Omit<NextStep, 'accepted'>; yesStands?: boolean };

/** A next step is written, or written better: what, who, by when, how we will know. */
const set = kind<StepSet>({
  kind: 'step.set',
  schema: setSchema,
  may: mayWrite,
  when: whileOpen,
  completes: (payload, state, by) => {
    const before = stepOf(state, payload.stepId);
    const { accepted, ...whole } = merged(before, stepWall(state, payload.stepId), payload, by);
    return { stepId: payload.stepId, whole, yesStands: accepted !== null };
  },
  apply: (state, payload, { by }) => {
    const before = stepOf(state, payload.stepId);
    const now = payload.whole
      ? { ...payload.whole, accepted: payload.yesStands ? (before?.accepted ?? null) : null }
      : merged(before, stepWall(state, payload.stepId), payload, by);
    const steps = before ? state.steps.map((s) => (s === before ? now : s)) : [...state.steps, now];
    return thereAgain({ ...state, steps }, 'steps', payload.stepId);
  },
  says: ({ whole, text }, names) =>
    whole?.protected
      ? `wrote a protected next step for ${names(whole.ownerId)}`
      : `wrote the next step “${whole?.text ?? text ?? ''}”`,
  seenBy: (actor, { stepId, whole }, state) =>
    !whole || (mayReadStep(actor, whole) && mayReadStep(actor, stepWall(state, stepId) ?? whole)),
  reduced: (payload) => ({
    payload: payload.whole ? { ...payload, whole: withoutWords(payload.whole) } : { stepId: payload.stepId },
  }),
});

function withoutWords(whole: Omit<NextStep, 'accepted'>): Omit<NextStep, 'accepted'> {
  const { accepted: _, ...rest } = stepWithout({ ...whole, accepted: null, protected: true });
  return rest;
}

const newStep: Omit<NextStep, 'stepId'> = {
  text: '',
  ownerId: null,
  withWhom: '',
  dueOn: null,
  evidence: '',
  protected: false,
  audience: [],
  from: 'decision',
  carried: 0,
  different: '',
  openEndedBecause: '',
  accepted: null,
  by: null,
};

/** Written again after it was taken away, perhaps by somebody who was still writing, it is as protected as it was. */
function merged(
  before: NextStep | undefined,
  wall: StepWall | undefined,
  { whole: _, yesStands: __, ...payload }: StepSet,
  by: string | null,
): NextStep {
  const now: NextStep = { ...newStep, by, ...wall, ...before, ...given(payload), stepId: payload.stepId };
  // Somebody said yes to these words, this owner, this date: to other ones they have not.
  const same =
    before && now.text === before.text && now.ownerId === before.ownerId && now.dueOn === before.dueOn;
  // A carried step stays a carried step, however it is reworded.
  const from = before?.from === 'carried' ? 'carried' : now.from;
  return { ...now, from, accepted: same ? before.accepted : null };
}

/** The chair and the pen write every step; anybody who contributes, a step of their own. What you may not read you may not rewrite. */
function mayWrite(actor: Actor, { stepId, ownerId }: StepSet, state: DiscussionState): RefusalCode | null {
  const no = contributes(actor);
  if (no) return no;
  const before = stepOf(state, stepId);
  // One agreed last time may yet be carried over, under the same id.
  const wall = stepWall(state, stepId) ?? state.lastSteps.find((s) => s.stepId === stepId);
  if (wall && !mayReadStep(actor, wall)) return 'not-yours';
  if (holdsPen(actor, state)) return null;
  const mine = actor.personId;
  const keepsIt = ownerId === undefined || ownerId === mine;
  const isMine = before ? before.by === mine && before.ownerId === mine && keepsIt : ownerId === mine;
  return isMine ? null : 'pen-only';
}

const remove = kind({
  kind: 'step.remove',
  schema: z.strictObject({ stepId: id }),
  may: (actor, { stepId }, state) => mayWrite(actor, { stepId }, state),
  when: (state, { stepId }) => {
    const no = whileOpen(state);
    if (no) return no;
    const found = stepOf(state, stepId);
    if (!found) return 'no-such-step';
    return found.from === 'carried' ? 'carried-step' : null;
  },
  apply: (state, { stepId }) => withoutStep(state, stepId),
  says: () => 'took a next step away',
});

const acceptSchema = z.strictObject({
  stepId: id,
  forPersonId: id.optional(),
  /** False takes the yes back. */
  yes: z.boolean().optional(),
});
export type StepAccept = z.infer<typeof acceptSchema>;

/** The owner says yes at the read-back, from their own device, or through the pen when they have none before them. */
const accept = kind({
  kind: 'step.accept',
  schema: acceptSchema,
  may: (actor, { stepId, forPersonId }, state) => {
    const owner = stepOf(state, stepId)?.ownerId;
    if (owner === actor.personId) return null;
    return forPersonId && (!owner || forPersonId === owner) && holdsPen(actor, state)
      ? null
      : 'not-the-owner';
  },
  when: (state, { stepId }) => {
    const no = whileOpen(state);
    if (no) return no;
    const found = stepOf(state, stepId);
    if (!found) return 'no-such-step';
    return found.ownerId ? null : 'needs-owner';
  },
  apply: (state, { stepId, yes }, { by, at }) => ({
    ...state,
    steps: state.steps.map((s) =>
      s.stepId === stepId && s.ownerId && by
        ? {
            ...s,
            accepted: yes === false ? null : { by: s.ownerId, recordedBy: s.ownerId === by ? null : by, at },
          }
        : s,
    ),
  }),
  says: ({ yes, forPersonId }, names) =>
    `${yes === false ? 'took back a yes to' : 'said yes to'} a next step${forPersonId ? ` for ${names(forPersonId)}` : ''}`,
});

const lastSchema = z.strictObject({
  stepId: id,
  status: z.enum(['open', 'done', 'not-yet', 'no-longer-needed']),
  note: paragraph.optional(),
  doneOn: localDate.nullable().optional(),
});
export type StepLast = z.infer<typeof lastSchema>;

/** What became of a step agreed last time. "Not yet" carries it over: it stands among the new ones, wanting a date. */
const last = kind({
  kind: 'step.last',
  schema: lastSchema,
  may: (actor, { stepId }, state) => {
    if (state.lastSteps.some((s) => s.stepId === stepId && s.ownerId === actor.personId)) return null;
    return holdsPen(actor, state) ? null : (contributes(actor) ?? 'pen-only');
  },
  when: (state, { stepId }) =>
    whileOpen(state) ?? (state.lastSteps.some((s) => s.stepId === stepId) ? null : 'no-such-step'),
  apply: (state, { stepId, status, note, doneOn }, { at }) => {
    const step = state.lastSteps.find((s) => s.stepId === stepId);
    if (!step) return state;
    // Said without a day, it was done by the day that it was said.
    const day = doneOn ?? step.doneOn ?? inEngland(new Date(at)).date;
    const now = {
      ...step,
      status,
      ...given({ note }),
      doneOn: status === 'done' ? day : null,
    };
    const lastSteps = state.lastSteps.map((s) => (s === step ? now : s));
    return withCarriedOver({ ...state, lastSteps }, now);
  },
  says: ({ status }) => `said of a next step: ${lastTitles[status].toLowerCase()}`,
  seenBy: (actor, { stepId }, state) =>
    state.lastSteps.every((s) => s.stepId !== stepId || mayReadStep(actor, s)),
  reduced: ({ note: _, ...payload }) => ({ payload }),
});

/** What can have become of a step. */
export const lastTitles = {
  open: 'Not reviewed yet',
  done: 'Done',
  'not-yet': 'Not yet',
  'no-longer-needed': 'No longer needed',
} as const satisfies Record<LastStep['status'], string>;

function withCarriedOver(state: DiscussionState, last: LastStep): DiscussionState {
  if (last.status !== 'not-yet') return withoutStep(state, last.stepId);
  if (stepOf(state, last.stepId)) return state;
  const { stepId, text, ownerId, withWhom, evidence, audience, by } = last;
  const wall = stepWall(state, stepId);
  const step: NextStep = {
    ...newStep,
    stepId,
    text,
    ownerId,
    withWhom,
    evidence,
    audience,
    by,
    // Carried a second time, it is whose it was by then, and protected from whom it was.
    ...wall,
    protected: last.protected || (wall?.protected ?? false),
    from: 'carried',
    carried: last.carried + 1,
  };
  return thereAgain({ ...state, steps: [...state.steps, step] }, 'steps', stepId);
}

function stepOf(state: DiscussionState, stepId: string): NextStep | undefined {
  return state.steps.find((s) => s.stepId === stepId);
}

/** The kinds of this theme. */
export const stepsKinds = [set, remove, accept, last];
