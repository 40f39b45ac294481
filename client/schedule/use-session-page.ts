import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { SessionPage } from '../../shared/schedule/http.js';
import { ask, askByItself } from '../api.js';
import { useLogs } from '../live/use-logs.js';

/** A session as its plan shows it, asked anew whenever its log has grown: who looks at it sees what others do to it. */
export function useSessionPage(sessionId: string): UseQueryResult<SessionPage> {
  const path = `sessions/${sessionId}`;
  const known = useRef('');
  const query = useQuery<SessionPage>({
    queryKey: ['asked', path],
    queryFn: async ({ signal }) => {
      // Only the first look is the person's own: what the page asks by itself must keep nobody signed in.
      const own = known.current !== path;
      const page = await (own
        ? ask<SessionPage>('GET', path, undefined, signal)
        : askByItself<SessionPage>(path, signal));
      known.current = path;
      return page;
    },
  });
  const [seq = 0] = useLogs(query.data ? [`session/${sessionId}`] : []);
  const { refetch } = query;
  const heard = useRef(0);
  useEffect(() => {
    // The first that is heard may be later than the answer, too.
    if (seq > heard.current) void refetch();
    heard.current = seq;
  }, [seq, refetch]);
  return query;
}
