import type { Change } from '../../../shared/live/change.js';
import type { Refusal } from '../../../shared/refusals.js';
import { type OutboxKey, type Sealed, seal, unseal } from './sealing.js';
import type { OutboxStore } from './store.js';
import type { Tabs } from './tabs.js';

/** A change on its way. `at` is by this device's clock, for showing it only. */
export interface Waiting {
  logId: string;
  change: Change;
  at: string;
}

/** A change that was not accepted: with why, and in full, until the person has dealt with it. */
export interface Kept extends Waiting {
  refusal: Refusal;
  /** The words in it, for reading, copying, or raising as an addendum. Empty when it holds none. */
  words: string;
}

/** Longest that words stay on a device whose key is gone, in milliseconds (72 hours). */
export const longestUnread = 72 * 60 * 60 * 1000;

/** Where changes wait on this device: memory while the page lives, ciphertext beyond it. */
export interface Outbox {
  /** False where the browser offers no safe storage: then nothing survives closing the page, and the screen says so. */
  readonly durable: boolean;
  /** Resolves once the change would survive the browser being killed. */
  put(waiting: Waiting): Promise<void>;
  /** Turns a change that waited into one that was refused. */
  keep(kept: Kept): Promise<void>;
  /** It was recorded, or dealt with. */
  remove(changeId: string): Promise<void>;
  /** What earlier lives of this person on this device left behind, and tabs that died; taken over by this tab. */
  takeOver(): Promise<{ waiting: Waiting[]; kept: Kept[] }>;
  /** Everything kept on this device by this person, whichever tab kept it. */
  kept(): Promise<Kept[]>;
  close(): void;
}

/** The outbox in the browser's storage, as ciphertext only. The key never is. */
export class SealedOutbox implements Outbox {
  readonly durable = true;
  readonly #recordIds = new Map<string, { recordId: string; n: number }>();
  #n = 0;
  // One write after another: the deletion of a record must never overtake its making.
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: OutboxStore,
    private readonly key: OutboxKey,
    private readonly tabs: Tabs,
    private readonly now: () => number,
  ) {}

  put(waiting: Waiting): Promise<void> {
    return this.#write(waiting.change.id, { waiting });
  }

  keep(kept: Kept): Promise<void> {
    return this.#write(kept.change.id, { kept });
  }

  remove(changeId: string): Promise<void> {
    return this.#inOrder(async () => {
      const known = this.#recordIds.get(changeId);
      if (!known) return;
      this.#recordIds.delete(changeId);
      await this.store.remove([known.recordId]);
    });
  }

  takeOver(): Promise<{ waiting: Waiting[]; kept: Kept[] }> {
    return this.#inOrder(() =>
      this.tabs.alone(async () => {
        await this.#forgetUnreadable();
        const adopted = await this.store.adopt(this.key.tag, this.tabs.me, await this.tabs.alive());
        const read = await this.#read(adopted);
        return { waiting: read.flatMap((r) => r.waiting ?? []), kept: read.flatMap((r) => r.kept ?? []) };
      }),
    );
  }

  kept(): Promise<Kept[]> {
    return this.#inOrder(async () => (await this.#read(await this.store.all())).flatMap((r) => r.kept ?? []));
  }

  close(): void {
    this.tabs.leave();
    void this.#inOrder(async () => this.store.close());
  }

  #write(changeId: string, what: { waiting: Waiting } | { kept: Kept }): Promise<void> {
    return this.#inOrder(async () => {
      const at = this.now();
      this.#n = Math.max(this.#n + 1, at * 1000);
      const known = this.#recordIds.get(changeId) ?? { recordId: crypto.randomUUID(), n: this.#n };
      const sealed = await seal(this.key, known.recordId, what);
      await this.store.put({ ...known, ...sealed, tag: this.key.tag, at, tab: this.tabs.me });
      this.#recordIds.set(changeId, known);
    });
  }

  async #read(sealed: readonly Sealed[]): Promise<{ waiting?: Waiting; kept?: Kept }[]> {
    const read: { waiting?: Waiting; kept?: Kept }[] = [];
    for (const record of sealed) {
      const value = (await unseal(this.key, record)) as { waiting?: Waiting; kept?: Kept } | undefined;
      if (!value) continue;
      // What is written from now on comes after it, also when this device's clock has been set back meanwhile.
      this.#n = Math.max(this.#n, record.n);
      const change = value.waiting?.change ?? value.kept?.change;
      if (change) this.#recordIds.set(change.id, { recordId: record.recordId, n: record.n });
      read.push(value);
    }
    return read;
  }

  // Somebody else's records stay until they sign in here again, or until it is too late for them.
  async #forgetUnreadable(): Promise<void> {
    const oldest = this.now() - longestUnread;
    const dead = (await this.store.all()).filter((r) => r.tag !== this.key.tag && r.at < oldest);
    if (dead.length > 0) await this.store.remove(dead.map((r) => r.recordId));
  }

  #inOrder<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work, work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

/** Memory only: for a browser that offers no safe storage. */
export class MemoryOutbox implements Outbox {
  readonly durable: boolean = false;
  readonly #kept = new Map<string, Kept>();

  async put(_: Waiting): Promise<void> {}

  async keep(kept: Kept): Promise<void> {
    this.#kept.set(kept.change.id, kept);
  }

  async remove(changeId: string): Promise<void> {
    this.#kept.delete(changeId);
  }

  async takeOver(): Promise<{ waiting: Waiting[]; kept: Kept[] }> {
    return { waiting: [], kept: [] };
  }

  async kept(): Promise<Kept[]> {
    return [...this.#kept.values()];
  }

  close(): void {}
}
