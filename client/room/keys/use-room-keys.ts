import { useContext } from 'react';
import { agenda } from '../../../shared/agenda.js';
import { useAnnouncer } from '../../ui/live-regions/LiveRegions.js';
import { stepBeside } from '../agenda/step-to-show.js';
import { nextFamily } from '../bar/onward.js';
import { DialogsContext } from '../dialogs/dialogs.js';
import type { InDiscussion } from '../in-discussion.js';
import { useRoom } from '../in-room.js';
import type { Writing } from '../writing.js';
import { useShortcuts } from './shortcuts.js';

/** The single keys of the room, once a person has turned them on. */
export function useRoomKeys({ log, state }: Pick<InDiscussion, 'log' | 'state'>, writing: Writing): void {
  const { view, goTo, leads, session } = useRoom();
  const { paused, setPaused } = useAnnouncer();
  const dialogs = useContext(DialogsContext);
  const place = view.place;
  const to = (step: string | undefined) => {
    if (place && step) goTo({ slotId: place.slotId, step });
  };
  const digits = Object.fromEntries(agenda.map((step, at) => [String((at + 1) % 10), () => to(step.code)]));
  useShortcuts({
    ...digits,
    ']': () => to(place ? stepBeside(place.step, 1)?.code : undefined),
    '[': () => to(place ? stepBeside(place.step, -1)?.code : undefined),
    a: () => to('check-in'),
    b: () => to('read-back'),
    c: writing.openChallenge,
    n: () => writing.openStep(),
    s: () => to('scale'),
    r:
      leads && place?.step === 'scale' && !state.scale.revealedAt
        ? () => void log.change('scale.reveal', {})
        : undefined,
    f: leads
      ? () => {
          const next = nextFamily(session, place?.slotId ?? null);
          if (next) goTo({ slotId: next, step: 'check-in' });
        }
      : undefined,
    p: () => setPaused(!paused),
    '?': () => dialogs.open('keys'),
  });
}
