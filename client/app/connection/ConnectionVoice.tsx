import { useEffect, useRef } from 'react';
import { useConnection } from '../../live/use-connection.js';
import { countOf } from '../../ui/format.js';
import { useAnnouncer } from '../../ui/live-regions/LiveRegions.js';
import { whereWordsAre } from './OfflineStrip.js';

/** Says aloud, at once, the two things about the connection that may interrupt: you are offline, and something was not accepted. */
export function ConnectionVoice() {
  const connection = useConnection();
  const { interrupt } = useAnnouncer();
  const { kept, state } = connection;
  const offline = state === 'offline';
  const before = useRef({ offline: false, kept: 0 });
  useEffect(() => {
    if (offline && !before.current.offline)
      interrupt('offline', `You’re offline. Keep writing. ${whereWordsAre(connection)}`);
    if (kept.length > before.current.kept) {
      interrupt('not-accepted', `${countOf(kept.length, 'change')} not accepted. Your words are kept.`);
    }
    before.current = { offline, kept: kept.length };
  }, [offline, kept.length, connection, interrupt]);
  return null;
}
