import type { DisciplineCode } from '../disciplines.js';
import { type Actor, disciplinesHere, mayChair } from '../people.js';
import type { DiscussionState, LastStep, NextStep, NoteWall, StepWall } from './state.js';

/**
 * Who may read what is protected. It follows from the person and from the protected thing alone, never from who chairs
 * or holds the pen just now: an entry withheld at noon must not have to be sent after all at one.
 */

/** A protected next step: managers, its owner, whoever wrote it, and the disciplines it names. */
export function mayReadStep(actor: Actor, step: StepWall): boolean {
  if (!step.protected) return true;
  return mayChair(actor) || step.ownerId === actor.personId || isOf(actor, step.audience, step.by);
}

/** A protected note: managers, its author, its own discipline, and the disciplines it names. Probation only when named. */
export function mayReadNote(actor: Actor, note: NoteWall): boolean {
  return mayChair(actor) || isOf(actor, [note.discipline, ...note.audience], note.by);
}

function isOf(actor: Actor, audience: readonly DisciplineCode[], by: string | null): boolean {
  return by === actor.personId || disciplinesHere(actor).some((d) => audience.includes(d));
}

/** Whether this person may read every word that the minutes are made from. */
export function readsAll(actor: Actor, { steps, lastSteps, notes }: DiscussionState): boolean {
  return (
    [...steps, ...lastSteps].every((s) => mayReadStep(actor, s)) && notes.every((n) => mayReadNote(actor, n))
  );
}

/**
 * Stands for the hash of the minutes where somebody may not read all that was hashed: they have every other word of the
 * text, so they could try addresses in the place of the protected one until the hash is the same.
 */
export const hashWithheld = 'withheld';

/** Who may read a step as it stands, or might when it was taken away; nothing where there never was one. */
export function stepWall({ steps, gone }: DiscussionState, stepId: string): StepWall | undefined {
  return steps.find((s) => s.stepId === stepId) ?? (gone && own(gone.steps, stepId));
}

/** The same for a protected note. */
export function noteWall({ notes, gone }: DiscussionState, noteId: string): NoteWall | undefined {
  return notes.find((n) => n.noteId === noteId) ?? (gone && own(gone.notes, noteId));
}

/** The state without a step, its wall kept: whoever could not read it reads none of it when it is no longer there. */
export function withoutStep(state: DiscussionState, stepId: string): DiscussionState {
  const step = state.steps.find((s) => s.stepId === stepId);
  if (!step) return state;
  const { protected: isProtected, audience, ownerId, by } = step;
  const wall = { protected: isProtected, audience, ownerId, by };
  const { steps, notes } = state.gone ?? nothingGone;
  return {
    ...state,
    steps: state.steps.filter((s) => s !== step),
    gone: { steps: { ...steps, [stepId]: wall }, notes },
  };
}

/** The same for a protected note. */
export function withoutNote(state: DiscussionState, noteId: string): DiscussionState {
  const note = state.notes.find((n) => n.noteId === noteId);
  if (!note) return state;
  const { discipline, audience, by } = note;
  const { steps, notes } = state.gone ?? nothingGone;
  return {
    ...state,
    notes: state.notes.filter((n) => n !== note),
    gone: { steps, notes: { ...notes, [noteId]: { discipline, audience, by } } },
  };
}

/** What is there again has its wall in itself. */
export function thereAgain(state: DiscussionState, what: 'steps' | 'notes', id: string): DiscussionState {
  const { gone } = state;
  if (!gone || !Object.hasOwn(gone[what], id)) return state;
  const { [id]: _, ...others } = gone[what];
  return { ...state, gone: { ...gone, [what]: others } };
}

const nothingGone: NonNullable<DiscussionState['gone']> = { steps: {}, notes: {} };

/** Ids come from people's devices: one may be called like something every object has. */
function own<T>(record: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(record, id) ? record[id] : undefined;
}

/** What is left of a protected step for the others: whose it is and by when, not what. */
export function stepWithout<S extends NextStep>(step: S): S {
  return { ...step, text: '', withWhom: '', evidence: '', different: '', openEndedBecause: '' };
}

/** The same for a step agreed last time. */
export function lastStepWithout(step: LastStep): LastStep {
  return { ...step, text: '', withWhom: '', evidence: '', note: '' };
}
