import { useState } from 'react';
import type { DiscussionState } from '../../../shared/discussion/state.js';
import { refusals } from '../../../shared/refusals.js';
import { useLive } from '../../live/live-provider.js';
import type { LogView } from '../../live/log-view.js';
import type { DiscussionLogId } from '../../live/logs.js';
import { useDiscussion, useMay } from '../in-discussion.js';
import { gapsFor } from './gaps.js';
import { type Reading, readNow, readUpTo } from './reading.js';

export interface Signing {
  /** Whether this person could sign at all, with everything in place and their password confirmed. */
  offered: boolean;
  /** Why not now. */
  unavailable: string | undefined;
  busy: string | undefined;
  asking: boolean;
  refused: string | undefined;
  sign: () => void;
  confirmed: () => void;
  cancel: () => void;
}

/**
 * Signing what was read, and nothing after it. What counts as read is fixed at the press: the last entry on the screen
 * and one's own last words behind it. Anything of somebody else that arrives while the password is asked for makes the
 * server refuse, and it is read again.
 */
export function useSigning(): Signing {
  const { logId, log, state, you } = useDiscussion();
  const live = useLive();
  const [reading, setReading] = useState<Reading | null>(null);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const no = useMay('minutes.sign', { readSeq: Math.max(1, log.seq) });
  const gaps = gapsFor(state, you);
  const offered = no === null || no === 'confirm-first';

  const view = () => live.view(logId as DiscussionLogId) as LogView<DiscussionState>;
  const send = async (held: Reading) => {
    setBusy(true);
    await settled(view);
    const readSeq = readUpTo(held, view());
    const answer = readSeq === null ? null : await log.change('minutes.sign', { readSeq });
    setBusy(false);
    setReading(null);
    if (answer === null) setRefused(refusals['moved-on']);
    else if ('refusal' in answer) setRefused(answer.refusal.says);
  };
  return {
    offered,
    unavailable: whyNot(log.status, gaps[0]?.says, gaps.length, state.status),
    busy: busy ? 'Signing' : undefined,
    asking,
    refused,
    sign: () => {
      const held = readNow(view());
      setRefused(undefined);
      setReading(held);
      if (no === 'confirm-first') setAsking(true);
      else void send(held);
    },
    confirmed: () => {
      setAsking(false);
      if (reading) void log.refresh().then(() => send(reading));
    },
    cancel: () => {
      setAsking(false);
      setReading(null);
    },
  };
}

function whyNot(
  connection: string,
  first: string | undefined,
  left: number,
  status: DiscussionState['status'],
): string | undefined {
  if (status === 'preparing') return 'This family has not been talked about yet';
  if (connection !== 'live') return 'Signing needs a live connection';
  if (left > 1) return `${left} things are left before you can sign`;
  return first && `${first.replace(/\.$/, '')}, then you can sign`;
}

/** Waits until one’s own last words are answered, at most ten seconds. */
async function settled(view: () => LogView<DiscussionState>): Promise<void> {
  for (let tries = 0; tries < 200 && view().pending.length > 0; tries++)
    await new Promise((go) => setTimeout(go, 50));
}
