import type { Problems } from '../lists/problems.js';

/** What a comparison is told, because it neither reads a clock nor makes ids of its own. */
export interface Context {
  /** Today's local date, and this instant as it is stored. */
  today: string;
  at: string;
  newId: () => string;
  problems: Problems;
}
