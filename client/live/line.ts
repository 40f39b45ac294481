import type { Joined, Message, No, ServerMessages, Since, Verdicts } from '../../shared/live/wire.js';

/** What the live engine hears from the server, and about the connection itself. */
export type Hears = {
  [Name in keyof ServerMessages]: ServerMessages[Name];
} & {
  /** Connected, for the first time or again: everything must be joined anew. */
  up(): void;
  /** Not connected. `retryAt`: when it will be tried again (ms), or null when it will not be by itself. */
  down(retryAt: number | null): void;
  /** The server does not know this sign-in any more. Nothing is tried until somebody signs in. */
  signedOut(): void;
};

/** The one connection to the server. Every question is answered or fails; a failure says nothing about what was recorded. */
export interface Line {
  start(hears: Hears): void;
  stop(): void;
  /** Tries at once instead of waiting out the pause. */
  retryNow(): void;
  join(message: Message<'join'>): Promise<Joined | No>;
  leave(message: Message<'leave'>): Promise<{ ok: true }>;
  since(message: Message<'since'>): Promise<Since | No>;
  changes(message: Message<'changes'>): Promise<Verdicts | No>;
  presence(message: Message<'presence'>): void;
}
