import type { Change, Entry } from '../../shared/live/change.js';
import { batchLimit, type No, type Verdicts } from '../../shared/live/wire.js';
import type { Refusal } from '../../shared/refusals.js';
import { pauseBefore } from './backoff.js';
import type { Pending } from './engine.js';

/** Bytes of changes in one message: well under the 64 KB at which the server hangs up. Bytes, because not every language is written in Latin letters. */
const batchBytes = 48_000;
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
/** Refusals that mean "not now": the change waits and is sent again. */
const notNow: readonly string[] = ['too-fast', 'cannot-save'];

/** What a sender needs from the log it sends for. */
export interface SendsFor {
  /** One's own changes, in order. */
  pending(): readonly Pending[];
  /** Whether the log is joined, so that anything may be sent. */
  ready(): boolean;
  ask(changes: Change[]): Promise<Verdicts | No>;
  accepted(entry: Entry): void;
  refused(change: Pending, why: Refusal): void;
  /** The whole log was refused: it is gone, or the page too old, or nobody signed in. */
  shut(why: Refusal): void;
  /** A message has been answered. */
  answered(): void;
  later(ms: number, work: () => void): () => void;
  chance(): number;
}

/** Sends what is pending, in order, one message at a time; a message that was not answered goes again under the same ids. */
export class Sender {
  /** The message on its way; an older one that is given up must not clear a newer. */
  #sending: symbol | undefined;
  #oneByOne = false;
  #tries = 0;
  #cancelRetry: (() => void) | undefined;

  constructor(private readonly log: SendsFor) {}

  async send(): Promise<void> {
    if (!this.log.ready() || this.#sending) return;
    const changes = this.#batch();
    if (changes.length === 0) return;
    const message = Symbol('one message');
    this.#sending = message;
    this.#cancelRetry?.();
    let pause = 0;
    try {
      const answer = await this.log.ask(changes);
      pause = answer.ok ? this.#judged(answer.verdicts) : this.#refusedWhole(changes, answer.refusal);
    } catch {
      // Whether it was recorded is not known. It waits, and goes again after the next join.
      return;
    } finally {
      if (this.#sending === message) this.#sending = undefined;
    }
    if (pause === 0) return void this.send();
    if (pause > 0) this.#cancelRetry = this.log.later(pause, () => void this.send());
  }

  /** The connection is gone; a message on its way will never be answered. */
  stop(): void {
    this.#sending = undefined;
    this.#cancelRetry?.();
  }

  #batch(): Change[] {
    const changes: Change[] = [];
    let bytes = 0;
    for (const { id, kind, payload, acked } of this.log.pending()) {
      if (acked !== undefined) continue;
      bytes += bytesOf(JSON.stringify(payload)) + 200;
      if (changes.length > 0 && (bytes > batchBytes || this.#oneByOne)) break;
      changes.push({ id, kind, payload });
      if (changes.length === batchLimit) break;
    }
    return changes;
  }

  /** Gives the pause before sending more, in milliseconds; negative: not before something else happens. */
  #judged(verdicts: Verdicts['verdicts']): number {
    let wait = false;
    let over: Refusal | undefined;
    for (const verdict of verdicts) {
      if ('entry' in verdict) this.log.accepted(verdict.entry);
      // The sign-in ended while they were on their way. They are not refused: they go after signing in again.
      else if (verdict.refusal.code === 'signed-out') over = verdict.refusal;
      else if (notNow.includes(verdict.refusal.code)) wait = true;
      // What builds on words that are to be sent again waits with them.
      else if (!((wait || over) && verdict.refusal.code === 'builds-on-refused'))
        this.#refuse(verdict.id, verdict.refusal);
    }
    this.log.answered();
    if (over) {
      this.log.shut(over);
      return -1;
    }
    if (wait) return this.#pause();
    this.#tries = 0;
    return 0;
  }

  #refusedWhole(changes: readonly Change[], why: Refusal): number {
    if (notNow.includes(why.code)) return this.#pause();
    if (why.code === 'unreadable') {
      // One of them cannot be read; alone, each gets its own answer.
      this.#oneByOne = changes.length > 1;
      if (changes.length === 1) this.#refuse(changes[0]!.id, why);
      return 0;
    }
    this.log.shut(why);
    return -1;
  }

  #refuse(changeId: string, why: Refusal): void {
    const change = this.log.pending().find((p) => p.id === changeId);
    if (change) this.log.refused(change, why);
  }

  #pause(): number {
    this.#tries += 1;
    return pauseBefore(this.#tries - 1, this.log.chance());
  }
}
