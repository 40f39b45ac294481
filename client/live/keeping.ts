import type { Change } from '../../shared/live/change.js';
import type { Refusal } from '../../shared/refusals.js';
import type { Kept, Outbox } from './outbox/outbox.js';
import { editIn, saysAgain, wordsAdded, wordsIn } from './words.js';

/** Changes that were not accepted, until the person has dealt with them. In view, and on this device. */
export class Keeping {
  #list: readonly Kept[] = [];
  // Not on this device, or not yet: what is read from there must not push them out of view.
  readonly #unstored = new Set<string>();

  constructor(
    private readonly outbox: Outbox,
    /** The list is another: for this page and for the other tabs. */
    private readonly changed: () => void,
    private readonly tellTabs: () => void,
  ) {}

  get list(): readonly Kept[] {
    return this.#list;
  }

  /** Whether some of it is in this window only. */
  get isAlone(): boolean {
    return this.outbox.durable ? this.#unstored.size > 0 : this.#list.length > 0;
  }

  /** Keeps a refused change. `base`: what its field holds without it, where it is prose and the log is known. */
  keep(logId: string, change: Change & { at: string }, refusal: Refusal, base: readonly string[]): void {
    const { id, kind, payload, at } = change;
    const kept = {
      logId,
      change: { id, kind, payload },
      at,
      refusal,
      words: this.#wordsOf(logId, change, base),
    };
    const before = this.#list.filter((k) => k.logId === logId && saysAgain(change, k.change));
    const gone = before.map((k) => k.change.id).filter((one) => one !== id);
    this.#list = [...this.#list.filter((k) => k.change.id !== id && !gone.includes(k.change.id)), kept];
    this.#unstored.add(id);
    void this.outbox
      .keep(kept)
      .then(() => {
        this.#unstored.delete(id);
        return this.discard(gone);
      })
      .catch(() => undefined);
    this.changed();
  }

  /** The person has dealt with these: they are forgotten. */
  async discard(changeIds: readonly string[]): Promise<void> {
    this.#list = this.#list.filter((k) => !changeIds.includes(k.change.id));
    for (const id of changeIds) this.#unstored.delete(id);
    this.changed();
    for (const id of changeIds) await this.outbox.remove(id);
    this.tellTabs();
  }

  /** Reads the list from this device again: another tab, or an earlier life of this one, has written there. */
  async reload(): Promise<void> {
    const stored = await this.outbox.kept();
    const known = new Set(stored.map((k) => k.change.id));
    const here = this.#list.filter(({ change: { id } }) => this.#unstored.has(id) && !known.has(id));
    this.#list = [...stored, ...here];
    this.changed();
  }

  // Of prose, the words of every edit kept in that field so far, so that sentences stay whole.
  #wordsOf(logId: string, change: Change, base: readonly string[]): string {
    const edit = editIn(change);
    if (!edit) return wordsIn(change);
    const earlier = this.#list.flatMap((k) => {
      const one = k.logId === logId ? editIn(k.change) : undefined;
      return one?.field === edit.field ? [one.update] : [];
    });
    return wordsAdded(base, [...earlier, edit.update]);
  }
}
