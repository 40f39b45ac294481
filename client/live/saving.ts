import type { World } from './world.js';

/** How long "Back, all sent" stays, in milliseconds. */
const backStays = 5_000;

/** How far one's own changes are on their way: waiting, stored on this device, recorded; and what was sent after a gap. */
export class Saving {
  readonly #since = new Map<string, number>();
  readonly #stored = new Set<string>();
  #savedAt: string | null = null;
  #back: { sent: number; at: string } | null = null;
  #gap = false;
  #sentAfterGap = 0;

  constructor(
    private readonly world: World,
    private readonly changed: () => void,
  ) {}

  /** The server's time of the last change it recorded. */
  get savedAt(): string | null {
    return this.#savedAt;
  }

  get back(): { sent: number; at: string } | null {
    return this.#back;
  }

  /** Since when the oldest has been waiting (ms); infinite when none is. */
  get oldest(): number {
    return Math.min(...this.#since.values());
  }

  get waits(): boolean {
    return this.#since.size > 0;
  }

  isWaiting(changeId: string): boolean {
    return this.#since.has(changeId);
  }

  /** It would survive the browser being killed. */
  isStored(changeId: string): boolean {
    return this.#stored.has(changeId);
  }

  began(changeId: string): void {
    this.#since.set(changeId, this.world.now());
  }

  stored(changeId: string): void {
    if (this.#since.has(changeId)) this.#stored.add(changeId);
  }

  refused(changeId: string): void {
    this.#since.delete(changeId);
    this.#stored.delete(changeId);
  }

  /** What waits now had to: it is counted when it has been sent. */
  hadToWait(): void {
    this.#gap = true;
  }

  wentDown(): void {
    this.#back = null;
  }

  recorded(changeId: string, at: string): void {
    if (this.#since.delete(changeId) && this.#gap) this.#sentAfterGap += 1;
    this.#stored.delete(changeId);
    if (this.#savedAt === null || at > this.#savedAt) this.#savedAt = at;
    if (this.#gap && !this.waits) this.#sayBack(at);
  }

  #sayBack(at: string): void {
    const said = { sent: this.#sentAfterGap, at };
    this.#back = said;
    this.#gap = false;
    this.#sentAfterGap = 0;
    this.world.later(backStays, () => {
      if (this.#back !== said) return;
      this.#back = null;
      this.changed();
    });
  }
}
