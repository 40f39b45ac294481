/**
 * What a screen reader is told, and when. Pure: time is handed in, in milliseconds.
 * One polite message at most every five seconds, the newest of each kind, and never while the person types.
 */

/** One thing to say. A later message of the same kind takes the place of an earlier one not yet said. */
export interface Announcement {
  readonly kind: string;
  readonly words: string;
  /** A decision is said even to those who asked for decisions only. */
  readonly decision?: boolean;
  /** Least time between two of this kind; 30 000 for people coming and going. */
  readonly every?: number;
}

/** How much a person wants to hear. */
export type Listening = 'all' | 'decisions' | 'none';

export interface Batch {
  readonly waiting: readonly Announcement[];
  /** Kept while paused, for reading later, oldest first. */
  readonly kept: readonly Announcement[];
  readonly listening: Listening;
  readonly paused: boolean;
  readonly spokeAt: number;
  readonly typedAt: number;
  readonly spokeKindAt: Readonly<Record<string, number>>;
}

export const gapBetween = 5_000;
export const pauseInTyping = 2_000;
const longAgo = Number.NEGATIVE_INFINITY;

export const silentBatch: Batch = {
  waiting: [],
  kept: [],
  listening: 'all',
  paused: false,
  spokeAt: longAgo,
  typedAt: longAgo,
  spokeKindAt: {},
};

/** Adds a message, or keeps it for later when announcements are paused. */
export function add(batch: Batch, message: Announcement): Batch {
  if (batch.paused) return { ...batch, kept: [...batch.kept, message] };
  if (batch.listening === 'none' || (batch.listening === 'decisions' && !message.decision)) return batch;
  return { ...batch, waiting: [...batch.waiting.filter((other) => other.kind !== message.kind), message] };
}

/** The person pressed a key in a field: polite messages wait for a pause. */
export function typed(batch: Batch, now: number): Batch {
  return { ...batch, typedAt: now };
}

/** Pausing moves what was about to be said to the kept list, so nothing is lost; going on says only what is new. */
export function pause(batch: Batch, paused: boolean): Batch {
  if (!paused) return { ...batch, paused };
  return { ...batch, paused, waiting: [], kept: [...batch.kept, ...batch.waiting] };
}

/** Empties the kept list once it has been read. */
export function forgetKept(batch: Batch): Batch {
  return { ...batch, kept: [] };
}

export function listen(batch: Batch, listening: Listening): Batch {
  const waiting =
    listening === 'all'
      ? batch.waiting
      : batch.waiting.filter((m) => listening === 'decisions' && m.decision);
  return { ...batch, listening, waiting };
}

/** When the next words may be spoken, or undefined when nothing waits. */
export function nextAt(batch: Batch): number | undefined {
  if (batch.waiting.length === 0) return undefined;
  const first = Math.min(...batch.waiting.map((message) => readyAt(batch, message)));
  return Math.max(first, batch.spokeAt + gapBetween, batch.typedAt + pauseInTyping);
}

/** What to say now, as sentences in the order they came, and the batch afterwards. */
export function speak(batch: Batch, now: number): { batch: Batch; words: string | undefined } {
  const due = nextAt(batch);
  if (due === undefined || due > now) return { batch, words: undefined };
  const said = batch.waiting.filter((message) => readyAt(batch, message) <= now);
  const spokeKindAt = { ...batch.spokeKindAt };
  for (const message of said) spokeKindAt[message.kind] = now;
  return {
    words: said.map((message) => asSentence(message.words)).join(' '),
    batch: { ...batch, waiting: batch.waiting.filter((m) => !said.includes(m)), spokeAt: now, spokeKindAt },
  };
}

function readyAt(batch: Batch, message: Announcement): number {
  return message.every ? (batch.spokeKindAt[message.kind] ?? longAgo) + message.every : longAgo;
}

function asSentence(words: string): string {
  return /[.?!]$/.test(words) ? words : `${words}.`;
}
