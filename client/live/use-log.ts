import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Refusal } from '../../shared/refusals.js';
import { useLive } from './live-provider.js';
import type { LogView, Outcome } from './log-view.js';
import type { LogId, StateOf } from './logs.js';

/** A log as a page uses it: what it holds, who is here, and how to do something to it. */
export interface UsedLog<S> extends LogView<S> {
  /**
   * Does something. A refusal means that nothing was taken: show why. While offline the change is shown at once and the
   * answer comes when the server has given it, so do not wait for it to go on. `inForm`: a form holds the words and
   * shows them again when they are refused, unless the answer says that they are kept.
   */
  change(kind: string, payload: unknown, inForm?: boolean): Promise<Outcome>;
  /** Why this would be refused now, or null: for leaving a button out or saying what it needs. */
  wouldRefuse(kind: string, payload: unknown): Refusal | null;
  /** Hears anew who one is here, after confirming a password. */
  refresh(): Promise<void>;
}

/** Joins a log for as long as the page shows it. `useLog(`discussion/${id}`)` gives a discussion, `session/…` a session. */
export function useLog<L extends LogId>(logId: L): UsedLog<StateOf<L>> {
  const live = useLive();
  useEffect(() => live.show(logId), [live, logId]);
  const read = useCallback(() => live.view(logId), [live, logId]);
  const view = useSyncExternalStore(live.subscribe, read) as LogView<StateOf<L>>;
  return useMemo(
    () => ({
      ...view,
      change: (kind, payload, inForm) => live.change(logId, kind, payload, inForm),
      wouldRefuse: (kind, payload) => live.wouldRefuse(logId, kind, payload),
      refresh: () => live.refresh(logId),
    }),
    [live, logId, view],
  );
}
