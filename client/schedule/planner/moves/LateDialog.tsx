import type { MoveSays } from '../../../../shared/schedule/planner.js';
import { FormDialog } from '../../../FormDialog.js';
import { TextArea } from '../../../ui/fields/TextField.js';
import { nowOn } from '../board-words.js';
import type { Acts } from '../use-acts.js';

interface Props {
  name: string;
  /** What would be done: "Lengthen Tuesday 7 April by 15 min". */
  says: string;
  today: string;
  acts: Acts;
  send: (lateReason: string) => Promise<unknown>;
  /** What gets the focus once the family no longer waits. */
  spot?: string | undefined;
  onClose: () => void;
}

/** A manager's reason for a way out that is later than the limit. */
export function LateDialog({ name, says, today, acts, send, spot, onClose }: Props) {
  return (
    <FormDialog
      title={`${name} would be later than its limit`}
      onClose={onClose}
      act="Put the family in"
      busy="Putting in"
      initial={{ lateReason: '' }}
      check={({ lateReason }) => ({
        lateReason: lateReason.trim() ? undefined : 'Give the reason for a day after the limit',
      })}
      send={({ lateReason }) => acts.send(send(lateReason.trim()))}
      done={(placed) => {
        onClose();
        acts.done(nowOn(name, placed as MoveSays, today), spot);
      }}
    >
      {(form) => (
        <>
          <p>{says}</p>
          <p className="muted">Only a manager can allow that, in their own name and with the reason.</p>
          <TextArea
            label="Why it may be later than its limit"
            hint="Kept with your name, and counted in the frequency audit"
            rows={2}
            maxLength={300}
            {...form.field('lateReason')}
          />
        </>
      )}
    </FormDialog>
  );
}
