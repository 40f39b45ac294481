/** What the live engine cannot make itself: time, chance and new names. A test holds them still. */
export interface World {
  /** Milliseconds by this device's clock. */
  now(): number;
  /** 0 to 1. */
  chance(): number;
  /** Does something after so many milliseconds, unless the returned function is called before. */
  later(ms: number, work: () => void): () => void;
  newId(): string;
}
