import { useState } from 'react';
import { Pattern, type PatternNumber } from '../../marks/Pattern.js';
import { Button } from '../../ui/actions/Button.js';
import { Dialog } from '../../ui/actions/Dialog.js';
import { clockTime } from '../../ui/format.js';
import { Icon } from '../../ui/icons.js';
import { Refused } from '../fields/Refused.js';
import { useActing } from '../in-discussion.js';
import { useRoom } from '../in-room.js';
import './order-dialog.css';

/** The order of the families, moved one place at a time; everybody's times follow at once. */
export function OrderDialog({ onClose }: { onClose: () => void }) {
  const { session, families, etas, log } = useRoom();
  const { act, refused } = useActing(log.change);
  const [said, setSaid] = useState('');
  const move = (at: number, by: 1 | -1) => {
    const slotIds = session.slots.map((slot) => slot.slotId);
    const [one] = slotIds.splice(at, 1);
    if (!one) return;
    slotIds.splice(at + by, 0, one);
    void act('session.reorder', { slotIds });
    setSaid(`${nameOf(one)} is now number ${at + by + 1}.`);
  };
  const nameOf = (slotId: string) => families.get(slotId)?.family.name ?? 'Another family';
  return (
    <Dialog
      open
      title="The order of families"
      onClose={onClose}
      actions={<Button onClick={onClose}>Close</Button>}
    >
      <ol className="order-list">
        {session.slots.map((slot, at) => {
          const fixed = slot.endedAt !== null || slot.startedAt !== null;
          return (
            <li key={slot.slotId}>
              <Pattern number={slot.pattern as PatternNumber} shape="swatch" />
              <span className="grow">
                {nameOf(slot.slotId)}
                <span className="small muted">
                  {fixed ? 'already begun' : `about ${clockTime(new Date(etas.slots[at]?.startsAt ?? 0))}`}
                </span>
              </span>
              <Button
                size="small"
                aria-label={`Move ${nameOf(slot.slotId)} up`}
                icon={<Icon name="up" />}
                unavailable={at === 0 ? 'It is the first' : undefined}
                reason="hidden"
                onClick={() => move(at, -1)}
              />
              <Button
                size="small"
                aria-label={`Move ${nameOf(slot.slotId)} down`}
                icon={<Icon name="worse" />}
                unavailable={at === session.slots.length - 1 ? 'It is the last' : undefined}
                reason="hidden"
                onClick={() => move(at, 1)}
              />
            </li>
          );
        })}
      </ol>
      <p role="status" className="visually-hidden">
        {said}
      </p>
      <Refused says={refused} />
    </Dialog>
  );
}
