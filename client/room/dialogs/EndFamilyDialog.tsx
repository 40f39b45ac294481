import { useState } from 'react';
import { type SlotReason, slotReasons } from '../../../shared/session/state.js';
import { Pattern, type PatternNumber } from '../../marks/Pattern.js';
import { Button } from '../../ui/actions/Button.js';
import { Dialog } from '../../ui/actions/Dialog.js';
import { ChipChoice } from '../../ui/fields/Chips.js';
import { SelectField, TextField } from '../../ui/fields/TextField.js';
import { Refused } from '../fields/Refused.js';
import { useActing } from '../in-discussion.js';
import { useRoom } from '../in-room.js';

/** What was typed stands here until it is taken. */
const stays = () => undefined;

type Outcome = 'not-reached' | 'postponed' | 'cancelled';

const outcomes: { value: Outcome; label: string }[] = [
  { value: 'postponed', label: 'Put off to another day' },
  { value: 'not-reached', label: 'Not reached, out of time' },
  { value: 'cancelled', label: 'Cancelled' },
];

/** A family that is not going to be held today: what became of it, and why. */
export function EndFamilyDialog({ onClose }: { onClose: () => void }) {
  const { session, log, view, families } = useRoom();
  const { handIn, refused } = useActing(log.change);
  const [outcome, setOutcome] = useState<Outcome>();
  const [reason, setReason] = useState<SlotReason | ''>('');
  const [note, setNote] = useState('');
  const slot = session.slots.find((s) => s.slotId === (view.place ?? session.at)?.slotId);
  if (!slot) return null;
  const name = families.get(slot.slotId)?.family.name ?? 'This family';
  const missing = !outcome ? 'Say what became of it' : reason ? undefined : 'Give the reason';
  return (
    <Dialog
      open
      title={`End ${name} another way`}
      top={<Pattern number={slot.pattern as PatternNumber} shape="band" />}
      onClose={onClose}
      actions={
        <>
          <Button
            kind="primary"
            unavailable={missing}
            reason="hidden"
            onClick={() =>
              void handIn('slot.end', { slotId: slot.slotId, outcome, reason, note }, stays).then(
                (taken) => taken && onClose(),
              )
            }
          >
            End this family
          </Button>
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="muted">
          Everything prepared stays. It does not count as supervision, and the clock keeps running.
        </p>
        <ChipChoice
          legend="What became of it?"
          shape="list"
          options={outcomes}
          value={outcome}
          onChange={setOutcome}
        />
        <SelectField
          label="Why?"
          nothingChosen="Choose a reason"
          value={reason}
          options={Object.entries(slotReasons).map(([value, label]) => ({ value, label }))}
          onChange={(value) => setReason(value as SlotReason | '')}
        />
        <TextField label="In a few words (if it helps)" maxLength={400} value={note} onChange={setNote} />
        <Refused says={refused} />
      </div>
    </Dialog>
  );
}
