import { useState } from 'react';
import type { HomeStep } from '../../../../shared/home/home.js';

/**
 * Steps to do, soonest first, and those that were done with when the page was opened. One that is ticked now stays where
 * it is: nothing moves away under somebody's hand.
 */
export function useStepOrder(steps: readonly HomeStep[]): {
  open: readonly HomeStep[];
  done: readonly HomeStep[];
} {
  const [doneBefore] = useState(() => new Set(steps.filter(isDone).map((step) => step.stepId)));
  const sorted = [...steps].sort((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'));
  return {
    open: sorted.filter(({ stepId }) => !doneBefore.has(stepId)),
    done: sorted.filter(({ stepId }) => doneBefore.has(stepId)),
  };
}

function isDone({ said }: HomeStep): boolean {
  return said?.status === 'done' || said?.status === 'no-longer-needed';
}
