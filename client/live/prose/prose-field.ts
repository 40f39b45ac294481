import * as Y from 'yjs';
import { decode, encode, updateLimit } from '../../../shared/live/prose.js';
import { type Difference, differenceBetween, inPieces } from './difference.js';

/** How long typing is gathered before it becomes one change, in milliseconds. */
export const gatherFor = 300;
// One edit writes or takes out at most this many UTF-16 units, so that its update stays under `updateLimit`.
const pieceUnits = 2_000;

export type Delta = Y.YTextEvent['delta'];

/** What a field needs from around it. */
export interface FieldSurroundings {
  /** The updates of this field as the log has them now, one's own pending ones included. */
  known(): readonly string[];
  /** Makes one change of the log. */
  send(update: string): void;
  later(ms: number, work: () => void): () => void;
}

const typed = Symbol('typed here');
const heard = Symbol('heard from the log');

/** One prose field on this device: a Yjs text that is level with the log, plus what was typed in the last moment. */
export class ProseField {
  #doc = new Y.Doc();
  #undo!: Y.UndoManager;
  #applied: readonly string[] = [];
  #gathered: Uint8Array[] = [];
  #cancelFlush: (() => void) | undefined;
  #held = false;
  #tookOut = false;
  readonly #listeners = new Set<(delta: Delta | null) => void>();

  constructor(private readonly around: FieldSurroundings) {
    this.#begin();
    this.sync();
  }

  get text(): string {
    return this.#text.toString();
  }

  /** Tells of every change that was not typed here: what it did, or null when the whole text is new. */
  listen(listener: (delta: Delta | null) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Brings in what the log has and this field has not. Nothing, while a composition holds it. */
  sync(): void {
    const known = this.around.known();
    if (this.#held || known === this.#applied) return;
    // Yjs does not mind an update twice, but a long field has many: only what differs is applied.
    let same = 0;
    while (same < this.#applied.length && this.#applied[same] === known[same]) same += 1;
    const fresh = known.slice(same);
    this.#applied = known;
    if (fresh.length === 0) return;
    this.#doc.transact(() => {
      for (const update of fresh) Y.applyUpdate(this.#doc, decode(update), heard);
    }, heard);
  }

  /** While held, nothing of others comes in: an unfinished composition must not be disturbed. */
  hold(held: boolean): void {
    this.#held = held;
    if (!held) this.sync();
  }

  /** Writes what was typed. */
  write({ at, remove, insert }: Difference): void {
    // Taking words out begins a new step of undo, so that undoing it does not take back what was typed just before.
    const takesOut = remove > 0;
    if (takesOut !== this.#tookOut) this.#undo.stopCapturing();
    this.#tookOut = takesOut;
    for (let left = remove; left > 0; left -= pieceUnits) {
      this.#doc.transact(() => this.#text.delete(at, Math.min(left, pieceUnits)), typed);
    }
    let place = at;
    for (const piece of inPieces(insert, pieceUnits)) {
      this.#doc.transact(() => this.#text.insert(place, piece), typed);
      place += piece.length;
    }
  }

  /** Takes back one's own last words, never anybody else's. */
  undo(): void {
    this.#rewind(() => this.#undo.undo());
  }

  redo(): void {
    this.#rewind(() => this.#undo.redo());
  }

  /** Makes changes of what was typed, now. */
  flush(): void {
    this.#cancelFlush?.();
    this.#cancelFlush = undefined;
    const gathered = this.#gathered;
    this.#gathered = [];
    for (const update of packed(gathered)) this.around.send(update);
  }

  /** Makes the field anew from the log: an edit was refused, and what built on it cannot stand. Its words are kept elsewhere. */
  remake(): void {
    this.flush();
    this.#end();
    this.#begin();
    this.sync();
    for (const listener of this.#listeners) listener(null);
  }

  close(): void {
    this.flush();
    this.#end();
    this.#listeners.clear();
  }

  get #text(): Y.Text {
    return this.#doc.getText('prose');
  }

  #begin(): void {
    this.#doc = new Y.Doc();
    this.#applied = [];
    this.#undo = new Y.UndoManager(this.#text, { trackedOrigins: new Set([typed]), captureTimeout: 500 });
    this.#doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== heard) this.#gather(update);
    });
    this.#text.observe((event, transaction) => {
      if (transaction.origin !== typed) for (const listener of this.#listeners) listener(event.delta);
    });
  }

  #end(): void {
    this.#undo.destroy();
    this.#doc.destroy();
  }

  #gather(update: Uint8Array): void {
    this.#gathered.push(update);
    this.#cancelFlush ??= this.around.later(gatherFor, () => this.flush());
  }

  // Undoing the deletion of a long text brings it back as one piece, which may be longer than a change may carry.
  // Then the same text is written again, in pieces.
  #rewind(step: () => void): void {
    this.flush();
    const before = this.text;
    step();
    if (this.#gathered.every((update) => encode(update).length <= updateLimit)) return;
    const wanted = this.text;
    this.#gathered = [];
    this.remake();
    const difference = differenceBetween(before, wanted, wanted.length);
    if (difference) this.write(difference);
    for (const listener of this.#listeners) listener(null);
  }
}

/** Updates put together, each result short enough for one change. */
function packed(updates: readonly Uint8Array[]): string[] {
  const most = Math.floor((updateLimit * 3) / 4) - 4;
  const results: string[] = [];
  let together: Uint8Array[] = [];
  let bytes = 0;
  const close = () => {
    if (together.length > 0) results.push(encode(Y.mergeUpdates(together)));
    together = [];
    bytes = 0;
  };
  for (const update of updates) {
    if (bytes + update.length > most) close();
    together.push(update);
    bytes += update.length;
  }
  close();
  return results;
}
