import { useState } from 'react';
import type { DiscussionState } from '../../../shared/discussion/state.js';
import { useLive } from '../../live/live-provider.js';
import type { LogView } from '../../live/log-view.js';
import type { DiscussionLogId } from '../../live/logs.js';
import { useDiscussion, useMay } from '../in-discussion.js';
import { gapsFor } from './gaps.js';

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
  const [readSeq, setReadSeq] = useState<number | null>(null);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const no = useMay('minutes.sign', { readSeq: Math.max(1, log.seq) });
  const gaps = gapsFor(state, you);
  const offered = no === null || no === 'confirm-first';

  const view = () => live.view(logId as DiscussionLogId) as LogView<DiscussionState>;
  const send = async (read: number) => {
    setBusy(true);
    const answer = await log.change('minutes.sign', { readSeq: read });
    setBusy(false);
    setReadSeq(null);
    if ('refusal' in answer) setRefused(answer.refusal.says);
  };
  return {
    offered,
    unavailable: whyNot(log.status, gaps[0]?.says, gaps.length, state.status),
    busy: busy ? 'Signing' : undefined,
    asking,
    refused,
    sign: () => {
      const { seq, pending } = view();
      const read = seq + pending.length;
      setRefused(undefined);
      setReadSeq(read);
      if (no === 'confirm-first') setAsking(true);
      else void settled(view).then(() => send(read));
    },
    confirmed: () => {
      setAsking(false);
      void log.refresh().then(async () => {
        await settled(view);
        if (readSeq !== null) await send(readSeq);
      });
    },
    cancel: () => {
      setAsking(false);
      setReadSeq(null);
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

/** Waits until one’s own last words are in the record, at most ten seconds. */
async function settled(view: () => LogView<DiscussionState>): Promise<void> {
  for (let tries = 0; tries < 200 && view().pending.length > 0; tries++)
    await new Promise((go) => setTimeout(go, 50));
}
