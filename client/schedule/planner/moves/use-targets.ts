import { useMemo } from 'react';
import type { SessionLine } from '../../../../shared/schedule/http.js';
import type { Board } from '../../../../shared/schedule/planner.js';
import { plusDays } from '../../../../shared/schedule/working-days.js';
import { useAsked } from '../../../use-asked.js';
import { type Target, targetsOf } from './targets.js';

/** How far ahead a family can be put by hand, in days: two sessions beyond the month that is shown. */
const ahead = 70;

/** The sessions that a family can be put into: those on the board at once, those of other months when fetched. */
export function useTargets(board: Board, moving?: string): readonly Target[] {
  const to = plusDays(board.today, ahead);
  const { data } = useAsked<SessionLine[]>(`sessions?from=${board.today}&to=${to}`);
  return useMemo(() => targetsOf(board, data ?? [], moving), [board, data, moving]);
}
