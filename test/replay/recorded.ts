import type { Entry } from '../../shared/live/change.js';
import type { Actor } from '../../shared/people.js';

/** The logs of one session as a release recorded them, and what it made of them. */
export interface Recorded {
  release: string;
  protocol: number;
  logs: {
    logId: string;
    entries: Entry[];
    state: unknown;
    /** People who read it, as that release knew them. */
    readers: Actor[];
  }[];
}
