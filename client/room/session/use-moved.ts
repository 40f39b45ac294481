import { useEffect, useState } from 'react';
import type { SessionState } from '../../../shared/session/state.js';
import type { UsedLog } from '../../live/use-log.js';
import { type Place, samePlace, type View } from './use-view.js';

/** How long moving the room to another family can be taken back, in milliseconds. */
const undoFor = 60_000;

export interface Moved {
  /** Moves the room. */
  goTo: (place: Place) => void;
  /** Where the room was before the last move to another family, while that can be taken back. */
  undoTo: Place | null;
  undo: () => void;
}

interface Move {
  from: Place;
  to: string;
  /** The family had not been begun before: taking the move back also takes back its beginning. */
  fresh: boolean;
}

/** How the chair moves the room, and takes a move to another family back. */
export function useMoved(log: UsedLog<SessionState>, view: View): Moved {
  const [last, setLast] = useState<Move | null>(null);
  useEffect(() => {
    if (!last) return;
    const timer = setTimeout(() => setLast(null), undoFor);
    return () => clearTimeout(timer);
  }, [last]);
  const session = log.state;
  const to = (place: Place) => {
    view.steps(place);
    void log.change('session.goTo', place);
  };
  // Once the room has gone further, or the family was dealt with, there is nothing to take back.
  const undoable =
    last &&
    session.at?.slotId === last.to &&
    !session.slots.find((s) => s.slotId === last.from.slotId)?.endedAt
      ? last
      : null;
  return {
    goTo: (place) => {
      const { at } = session;
      const other = at && at.slotId !== place.slotId;
      const fresh = !session.slots.find((slot) => slot.slotId === place.slotId)?.startedAt;
      setLast(
        other
          ? { from: { slotId: at.slotId, step: at.step }, to: place.slotId, fresh }
          : samePlace(at, place)
            ? last
            : null,
      );
      to(place);
    },
    undoTo: undoable?.from ?? null,
    undo: () => {
      if (!undoable) return;
      setLast(null);
      // Left before the room moves: a family that the room moves on from has been talked through.
      if (undoable.fresh) void log.change('slot.leave', { slotId: undoable.to });
      to(undoable.from);
    },
  };
}
