import { useEffect, useRef } from 'react';
import { discussionLog } from '../../../shared/discussion/log.js';
import { mayDoNow, useDiscussion } from '../in-discussion.js';

/** How long the brief must have been on the screen before it counts as read, in milliseconds. */
const readAfter = 20_000;

/** Says that one has read the brief as it stands, once it has been in view for a while. */
export function useReading(active: boolean): void {
  const { log, state, you } = useDiscussion();
  const latest = useRef({ log, state, you });
  useEffect(() => {
    latest.current = { log, state, you };
  });
  const counts = active && state.status === 'preparing' && log.status === 'live';
  useEffect(() => {
    if (!counts) return;
    const timer = setInterval(() => {
      const now = latest.current;
      const known = now.state.readBy[now.you.personId];
      if (document.visibilityState !== 'visible' || (known && known.seq >= now.log.seq - 1)) return;
      const payload = { seq: now.log.seq };
      if (mayDoNow(discussionLog, now.state, now.you, 'brief.read', payload) === null)
        void now.log.change('brief.read', payload);
    }, readAfter);
    return () => clearInterval(timer);
  }, [counts]);
}
