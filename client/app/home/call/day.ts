import type { HomeSession, HomeSlot } from '../../../../shared/home/home.js';
import type { SessionState } from '../../../../shared/session/state.js';
import { etas } from '../../../room/agenda/etas.js';
import { londonInstant } from '../../../room/agenda/london.js';

/** One family that somebody is still needed for, at the time it now stands. Instants in milliseconds. */
export interface Block {
  session: HomeSession;
  slot: HomeSlot;
  stands: 'now' | 'ahead';
  startsAt: number;
  endsAt: number;
}

/** What a day is made of, as it is drawn. */
export type Piece =
  | { kind: 'family'; block: Block; startsAt: number; minutes: number }
  | { kind: 'free'; startsAt: number; minutes: number }
  | { kind: 'leave'; startsAt: number; minutes: number };

// Shorter gaps are no free time: nobody begins anything in them.
const worthNaming = 5;
/** How wide "you can leave" is drawn, in minutes of the day beside it. */
const leaveWidth = 30;

/** The sessions of the first day on which somebody has a part: today, or the next. */
export function nextDay(sessions: readonly HomeSession[]): readonly HomeSession[] {
  const mine = sessions.filter((session) => session.part !== 'none');
  const first = mine.map(({ date }) => date).sort()[0];
  return mine.filter(({ date }) => date === first);
}

/** The families still to come, over all teams of a day, in the order of their times. `running` are the sessions as they stand this moment. */
export function blocksOf(
  sessions: readonly HomeSession[],
  running: ReadonlyMap<string, SessionState>,
  now: number,
): Block[] {
  return sessions
    .flatMap((session) => {
      const state = running.get(session.sessionId);
      return state ? liveBlocks(session, state, now) : plannedBlocks(session);
    })
    .sort((a, b) => a.startsAt - b.startsAt);
}

function liveBlocks(session: HomeSession, state: SessionState, now: number): Block[] {
  if (state.status === 'closed') return [];
  return etas(state, now).slots.flatMap(({ slotId, stands, startsAt, endsAt }): Block[] => {
    const slot = session.yours.find((one) => one.slotId === slotId);
    return slot && stands !== 'done' ? [{ session, slot, stands, startsAt, endsAt }] : [];
  });
}

function plannedBlocks(session: HomeSession): Block[] {
  return session.yours
    .filter((slot) => slot.outcome === null)
    .map((slot) => {
      const startsAt = londonInstant(session.date, slot.startsAt);
      return { session, slot, stands: 'ahead', startsAt, endsAt: startsAt + slot.minutes * 60_000 };
    });
}

/** The day as one line: families, the time between them, and when one can leave. Whoever leads stays to the end. */
export function piecesOf(blocks: readonly Block[]): Piece[] {
  const pieces: Piece[] = [];
  let until = blocks[0]?.startsAt ?? 0;
  for (const block of blocks) {
    const free = minutesBetween(until, block.startsAt);
    if (free >= worthNaming) pieces.push({ kind: 'free', startsAt: until, minutes: free });
    const minutes = Math.max(1, minutesBetween(block.startsAt, block.endsAt));
    pieces.push({ kind: 'family', block, startsAt: block.startsAt, minutes });
    until = Math.max(until, block.endsAt);
  }
  if (blocks.at(-1)?.session.part === 'called')
    pieces.push({ kind: 'leave', startsAt: until, minutes: leaveWidth });
  return pieces;
}

function minutesBetween(from: number, to: number): number {
  return Math.round((to - from) / 60_000);
}
