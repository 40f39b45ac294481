import { useState } from 'react';
import { plusMinutes } from '../../../../shared/schedule/local-time.js';
import type { BoardSession, BoardSlot } from '../../../../shared/schedule/planner.js';
import { ask } from '../../../api.js';
import { FormDialog } from '../../../FormDialog.js';
import { SelectField } from '../../../ui/fields/TextField.js';
import { timeOfDay } from '../../../ui/format.js';
import { Note } from '../../../ui/surfaces/Note.js';
import { lengthSays } from '../../running-order.js';
import { type Acts, slotSpot } from '../use-acts.js';

const lengths = [15, 20, 30, 45, 60, 75, 90];

interface Props {
  session: BoardSession;
  slot: BoardSlot;
  acts: Acts;
  onClose: () => void;
}

/** How long a family has. The families after it move, and that is said first. */
export function LengthDialog({ session, slot, acts, onClose }: Props) {
  const [seenIn] = useState(session.sessionId);
  const offered = lengths.includes(slot.minutes) ? lengths : [...lengths, slot.minutes].sort((a, b) => a - b);
  return (
    <FormDialog
      title={`Lengthen or shorten ${slot.name}`}
      onClose={onClose}
      act="Keep the length"
      busy="Saving"
      initial={{ minutes: String(slot.minutes) }}
      send={({ minutes }) =>
        acts.send(ask('POST', `planner/slots/${slot.slotId}/minutes`, { minutes: Number(minutes), seenIn }))
      }
      done={() => {
        onClose();
        acts.done(`${slot.name} has its new length.`, slotSpot(slot.slotId));
      }}
    >
      {(form) => (
        <>
          <SelectField
            label="Length"
            options={offered.map((minutes) => ({ value: String(minutes), label: lengthSays(minutes) }))}
            {...form.field('minutes')}
          />
          <Fits session={session} more={Number(form.values.minutes) - slot.minutes} />
        </>
      )}
    </FormDialog>
  );
}

function Fits({ session, more }: { session: BoardSession; more: number }) {
  const used = session.minutesUsed + more;
  const over = used - session.minutesLong;
  const ends = timeOfDay(plusMinutes(session.startsAt, used));
  return (
    <div role="status">
      {over > 0 ? (
        <Note tone="warn" icon="clock" size="small">
          The last family would end at {ends}, {lengthSays(over)} after the session.
        </Note>
      ) : (
        <p className="small muted">The last family ends at {ends}, inside the session.</p>
      )}
    </div>
  );
}
