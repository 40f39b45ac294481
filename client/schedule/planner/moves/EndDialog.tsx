import { useQueryClient } from '@tanstack/react-query';
import type { You } from '../../../../shared/people/sign-in.js';
import type {
  Board,
  BoardSession,
  BoardSlot,
  EndSlot,
  MoveSlot,
  SlotEnded,
} from '../../../../shared/schedule/planner.js';
import { ask } from '../../../api.js';
import { FormDialog } from '../../../FormDialog.js';
import { ChipChoice } from '../../../ui/fields/Chips.js';
import { SelectField } from '../../../ui/fields/TextField.js';
import { MoreWords, type Why, WhyFields, whyFor, whyWrong } from '../../Why.js';
import { type Acts, besides, slotSpot } from '../use-acts.js';
import { lateReasonFor, lateWrong } from './late.js';
import { Doing } from './MoveDialog.js';
import { saysKnown, type Wish } from './use-says.js';
import { useTargets } from './use-targets.js';
import { useMayAllow } from './WhatItDoes.js';
import { lastIn } from './WhereFields.js';

interface Props {
  board: Board;
  session: BoardSession;
  slot: BoardSlot;
  you: You;
  acts: Acts;
  onClose: () => void;
}

interface Values extends Why {
  outcome: EndSlot['outcome'];
  toSessionId: string;
  lateReason: string;
}

/** Takes a family out of a session: why, who allowed it, and where it goes next. The clock keeps running. */
export function EndDialog({ board, session, slot, you, acts, onClose }: Props) {
  const targets = useTargets(board, slot.slotId).filter((target) => target.sessionId !== session.sessionId);
  const mayAllow = useMayAllow(you.personId);
  const queries = useQueryClient();
  const wishOf = ({ outcome, toSessionId }: Values): Wish | null => {
    if (outcome !== 'postponed' || !toSessionId) return null;
    const body: MoveSlot = {
      toSessionId,
      position: Number(lastIn(targets, toSessionId)),
      seenIn: session.sessionId,
    };
    return { path: `planner/slots/${slot.slotId}/move`, body };
  };
  const saysFor = (values: Values) => {
    const wish = wishOf(values);
    return wish ? saysKnown(queries, wish) : undefined;
  };
  return (
    <FormDialog<Values>
      title={`Take ${slot.name} out of this session`}
      onClose={onClose}
      act="Take the family out"
      busy="Taking out"
      initial={{
        outcome: 'postponed',
        ...whyFor(you.personId, mayAllow),
        toSessionId: '',
        lateReason: '',
      }}
      check={(values) => {
        const late = lateWrong(saysFor(values), mayAllow, values.lateReason);
        return {
          ...whyWrong(values),
          toSessionId: late.where,
          lateReason: late.lateReason,
        };
      }}
      send={(values) => {
        const { outcome, reason, words, allowedBy, toSessionId, lateReason } = values;
        const going = outcome === 'postponed' && toSessionId !== '';
        return acts.send(
          ask('POST', `planner/slots/${slot.slotId}/end`, {
            outcome,
            reason,
            words,
            allowedBy,
            ...(going ? { toSessionId, ...lateReasonFor(saysFor(values), lateReason) } : {}),
          }),
        );
      }}
      done={(ended) => {
        onClose();
        const next = besides(session.slots, slot);
        acts.done((ended as SlotEnded).says, next && slotSpot(next.slotId));
      }}
    >
      {(form) => (
        <>
          <p>What was prepared stays with the family. The days to its limit keep running.</p>
          <ChipChoice
            legend="What becomes of it"
            options={[
              { value: 'postponed', label: 'Postponed to another session' },
              { value: 'cancelled', label: 'Cancelled' },
            ]}
            value={form.values.outcome}
            onChange={(outcome) => form.set({ outcome })}
          />
          <WhyFields form={form} />
          {form.values.outcome === 'postponed' && (
            <SelectField
              label="Goes to"
              hint="Left open, it waits under “Need you”"
              nothingChosen="Not decided yet"
              options={targets.map(({ sessionId, label }) => ({ value: sessionId, label }))}
              {...form.field('toSessionId')}
            />
          )}
          <Doing form={form} wish={wishOf(form.values)} mayAllow={mayAllow} />
          <MoreWords form={form} />
        </>
      )}
    </FormDialog>
  );
}
