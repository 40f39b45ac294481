import { useEffect, useState } from 'react';
import type { ConnectionView } from '../../live/connection.js';
import { useConnection } from '../../live/use-connection.js';
import { Button } from '../../ui/actions/Button.js';
import { clockTime, countOf } from '../../ui/format.js';
import { Strip } from '../../ui/frames/Connection.js';

/** Full width under the top bar while offline, for five seconds after, and when the page has grown old. */
export function OfflineStrip() {
  const connection = useConnection();
  if (connection.tooOld) {
    return (
      <Strip
        icon="again"
        action={
          <Button size="small" onClick={() => window.location.reload()}>
            Reload the page
          </Button>
        }
      >
        <b>This page is older than the server.</b> Reload it. {whereWordsAre(connection)}
      </Strip>
    );
  }
  if (connection.state === 'offline') {
    return (
      <Strip
        action={
          <Button size="small" onClick={connection.retryNow}>
            Try again now
          </Button>
        }
      >
        <b>You’re offline. Keep writing.</b> {whereWordsAre(connection)}{' '}
        <span className="muted">
          <TryingAgain at={connection.retryAt} />
        </span>
      </Strip>
    );
  }
  if (!connection.back || connection.back.sent === 0) return null;
  const { sent, at } = connection.back;
  return (
    <Strip tone="good" icon="check">
      Back, {sent === 1 ? '1 change' : `all ${sent}`} sent {clockTime(at)}
    </Strip>
  );
}

/** "Safe on this device" is said only of what is stored. */
export function whereWordsAre({ durable, waiting, safe }: ConnectionView): string {
  if (!durable) {
    return waiting > 0
      ? `${countOf(waiting, 'change')} ${waiting === 1 ? 'waits' : 'wait'} in this window only: do not close it.`
      : 'What you write waits in this window only: do not close it.';
  }
  if (waiting === 0) return 'What you write is kept on this device and will send itself.';
  if (safe === waiting) {
    const send =
      waiting === 1
        ? 'is safe on this device and will send itself'
        : 'are safe on this device and will send themselves';
    return `${countOf(waiting, 'change')} ${send}.`;
  }
  return `${safe} of ${countOf(waiting, 'change')} ${safe === 1 ? 'is' : 'are'} safe on this device so far.`;
}

function TryingAgain({ at }: { at: number | null }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  if (at === null) return null;
  const seconds = Math.ceil((at - now) / 1_000);
  return seconds > 0 ? `Trying again in ${countOf(seconds, 'second')}.` : 'Trying again now.';
}
