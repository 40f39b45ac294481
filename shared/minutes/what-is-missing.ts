import type { DiscussionState } from '../discussion/state.js';

export interface Gap {
  code: string;
  says: string;
  step: string;
}
export function whatIsMissing(_: DiscussionState): Gap[] {
  return [];
}
