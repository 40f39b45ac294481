import { Button } from '../../ui/actions/Button.js';
import { Dialog } from '../../ui/actions/Dialog.js';
import { listed } from '../../ui/format.js';
import { Refused } from '../fields/Refused.js';
import { useActing } from '../in-discussion.js';
import { useRoom } from '../in-room.js';

/** Ending the sitting cannot be taken back, so it says first what it does to each family. */
export function EndSessionDialog({ onClose }: { onClose: () => void }) {
  const { session, log, families } = useRoom();
  const { act, refused } = useActing(log.change);
  const nameOf = (slotId: string) => families.get(slotId)?.family.name ?? 'another family';
  const never = session.slots
    .filter((slot) => !slot.startedAt && !slot.endedAt)
    .map((slot) => nameOf(slot.slotId));
  const unsigned = session.slots
    .filter((slot) => slot.startedAt && !slot.endedAt)
    .map((slot) => nameOf(slot.slotId));
  return (
    <Dialog
      open
      title="End the session"
      onClose={onClose}
      actions={
        <>
          <Button
            kind="primary"
            onClick={() => void act('session.close', {}).then((taken) => taken && onClose())}
          >
            End the session for everyone
          </Button>
          <Button kind="quiet" onClick={onClose}>
            Go on
          </Button>
        </>
      }
    >
      <div className="stack">
        {never.length > 0 && (
          <p>
            <b>{listed(never)}</b> {never.length === 1 ? 'was' : 'were'} not reached. What was prepared stays,
            and moves to another session.
          </p>
        )}
        {unsigned.length > 0 && (
          <p>
            <b>{listed(unsigned)}</b> {unsigned.length === 1 ? 'is' : 'are'} not signed yet. You can still
            read back and sign afterwards.
          </p>
        )}
        {never.length + unsigned.length === 0 && <p>Every family was talked about and signed.</p>}
        <Refused says={refused} />
      </div>
    </Dialog>
  );
}
