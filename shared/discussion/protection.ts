import type { DisciplineCode } from '../disciplines.js';
import { type Actor, disciplinesHere, mayChair } from '../people.js';
import type { LastStep, NextStep, ProtectedNote } from './state.js';

/**
 * Who may read what is protected. It follows from the person and from the protected thing alone, never from who chairs
 * or holds the pen just now: an entry withheld at noon must not have to be sent after all at one.
 */

type Protection = Pick<NextStep, 'protected' | 'audience' | 'ownerId' | 'by'>;

/** A protected next step: managers, its owner, whoever wrote it, and the disciplines it names. */
export function mayReadStep(actor: Actor, step: Protection): boolean {
  if (!step.protected) return true;
  return mayChair(actor) || step.ownerId === actor.personId || isOf(actor, step.audience, step.by);
}

/** A protected note: managers, its author, its own discipline, and the disciplines it names. Probation only when named. */
export function mayReadNote(
  actor: Actor,
  note: Pick<ProtectedNote, 'discipline' | 'audience' | 'by'>,
): boolean {
  return mayChair(actor) || isOf(actor, [note.discipline, ...note.audience], note.by);
}

function isOf(actor: Actor, audience: readonly DisciplineCode[], by: string | null): boolean {
  return by === actor.personId || disciplinesHere(actor).some((d) => audience.includes(d));
}

/** What is left of a protected step for the others: whose it is and by when, not what. */
export function stepWithout<S extends NextStep>(step: S): S {
  return { ...step, text: '', withWhom: '', evidence: '', different: '', openEndedBecause: '' };
}

/** The same for a step agreed last time. */
export function lastStepWithout(step: LastStep): LastStep {
  return { ...step, text: '', withWhom: '', evidence: '', note: '' };
}
