import { agenda, stepCodes } from '../../../shared/agenda.js';
import type { SessionState } from '../../../shared/session/state.js';

/** The step at which a family is shown when one comes to it: where the room is in it, or its first, or, once dealt with, the read-back. */
export function stepToShow(session: SessionState, slotId: string): string {
  if (session.at?.slotId === slotId) return session.at.step;
  const slot = session.slots.find((s) => s.slotId === slotId);
  const over = slot?.outcome || (slot?.startedAt && session.status === 'closed');
  return (over ? agenda.at(-1) : agenda[0])?.code ?? 'check-in';
}

/** The step before or after one, or undefined at the ends. */
export function stepBeside(step: string, by: 1 | -1) {
  return agenda[stepCodes.indexOf(step) + by];
}
