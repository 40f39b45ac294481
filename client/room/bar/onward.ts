import type { DiscussionState } from '../../../shared/discussion/state.js';
import type { SessionState } from '../../../shared/session/state.js';
import { stepBeside } from '../agenda/step-to-show.js';
import type { Place } from '../session/use-view.js';

/** What the chair’s one filled button does, named after where it goes. */
export type Onward = { words: string; unavailable?: string | undefined } & (
  | { does: 'go'; to: Place }
  | { does: 'reveal' }
);

/** The way on from a place, or nothing at the end of the sitting. `nameOf` gives a family's name. */
export function onward(
  session: SessionState,
  { slotId, step }: Place,
  { scale }: Pick<DiscussionState, 'scale'>,
  nameOf: (slotId: string) => string | undefined,
): Onward | null {
  if (session.status !== 'open') return null;
  if (step === 'scale' && !scale.revealedAt) {
    return {
      does: 'reveal',
      words: 'Reveal together',
      unavailable: scale.count === 0 ? 'Nobody has scored yet' : undefined,
    };
  }
  const next = stepBeside(step, 1);
  if (next)
    return { does: 'go', to: { slotId, step: next.code }, words: wordsTo(step, next.code, next.title) };
  const family = nextFamily(session, slotId);
  return family
    ? { does: 'go', to: { slotId: family, step: 'check-in' }, words: nextFamilySays(nameOf(family)) }
    : null;
}

/** The next slot that has not been dealt with, after this one in the order and then from the top. */
export function nextFamily(session: SessionState, slotId: string | null): string | null {
  const at = session.slots.findIndex((slot) => slot.slotId === slotId);
  const inTurn = [...session.slots.slice(at + 1), ...session.slots.slice(0, Math.max(0, at))];
  return inTurn.find((slot) => !slot.endedAt && !slot.startedAt)?.slotId ?? null;
}

export function nextFamilySays(name: string | undefined): string {
  return name ? `Next family: ${name}` : 'Next family';
}

function wordsTo(from: string, to: string, title: string): string {
  if (from === 'scale') return 'Start the challenge there';
  if (to === 'read-back') return 'Read back and sign';
  return `Go to ${to === 'scale' ? 'the scale' : title.charAt(0).toLowerCase() + title.slice(1)}`;
}
