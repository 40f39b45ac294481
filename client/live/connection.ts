import type { Refusal } from '../../shared/refusals.js';
import type { Pending } from './engine.js';
import { definitionOf, type LogId } from './logs.js';
import type { Kept } from './outbox/outbox.js';
import { editIn, wordsAdded, wordsIn } from './words.js';

/** How long something may be on its way before the screen says so, in milliseconds. */
export const savingAfter = 400;

/** Changes that belong together for a person: all edits of one field, or one other change. */
export interface ChangeGroup {
  key: string;
  logId: LogId;
  changeIds: readonly string[];
  /** What was done, as the audit would say it: "wrote in “Why”". */
  says: string;
  words: string;
  /** By this device's clock: first and last. */
  from: string;
  until: string;
}

export interface WaitingGroup extends ChangeGroup {
  /** All of it would survive a closed or killed browser. */
  safe: boolean;
}

export interface KeptGroup extends ChangeGroup {
  refusal: Refusal;
  /** Of a kind that some in the log may not read, always or sometimes: it must not be shown to all of them. */
  walled: boolean;
}

/** The connection as the screen tells it: always one of four states. */
export interface ConnectionView {
  state: 'saved' | 'saving' | 'offline' | 'not-accepted';
  /** How many changes the server has not answered, and how many of them are stored on this device. */
  waiting: number;
  safe: number;
  /** False where this browser stores nothing: then closing the page loses what waits. */
  durable: boolean;
  /** Some of what waits or was not accepted is in this window only. */
  alone: boolean;
  /** The server's time of the last change it recorded, or null when there was none yet. */
  savedAt: string | null;
  /** When the connection is tried again (ms), while offline. */
  retryAt: number | null;
  /** Just back: how many were sent, and the server's time of the last. Shown for five seconds. */
  back: { sent: number; at: string } | null;
  toSend: readonly WaitingGroup[];
  kept: readonly KeptGroup[];
  /** The server does not know this sign-in any more. What waits is on this device. */
  signedOut: boolean;
  /** This page is older than the server and must be reloaded. */
  tooOld: boolean;
}

/** What the live engine knows, from which the view is made. */
export interface ConnectionFacts
  extends Pick<ConnectionView, 'durable' | 'savedAt' | 'retryAt' | 'back' | 'signedOut' | 'tooOld'> {
  up: boolean;
  /** A first try has ended, either way: before that, nobody is told that they are offline. */
  everUp: boolean;
  now: number;
  waiting: readonly { logId: string; change: Pending; safe: boolean }[];
  /** Since when the oldest has been waiting (ms); infinite when none is. */
  since: number;
  kept: readonly Kept[];
  /** Some of that is in this window only. */
  keptAlone: boolean;
}

/** Puts the facts into the words' four states. */
export function connectionView(facts: ConnectionFacts): ConnectionView {
  const { up, everUp, now, waiting, since, kept, keptAlone, ...rest } = facts;
  const safe = waiting.filter((w) => w.safe).length;
  const offline = !up && everUp;
  const saving = waiting.length > 0 && now - since > savingAfter;
  return {
    ...rest,
    state: offline ? 'offline' : kept.length > 0 ? 'not-accepted' : saving ? 'saving' : 'saved',
    waiting: waiting.length,
    safe,
    alone: keptAlone || waiting.length > (rest.durable ? safe : 0),
    toSend: grouped(waiting.map((w) => ({ ...w, at: w.change.at }))).map((all) => ({
      ...groupOf(all),
      safe: all.every((w) => w.safe),
      // Read only where it is shown: two hundred edits cost something to put together.
      get words() {
        return wordsOf(all);
      },
    })),
    kept: grouped(kept).map((all) => {
      const last = all.at(-1)!;
      return { ...groupOf(all), words: last.words, refusal: last.refusal, walled: isWalled(last) };
    }),
  };
}

interface One {
  logId: string;
  change: { id: string; kind: string; payload: unknown };
  at: string;
}

function grouped<T extends One>(changes: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of changes) {
    const edit = editIn(one.change);
    const key = edit ? `${one.logId} ${edit.field}` : one.change.id;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

function groupOf(all: readonly One[]): Omit<ChangeGroup, 'words'> {
  const first = all[0]!;
  const logId = first.logId as LogId;
  return {
    key: first.change.id,
    logId,
    changeIds: all.map((one) => one.change.id),
    says: saysOf(logId, first.change),
    from: first.at,
    until: all.at(-1)!.at,
  };
}

// By its kind alone: whether a step was protected, or was about to be, a refused change cannot tell for sure.
function isWalled({ logId, change }: One): boolean {
  const kind = definitionOf(logId as LogId).kinds[change.kind];
  return kind === undefined || kind.sealed === true || kind.seenBy !== undefined;
}

function saysOf(logId: LogId, { kind, payload }: One['change']): string {
  // A payload kept by an older page may not fit this one's sentence.
  try {
    return definitionOf(logId).kinds[kind]?.says(payload, () => 'somebody') ?? kind;
  } catch {
    return kind;
  }
}

function wordsOf(all: readonly One[]): string {
  const edits = all.flatMap((one) => editIn(one.change) ?? []);
  return edits.length > 0
    ? wordsAdded(
        [],
        edits.map((e) => e.update),
      )
    : wordsIn(all[0]!.change);
}
