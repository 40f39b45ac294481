import type { LogView } from '../../live/log-view.js';

type Seen = Pick<LogView<unknown>, 'seq' | 'pending' | 'refused' | 'stood'>;

/** What somebody had read when they pressed "Sign minutes". */
export interface Reading {
  /** The place of the last entry on their screen. */
  seq: number;
  /** How many of their own words were behind it on their screen, and not yet in the record. */
  own: number;
  /** How many of their own changes had been refused by then, and how many had turned out to be in the record before. */
  refused: number;
  stood: number;
}

export function readNow({ seq, pending, refused, stood }: Seen): Reading {
  return { seq, own: pending.length, refused, stood };
}

/**
 * The last entry they may say they have read, once their own last words are answered; or null when they must read again.
 * If one of their own was refused, somebody else's entry may stand in the place that was meant for it: counting places
 * would sign words that nobody here has read. One of their own may also stand in what they read already, when its
 * answer was lost with the connection or the page: then nothing of theirs follows in its place.
 */
export function readUpTo(reading: Reading, { pending, refused, stood }: Seen): number | null {
  if (refused !== reading.refused || pending.length > 0) return null;
  return reading.seq + reading.own - (stood - reading.stood);
}
