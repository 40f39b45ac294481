import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useLive } from './live-provider.js';
import type { LogId } from './logs.js';

/**
 * Joins several logs for as long as the page shows them, and says how far each has come, in the order they were named.
 * For a page that draws something of its own from them and only needs to know when to ask anew.
 */
export function useLogs(logIds: readonly LogId[]): readonly number[] {
  const live = useLive();
  // One string, so that a new list of the same logs joins nothing again.
  const names = logIds.join(' ');
  useEffect(() => {
    const shown = listIn(names).map((logId) => live.show(logId));
    return () => {
      for (const leave of shown) leave();
    };
  }, [live, names]);
  const read = useCallback(
    () =>
      listIn(names)
        .map((logId) => live.view(logId).seq)
        .join(' '),
    [live, names],
  );
  const seqs = useSyncExternalStore(live.subscribe, read);
  return useMemo(() => seqs.split(' ').filter(Boolean).map(Number), [seqs]);
}

function listIn(names: string): LogId[] {
  return names.split(' ').filter(Boolean) as LogId[];
}
