import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Home, HomeSession } from '../../../shared/home/home.js';
import type { SessionState } from '../../../shared/session/state.js';
import { ask, askByItself } from '../../api.js';
import type { SessionLogId } from '../../live/logs.js';
import { useLogViews } from '../../live/use-log-views.js';

const key = ['home'];

/** Everything this person is needed for. */
export function useHome() {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => askByItself<Home>('home', signal),
    // Reviews come in and sessions are planned without anything here being told.
    refetchInterval: 60_000,
  });
}

/** Asks anew, when something has been done that the page shows. */
export function useHomeAnew(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: key });
}

/** Tells that this person looks: when the page opens, and when they come back to it. */
export function useLooking(): void {
  useEffect(() => {
    // Lost, it is told the next time; nobody needs to hear of it.
    const look = () => {
      if (document.visibilityState === 'visible') ask('POST', 'home/looked').catch(() => undefined);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
}

const none: readonly HomeSession[] = [];

/**
 * Joins today's sessions in which one has a part: where each stands this moment, by its id. The page is asked anew
 * when one of them opens, ends, is moved, or has other families.
 */
export function useRunning(home: Home | undefined): ReadonlyMap<string, SessionState> {
  const sessions = home?.sessions ?? none;
  const ids = sessions
    .filter((session) => session.date === home?.today && session.part !== 'none')
    .map((session): SessionLogId => `session/${session.sessionId}`);
  const views = useLogViews(ids);
  const anew = useHomeAnew();
  const stands = [...views].map(([id, { status, state }]) => {
    const slots = state.slots.map((slot) => `${slot.slotId} ${slot.outcome}`);
    const when = `${state.date} ${state.startsAt} ${state.chairId}`;
    return status === 'live' || status === 'gone' ? `${id} ${status} ${state.status} ${when} ${slots}` : '';
  });
  const known = useRef<string[]>([]);
  useEffect(() => {
    const before = known.current;
    known.current = stands;
    if (stands.some((one, at) => one !== '' && before[at] && before[at] !== one)) anew();
  });
  return new Map(
    [...views].flatMap(([id, { status, state }]) =>
      status === 'gone' || state.date === '' ? [] : [[id.slice('session/'.length), state] as const],
    ),
  );
}
