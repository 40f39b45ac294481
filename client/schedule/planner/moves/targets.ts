import type { SessionLine } from '../../../../shared/schedule/http.js';
import { plusMinutes } from '../../../../shared/schedule/local-time.js';
import type { Board, BoardSession, BoardSlot } from '../../../../shared/schedule/planner.js';
import { timeOfDay, weekdayShortDate } from '../../../ui/format.js';

/** A place in the order of a session, as a list offers it. */
export interface Place {
  position: number;
  label: string;
}

/** A session that a family can be put into, with its places. */
export interface Target {
  sessionId: string;
  date: string;
  /** "Tuesday 14 April, 9:30am" */
  label: string;
  /** In order; the last is the end. */
  places: readonly Place[];
}

/** The sessions to come that can still be planned: those on the board, then those of other months. */
export function targetsOf(
  board: Pick<Board, 'sessions' | 'teamId' | 'today'>,
  others: readonly SessionLine[],
  moving?: string,
): Target[] {
  const { today, teamId } = board;
  const label = (session: Pick<BoardSession, 'date' | 'startsAt'>) =>
    `${weekdayShortDate(session.date, today)}, ${timeOfDay(session.startsAt)}`;
  const here = board.sessions
    .filter((session) => session.status === 'planned' && session.date >= today)
    .map((session) => ({
      sessionId: session.sessionId,
      date: session.date,
      label: label(session),
      places: placesIn(session, moving),
    }));
  const known = new Set(board.sessions.map(({ sessionId }) => sessionId));
  const elsewhere = others
    .filter((line) => line.teamId === teamId && line.status === 'planned' && !known.has(line.sessionId))
    .map((line) => ({
      sessionId: line.sessionId,
      date: line.date,
      label: label(line),
      places: [{ position: line.slots, label: line.slots === 0 ? 'First' : 'Last' }],
    }));
  return [...here, ...elsewhere].sort((a, b) => a.date.localeCompare(b.date));
}

/** "9:30am, first", "10am, after Kaczmarek": where a family could stand, itself taken out of the order. */
export function placesIn(session: Pick<BoardSession, 'slots' | 'startsAt'>, moving?: string): Place[] {
  let at = session.startsAt;
  const places: Place[] = [{ position: 0, label: `${timeOfDay(at)}, first` }];
  for (const slot of stayingIn(session, moving)) {
    at = plusMinutes(at, slot.minutes);
    places.push({ position: places.length, label: `${timeOfDay(at)}, after ${slot.name}` });
  }
  return places;
}

/** The slots of a session but for the one that moves. */
export function stayingIn(session: Pick<BoardSession, 'slots'>, moving?: string): BoardSlot[] {
  return session.slots.filter(({ slotId }) => slotId !== moving);
}

/** Where a slot is now: its session, and its place in the order. */
export function placeNow(
  board: Pick<Board, 'sessions'>,
  slotId: string,
): { session: BoardSession; position: number } | undefined {
  for (const session of board.sessions) {
    const position = session.slots.findIndex((slot) => slot.slotId === slotId);
    if (position >= 0) return { session, position };
  }
  return undefined;
}

/** Whether a slot can still be moved: its session is to come, and it has not been taken. */
export function mayMove(session: BoardSession, slot: BoardSlot): boolean {
  return session.status === 'planned' && slot.outcome === null;
}
