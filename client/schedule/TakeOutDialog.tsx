import type { You } from '../../shared/people/sign-in.js';
import type { SlotEnded } from '../../shared/schedule/planner.js';
import { type SlotReason, slotReasons } from '../../shared/session/state.js';
import { ask } from '../api.js';
import { FormDialog } from '../FormDialog.js';
import { SelectField, TextArea } from '../ui/fields/TextField.js';
import { AllowedBy } from './AllowedBy.js';
import { useMayAllow } from './planner/moves/WhatItDoes.js';

interface Props {
  sessionId: string;
  slotId: string;
  name: string;
  /** Its limit in words, where it is known. */
  limit: string | null;
  you: You;
  onClose: () => void;
  onDone: (ended: SlotEnded) => void;
}

/** Takes a family out before its turn: why, and who allowed it. Everything that was prepared stays. */
export function TakeOutDialog({ sessionId, slotId, name, limit, you, onClose, onDone }: Props) {
  const mayAllow = useMayAllow(you.personId);
  return (
    <FormDialog
      title={`Take ${name} out of this session`}
      onClose={onClose}
      act="Take the family out"
      busy="Taking out"
      initial={{ reason: '' as SlotReason | '', words: '', allowedBy: mayAllow ? you.personId : '' }}
      check={({ reason, allowedBy }) => ({
        reason: reason ? undefined : 'Choose the reason',
        allowedBy: allowedBy ? undefined : 'Name the manager who allowed it',
      })}
      send={(values) => ask('DELETE', `sessions/${sessionId}/slots/${slotId}`, values)}
      done={(ended) => {
        onClose();
        onDone(ended as SlotEnded);
      }}
    >
      {(form) => (
        <>
          <p>
            What was prepared stays with the family, and it can be put into another session.{' '}
            {limit
              ? `Its limit stays ${limit}, with or without a new day.`
              : 'The days to its limit keep running.'}
          </p>
          <SelectField
            label="Reason"
            nothingChosen="Choose the reason"
            options={Object.entries(slotReasons).map(([value, label]) => ({ value, label }))}
            {...form.field('reason')}
            onChange={(reason) => form.set({ reason: reason as SlotReason })}
          />
          <AllowedBy {...form.field('allowedBy')} />
          <TextArea
            label="More about it"
            hint="If it needs saying"
            rows={2}
            maxLength={300}
            {...form.field('words')}
          />
        </>
      )}
    </FormDialog>
  );
}
