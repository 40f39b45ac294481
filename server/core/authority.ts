import { Injectable } from '@nestjs/common';

/** Whose standing changed: these people's, or (null) perhaps anybody's. */
export type Whose = readonly string[] | null;

/**
 * The number that rises with every change to who may do what. What was read under an older number is read again, so
 * that authority is never remembered longer than it holds.
 */
@Injectable()
export class Authority {
  private known = 0;
  private readonly listeners: ((whose: Whose, version: number) => void)[] = [];

  get version(): number {
    return this.known;
  }

  /** Called after the commit that raised it, and when another server is heard to have raised it. */
  risen(version: number, whose: Whose): void {
    // A step that was missed could have been anybody's.
    const whom = version === this.known + 1 ? whose : null;
    if (version <= this.known) return;
    this.known = version;
    for (const tell of this.listeners) tell(whom, version);
  }

  whenRisen(tell: (whose: Whose, version: number) => void): void {
    this.listeners.push(tell);
  }
}
