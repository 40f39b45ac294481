/** How much each person may still ask: so many at once, so many a second on the long run, over all their devices. */
export class Budget {
  private readonly left = new Map<string, { tokens: number; at: number }>();

  /** `clock` gives milliseconds that only ever rise. */
  constructor(
    private readonly perSecond: number,
    private readonly atOnce: number,
    private readonly clock: () => number,
  ) {}

  /** Takes one, or says that nothing is left. */
  take(personId: string): boolean {
    const now = this.clock();
    const before = this.left.get(personId) ?? { tokens: this.atOnce, at: now };
    const tokens = Math.min(this.atOnce, before.tokens + ((now - before.at) / 1000) * this.perSecond);
    this.left.set(personId, { tokens: tokens < 1 ? tokens : tokens - 1, at: now });
    return tokens >= 1;
  }

  forget(personId: string): void {
    this.left.delete(personId);
  }
}
