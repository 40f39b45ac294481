import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { You } from '../../../../shared/people/sign-in.js';
import type {
  Board,
  BoardSession,
  BoardSlot,
  MoveSays,
  SwapSlots,
} from '../../../../shared/schedule/planner.js';
import { ask } from '../../../api.js';
import { FormDialog } from '../../../FormDialog.js';
import { Combobox } from '../../../ui/fields/Combobox.js';
import { timeOfDay } from '../../../ui/format.js';
import { dayShort, nowOn } from '../board-words.js';
import { type Acts, slotSpot } from '../use-acts.js';
import { lateReasonFor, lateWrong } from './late.js';
import { Doing } from './MoveDialog.js';
import { mayMove, placeNow } from './targets.js';
import { saysKnown, type Wish } from './use-says.js';
import { useMayAllow } from './WhatItDoes.js';

interface Props {
  board: Board;
  session: BoardSession;
  slot: BoardSlot;
  you: You;
  acts: Acts;
  onClose: () => void;
}

interface Values {
  withSlotId: string;
  /** Where the other one stood when it was chosen. */
  withSeenIn: string;
  lateReason: string;
}

/** Two families change places. */
export function SwapDialog({ board, session, slot, you, acts, onClose }: Props) {
  const [seenIn] = useState(session.sessionId);
  const mayAllow = useMayAllow(you.personId);
  const queries = useQueryClient();
  const others = board.sessions.flatMap((where) =>
    where.slots
      .filter((other) => other.slotId !== slot.slotId && mayMove(where, other))
      .map((other) => ({
        value: other.slotId,
        label: other.name,
        detail: `${dayShort(where, [], board.today)}, ${timeOfDay(other.startsAt)}`,
      })),
  );
  const wishOf = ({ withSlotId, withSeenIn }: Values): Wish => {
    const body: SwapSlots = { withSlotId, seenIn, withSeenIn };
    return { path: `planner/slots/${slot.slotId}/swap`, body };
  };
  return (
    <FormDialog<Values>
      title={`Swap ${slot.name} with another family`}
      onClose={onClose}
      act="Swap the families"
      busy="Swapping"
      initial={{ withSlotId: '', withSeenIn: '', lateReason: '' }}
      check={(values) => {
        if (!values.withSlotId) return { withSlotId: 'Choose the other family' };
        const { where, lateReason } = lateWrong(
          saysKnown(queries, wishOf(values)),
          mayAllow,
          values.lateReason,
        );
        return { withSlotId: where, lateReason };
      }}
      send={(values) => {
        const wish = wishOf(values);
        const late = lateReasonFor(saysKnown(queries, wish), values.lateReason);
        return acts.send(ask('POST', wish.path, { ...(wish.body as SwapSlots), ...late }));
      }}
      done={(moved) => {
        onClose();
        acts.done(nowOn(slot.name, moved as MoveSays, board.today), slotSpot(slot.slotId));
      }}
    >
      {(form) => (
        <>
          <Combobox
            label="With"
            hint="A family of this month"
            nothingFound="No family of this month has that name"
            options={others}
            {...form.field('withSlotId')}
            onChange={(withSlotId) =>
              form.set({ withSlotId, withSeenIn: placeNow(board, withSlotId)?.session.sessionId ?? '' })
            }
          />
          <Doing form={form} wish={form.values.withSlotId ? wishOf(form.values) : null} mayAllow={mayAllow} />
        </>
      )}
    </FormDialog>
  );
}
