import { Icon } from '../../ui/icons.js';
import { useDiscussion } from '../in-discussion.js';

/** "Waiting to send", while a change of this kind that fits has not reached the record and we are offline. */
export function usePendingSays(fits: (kind: string, payload: Record<string, unknown>) => boolean) {
  const { log } = useDiscussion();
  const waits =
    log.status === 'offline' && log.pending.some((p) => fits(p.kind, p.payload as Record<string, unknown>));
  return waits ? <WaitingToSend /> : null;
}

/** The words that stand under whatever has not been sent yet. */
export function WaitingToSend() {
  return (
    <span className="waiting-words">
      <Icon name="clock" size="small" />
      Waiting to send
    </span>
  );
}
