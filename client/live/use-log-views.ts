import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useLive } from './live-provider.js';
import type { LogView } from './log-view.js';
import type { LogId, StateOf } from './logs.js';

/** Joins several logs of one kind for as long as the page shows them: what each holds, by its id. */
export function useLogViews<L extends LogId>(logIds: readonly L[]): ReadonlyMap<L, LogView<StateOf<L>>> {
  const live = useLive();
  // One string, so that a new list of the same logs joins nothing again.
  const names = logIds.join(' ');
  useEffect(() => {
    const shown = listIn<L>(names).map((logId) => live.show(logId));
    return () => {
      for (const leave of shown) leave();
    };
  }, [live, names]);
  const read = useMemo(() => {
    let last: readonly LogView<unknown>[] = [];
    return () => {
      const next = listIn<L>(names).map((logId) => live.view(logId));
      // The same list while nothing in it has changed, or the page would be drawn for ever.
      if (next.length !== last.length || next.some((view, at) => view !== last[at])) last = next;
      return last;
    };
  }, [live, names]);
  const views = useSyncExternalStore(live.subscribe, read);
  return useMemo(
    () =>
      new Map(
        listIn<L>(names).flatMap((logId, at) =>
          views[at] ? [[logId, views[at] as LogView<StateOf<L>>] as const] : [],
        ),
      ),
    [names, views],
  );
}

function listIn<L extends LogId>(names: string): L[] {
  return names.split(' ').filter(Boolean) as L[];
}
