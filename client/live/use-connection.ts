import { useMemo, useSyncExternalStore } from 'react';
import type { Refusal } from '../../shared/refusals.js';
import type { ConnectionView, KeptGroup } from './connection.js';
import { useLive } from './live-provider.js';

/** The connection, what waits to be sent, what was not accepted, and what can be done about it. */
export interface UsedConnection extends ConnectionView {
  retryNow(): void;
  discard(group: KeptGroup): Promise<void>;
  /** Raises the words as an addendum to the signed minutes; gives the refusal when that is not accepted either. */
  raiseAsAddendum(group: KeptGroup): Promise<Refusal | null>;
}

export function useConnection(): UsedConnection {
  const live = useLive();
  const view = useSyncExternalStore(live.subscribe, () => live.connection);
  return useMemo(
    () => ({
      ...view,
      retryNow: () => live.retryNow(),
      discard: (group) => live.discard(group.changeIds),
      raiseAsAddendum: (group) => live.raiseAsAddendum(group.logId, group.changeIds, group.words),
    }),
    [live, view],
  );
}
