import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { You } from '../../../../shared/people/sign-in.js';
import type {
  Board,
  BoardSession,
  BoardSlot,
  MoveSays,
  MoveSlot,
} from '../../../../shared/schedule/planner.js';
import { ask } from '../../../api.js';
import { useDirectory } from '../../../directory.js';
import { FormDialog } from '../../../FormDialog.js';
import { shortDate, timeOfDay, weekdayShortDate } from '../../../ui/format.js';
import type { Form } from '../../../use-form.js';
import { nowOn } from '../board-words.js';
import { type Acts, slotSpot } from '../use-acts.js';
import { lateReasonFor, lateWrong } from './late.js';
import { saysKnown, useSays, type Wish } from './use-says.js';
import { useTargets } from './use-targets.js';
import { useMayAllow, WhatItDoes } from './WhatItDoes.js';
import { type Where, WhereFields } from './WhereFields.js';

interface Props {
  board: Board;
  session: BoardSession;
  slot: BoardSlot;
  you: You;
  acts: Acts;
  /** Where it was let go. Left out, the person chooses. */
  to?: { sessionId: string; position: number } | undefined;
  onClose: () => void;
}

interface Values extends Where {
  lateReason: string;
}

/** A family goes to another place, in this session or another. What that does to its limit is shown first. */
export function MoveDialog({ board, session, slot, you, acts, to, onClose }: Props) {
  // Where it stood when the person decided: if somebody moves it meanwhile, this move is refused.
  const [seenIn] = useState(session.sessionId);
  const targets = useTargets(board, slot.slotId);
  const directory = useDirectory();
  const mayAllow = useMayAllow(you.personId);
  const queries = useQueryClient();
  const { today } = board;
  const wishOf = ({ sessionId, position }: Where): Wish => {
    const body: MoveSlot = { toSessionId: sessionId, position: Number(position), seenIn };
    return { path: `planner/slots/${slot.slotId}/move`, body };
  };
  return (
    <FormDialog<Values>
      title={`Move ${slot.name}`}
      onClose={onClose}
      act="Move the family"
      busy="Moving"
      initial={{ sessionId: to?.sessionId ?? '', position: to ? String(to.position) : '', lateReason: '' }}
      check={(values) => {
        if (!values.sessionId) return { sessionId: 'Choose the session' };
        const { where, lateReason } = lateWrong(
          saysKnown(queries, wishOf(values)),
          mayAllow,
          values.lateReason,
        );
        return { sessionId: where, lateReason };
      }}
      send={(values) => {
        const wish = wishOf(values);
        const late = lateReasonFor(saysKnown(queries, wish), values.lateReason);
        return acts.send(ask('POST', wish.path, { ...(wish.body as MoveSlot), ...late }));
      }}
      done={(moved) => {
        onClose();
        acts.done(nowOn(slot.name, moved as MoveSays, today), slotSpot(slot.slotId));
      }}
    >
      {(form) => (
        <>
          <p>
            Now on {weekdayShortDate(session.date, today)}, {timeOfDay(slot.startsAt)}.
            {slot.dueBy && ` Its limit is ${shortDate(slot.dueBy, today)}.`}
          </p>
          {slot.lateAllowedBy && (
            <p className="muted">
              {directory.fullName(slot.lateAllowedBy)} allowed a day after it: {slot.lateReason}
            </p>
          )}
          <WhereFields
            targets={targets}
            where={form.values}
            onChange={(where) => form.set(where)}
            sessionField={idAndError(form.field('sessionId'))}
          />
          <Doing form={form} wish={form.values.sessionId ? wishOf(form.values) : null} mayAllow={mayAllow} />
        </>
      )}
    </FormDialog>
  );
}

interface DoingProps<V extends { lateReason: string }> {
  form: Form<V>;
  wish: Wish | null;
  mayAllow: boolean;
}

/** What the wish of a form does, asked anew at each choice. */
export function Doing<V extends { lateReason: string }>({ form, wish, mayAllow }: DoingProps<V>) {
  const says = useSays(wish, form.busy);
  const { id, error } = form.field('lateReason');
  return (
    <WhatItDoes
      says={says}
      mayAllow={mayAllow}
      reason={{
        id,
        error,
        value: form.values.lateReason,
        onChange: (lateReason) => form.set({ lateReason } as Partial<V>),
      }}
    />
  );
}

/** The two things of a form's field that a field with a value of its own still needs. */
export function idAndError({ id, error }: { id: string; error: string | undefined }) {
  return { id, error };
}
