import { fieldOf } from '../agenda.js';
import { type DisciplineCode, disciplineOf } from '../disciplines.js';
import { type Actor, disciplinesHere, mayChair, mayContribute, stands } from '../people.js';
import type { RefusalCode } from '../refusals.js';
import type { DiscussionState } from './state.js';

/** The chair of this discussion: who opened the session with it, or was passed the chair. Before a session, any manager of the family's team. */
export function isChair(actor: Actor, state: DiscussionState): boolean {
  return state.chairId ? state.chairId === actor.personId && mayChair(actor) : mayChair(actor);
}

/** The chair, or whoever holds the pen: they write the shared fields and capture for people without a device. */
export function holdsPen(actor: Actor, state: DiscussionState): boolean {
  if (isChair(actor, state)) return true;
  if (state.penId) return state.penId === actor.personId && mayContribute(actor);
  return stands(actor, 'business-support');
}

/** Refuses observers and overseers; everybody else who is here may write somewhere. */
export function contributes(actor: Actor): RefusalCode | null {
  if (mayContribute(actor)) return null;
  return stands(actor, 'observer') ? 'observer' : 'not-yours';
}

/** May write as this discipline: they work in it with this family, or hold the pen and write for somebody present. */
export function writesFor(
  actor: Actor,
  state: DiscussionState,
  discipline: DisciplineCode,
): RefusalCode | null {
  if (disciplinesHere(actor).includes(discipline)) return null;
  return holdsPen(actor, state) ? null : (contributes(actor) ?? 'not-yours');
}

/**
 * Acts for somebody: for oneself, or, holding the pen, for another who has no device before them. The words are theirs,
 * and the entry keeps who recorded it.
 */
export function actsFor(
  actor: Actor,
  state: DiscussionState,
  forPersonId: string | undefined,
): RefusalCode | null {
  const no = contributes(actor);
  if (no) return no;
  return !forPersonId || forPersonId === actor.personId || holdsPen(actor, state) ? null : 'pen-only';
}

/** Whether somebody may write in a prose field. */
export function writesField(actor: Actor, state: DiscussionState, key: string): RefusalCode | null {
  const found = fieldOf(key);
  if (!found) return 'no-such-field';
  const { field, of } = found;
  if (field.of === 'child' && !state.children.some((c) => c.childId === of)) return 'no-such-field';
  if (field.of === 'discipline' && !isReviewing(of)) return 'no-such-field';
  if (field.by === 'own') return writesFor(actor, state, of as DisciplineCode);
  if (field.by === 'pen') return holdsPen(actor, state) ? null : (contributes(actor) ?? 'pen-only');
  return contributes(actor);
}

function isReviewing(code: string | null): boolean {
  try {
    return disciplineOf(code as DisciplineCode).reviews;
  } catch {
    return false;
  }
}

/** The record is open from preparation until it is signed. */
export function whileOpen(state: DiscussionState): RefusalCode | null {
  if (state.status === 'signed') return 'signed';
  return state.status === 'empty' ? 'not-found' : null;
}

/** Being discussed, or just held: after preparation and before signing. */
export function whileHeld(state: DiscussionState): RefusalCode | null {
  if (state.status === 'signed') return 'signed';
  return state.status === 'live' || state.status === 'held' ? null : 'not-live';
}
