import type { LogView } from '../../live/log-view.js';

type Seen = Pick<LogView<unknown>, 'seq' | 'pending' | 'refused'>;

/** What somebody had read when they pressed "Sign minutes". */
export interface Reading {
  /** The place of the last entry on their screen. */
  seq: number;
  /** How many of their own words were behind it on their screen, and not yet in the record. */
  own: number;
  /** How many of their own changes had been refused by then. */
  refused: number;
}

export function readNow({ seq, pending, refused }: Seen): Reading {
  return { seq, own: pending.length, refused };
}

/**
 * The last entry they may say they have read, once their own last words are answered; or null when they must read again.
 * If one of their own was refused, somebody else's entry may stand in the place that was meant for it: counting places
 * would sign words that nobody here has read.
 */
export function readUpTo(reading: Reading, { pending, refused }: Seen): number | null {
  return refused === reading.refused && pending.length === 0 ? reading.seq + reading.own : null;
}
