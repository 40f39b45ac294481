/** At most so many tries within so long. */
export interface TryLimit {
  most: number;
  withinMs: number;
}

/**
 * Counts tries by key and forgets them when their time is over. Kept in memory: a restart forgives everybody, which
 * costs an attacker's patience nothing that the cost of hashing does not already ask.
 */
export class Tries {
  private readonly kept = new Map<string, { count: number; until: number }>();

  constructor(
    private readonly limit: TryLimit,
    // Beyond this many keys the oldest are forgotten, so that a flood of invented addresses cannot fill the memory.
    private readonly mostKeys = 20_000,
  ) {}

  /** Takes one try; false when there are none left. */
  take(key: string, now: number): boolean {
    const found = this.kept.get(key);
    if (found && found.until > now) {
      if (found.count >= this.limit.most) return false;
      found.count += 1;
      return true;
    }
    this.kept.delete(key);
    if (this.kept.size >= this.mostKeys) this.forgetSome(now);
    this.kept.set(key, { count: 1, until: now + this.limit.withinMs });
    return true;
  }

  /** Gives one try back: it was right, and only wrong ones count. */
  giveBack(key: string): void {
    const found = this.kept.get(key);
    if (found) found.count = Math.max(0, found.count - 1);
  }

  /** Forgets the tries of a key. */
  clear(key: string): void {
    this.kept.delete(key);
  }

  private forgetSome(now: number): void {
    for (const [key, { until }] of this.kept) if (until <= now) this.kept.delete(key);
    for (const key of this.kept.keys()) {
      if (this.kept.size < this.mostKeys) return;
      this.kept.delete(key);
    }
  }
}
