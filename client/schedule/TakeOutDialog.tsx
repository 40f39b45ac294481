import type { You } from '../../shared/people/sign-in.js';
import type { SlotEnded } from '../../shared/schedule/planner.js';
import { ask } from '../api.js';
import { FormDialog } from '../FormDialog.js';
import { useMayAllow } from './planner/moves/WhatItDoes.js';
import { MoreWords, WhyFields, whyFor, whyWrong } from './Why.js';

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
      initial={whyFor(you.personId, mayAllow)}
      check={whyWrong}
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
          <WhyFields form={form} />
          <MoreWords form={form} />
        </>
      )}
    </FormDialog>
  );
}
