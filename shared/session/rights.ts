import { type Actor, mayChair, stands } from '../people.js';
import type { RefusalCode } from '../refusals.js';
import type { SessionState, Slot } from './state.js';

/** Chairs this session, with manager grade. */
export function chairs(actor: Actor, state: SessionState): boolean {
  return mayChair(actor) && state.chairId === actor.personId;
}

/** Only the chair moves an open session. Before it opens, managers and business support arrange it. */
export function arranges(actor: Actor, state: SessionState): RefusalCode | null {
  if (state.status === 'planned')
    return mayChair(actor) || stands(actor, 'business-support') ? null : 'manager-only';
  return chairs(actor, state) ? null : 'chair-only';
}

export function chairOnly(actor: Actor, _: unknown, state: SessionState): RefusalCode | null {
  return chairs(actor, state) ? null : 'chair-only';
}

export function whileRunning(state: SessionState): RefusalCode | null {
  if (state.status === 'closed') return 'closed';
  return state.status === 'open' ? null : 'not-open';
}

export function beforeClosed(state: SessionState): RefusalCode | null {
  return state.status === 'closed' ? 'closed' : null;
}

/** A slot still to be dealt with, or why not. */
export function slotOpen(state: SessionState, slotId: string): RefusalCode | null {
  const slot = slotOf(state, slotId);
  if (!slot) return 'no-such-slot';
  return slot.endedAt ? 'slot-ended' : null;
}

export function slotOf(state: SessionState, slotId: string): Slot | undefined {
  return state.slots.find((s) => s.slotId === slotId);
}

/**
 * Reads what was said about a slot. Everybody else in the session may belong to other families of it: to them the slot
 * says only that it ended.
 */
export function mayReadNotes(actor: Actor): boolean {
  return mayChair(actor) || stands(actor, 'business-support', 'overseer');
}
