import { useRef, useState } from 'react';
import type { SessionState } from '../../../shared/session/state.js';

/** A family's slot and a step of its agenda. */
export interface Place {
  slotId: string;
  step: string;
}

export type OwnStep = 'family' | 'step' | null;

export interface View {
  /** What this screen shows; null while the room is nowhere, or with a family that is not yours. */
  place: Place | null;
  /** Where the room is. */
  room: Place | null;
  /** Whether the screen goes where the room goes. */
  following: boolean;
  /** Looks somewhere else than the room. */
  look: (place: Place) => void;
  rejoin: () => void;
  /** Whether the last change of place was this person's own doing, and how far: only then may focus move. Answers once. */
  tookOwnStep: () => OwnStep;
  /** Notes that the change to this place is this person's own doing. */
  steps: (to: Place) => void;
}

/** Follows the room, unless the person wanders, or is writing when the room moves on. */
export function useView(session: SessionState, isMine: (slotId: string) => boolean): View {
  const room = session.at;
  const [own, setOwn] = useState<Place | null>(null);
  const [followed, setFollowed] = useState(room);
  const byOneself = useRef<OwnStep>(null);

  if (!samePlace(followed, room)) {
    setFollowed(room);
    // Nobody's field is taken away under their hands: they stay, and are told where the room went.
    if (own === null && followed && isMine(followed.slotId) && isWriting()) setOwn(placeOf(followed));
    if (own && samePlace(own, room)) setOwn(null);
  }

  const place = own ?? (room && isMine(room.slotId) ? placeOf(room) : null);
  const farTo = (to: Place) => (to.slotId === place?.slotId ? 'step' : 'family');
  return {
    place,
    room: room ? placeOf(room) : null,
    following: own === null,
    look: (to) => {
      byOneself.current = farTo(to);
      setOwn(samePlace(to, room) ? null : to);
    },
    rejoin: () => {
      if (room) byOneself.current = farTo(room);
      setOwn(null);
    },
    tookOwnStep: () => {
      const yes = byOneself.current;
      byOneself.current = null;
      return yes;
    },
    steps: (to) => {
      byOneself.current = farTo(to);
      setOwn(null);
    },
  };
}

export function samePlace(one: Place | null, other: Place | null): boolean {
  return one?.slotId === other?.slotId && one?.step === other?.step;
}

function placeOf({ slotId, step }: Place): Place {
  return { slotId, step };
}

function isWriting(): boolean {
  const active = document.activeElement;
  return (
    active instanceof HTMLElement &&
    active.closest('#main') !== null &&
    active.matches('textarea:not([readonly]), input[type="text"]')
  );
}
