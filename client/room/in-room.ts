import { createContext, useContext } from 'react';
import type { z } from 'zod';
import type { YourSlot } from '../../shared/schedule/http.js';
import { sessionLog } from '../../shared/session/log.js';
import type { SessionState } from '../../shared/session/state.js';
import type { UsedLog } from '../live/use-log.js';
import type { Etas } from './agenda/etas.js';
import { mayDo } from './in-discussion.js';
import type { People } from './people/people.js';
import type { Moved } from './session/use-moved.js';
import type { Place, View } from './session/use-view.js';

export type FamilySlot = z.infer<typeof YourSlot>;

/** The session as everything in the room sees it. */
export interface InRoom {
  sessionId: string;
  councilName: string;
  log: UsedLog<SessionState>;
  session: SessionState;
  /** The slots whose family is yours, by slot id. */
  families: ReadonlyMap<string, FamilySlot>;
  people: People;
  /** Who holds manager grade, for passing the chair. */
  managers: ReadonlySet<string>;
  /** Who usually joins from elsewhere. */
  remote: ReadonlySet<string>;
  etas: Etas;
  /** The server's time, in milliseconds, renewed as the minutes pass. */
  now: number;
  today: string;
  view: View;
  /** Whether you move the room. */
  leads: boolean;
  moved: Moved;
  /** Moves the room when you lead it, and only your own view when not. */
  goTo: (place: Place) => void;
}

export const RoomContext = createContext<InRoom | null>(null);

export function useRoom(): InRoom {
  const found = useContext(RoomContext);
  if (!found) throw new Error('useRoom needs a room around it');
  return found;
}

/** Whether you may do this to the session; null when you may. */
export function useMayInRoom(kind: string, payload: unknown = {}) {
  const { session, log } = useRoom();
  return mayDo(sessionLog, session, log.you, kind, payload);
}
