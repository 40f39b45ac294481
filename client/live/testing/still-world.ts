import type { World } from '../world.js';

/** Time that stands still until a test moves it, chance that comes from a seed, and names in order. */
export class StillWorld implements World {
  #now = Date.UTC(2026, 2, 10, 9, 30);
  #timers: { at: number; work: () => void }[] = [];
  #names = 0;

  constructor(
    private seed = 1,
    private readonly prefix = 'change',
  ) {}

  now = (): number => this.#now;

  /** A small generator (mulberry32), so that a seed that failed can be run again. */
  chance = (): number => {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let t = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };

  later = (ms: number, work: () => void): (() => void) => {
    const timer = { at: this.#now + ms, work };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((t) => t !== timer);
    };
  };

  newId = (): string => {
    this.#names += 1;
    return `${this.prefix}-${String(this.#names).padStart(16, '0')}`;
  };

  /** Lets `ms` pass: everything due happens in its order, and what it set off has settled. */
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    await settled();
    for (;;) {
      const next = this.#timers.filter((t) => t.at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#timers = this.#timers.filter((t) => t !== next);
      this.#now = Math.max(this.#now, next.at);
      next.work();
      await settled();
    }
    this.#now = until;
  }
}

/** Waits until promises that wait for promises are done. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 50; i++) await Promise.resolve();
}
