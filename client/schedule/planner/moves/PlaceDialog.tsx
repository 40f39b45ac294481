import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { You } from '../../../../shared/people/sign-in.js';
import type { Board, MoveSays, PlaceFamily } from '../../../../shared/schedule/planner.js';
import { ask } from '../../../api.js';
import { FormDialog } from '../../../FormDialog.js';
import { SelectField } from '../../../ui/fields/TextField.js';
import { shortDate } from '../../../ui/format.js';
import { nowOn } from '../board-words.js';
import type { Acts } from '../use-acts.js';
import { lateReasonFor, lateWrong } from './late.js';
import { Doing, idAndError } from './MoveDialog.js';
import { saysKnown, type Wish } from './use-says.js';
import { useTargets } from './use-targets.js';
import { useMayAllow } from './WhatItDoes.js';
import { lastIn, type Where, WhereFields } from './WhereFields.js';

interface Props {
  board: Board;
  you: You;
  acts: Acts;
  /** Left out, the family is chosen from those that no session has. */
  familyId?: string | undefined;
  to?: { sessionId: string; position?: number | undefined } | undefined;
  /** What gets the focus once the family no longer waits. */
  spot?: string | undefined;
  onClose: () => void;
}

interface Values extends Where {
  familyId: string;
  lateReason: string;
}

/** Puts a family that no session has into one. */
export function PlaceDialog({ board, you, acts, familyId, to, spot, onClose }: Props) {
  const targets = useTargets(board);
  const mayAllow = useMayAllow(you.personId);
  const queries = useQueryClient();
  const waiting = (id: string) => board.needYou.find((family) => family.familyId === id);
  // Once it is in, it no longer waits: what is said of it afterwards needs its name from before.
  const name = useRef('');
  const named = familyId ? waiting(familyId) : undefined;
  const wishOf = (values: Values): Wish | null => {
    if (!values.sessionId || !values.familyId) return null;
    const body: PlaceFamily = { familyId: values.familyId, position: Number(values.position) };
    return { path: `planner/sessions/${values.sessionId}/place`, body };
  };
  const saysFor = (values: Values) => {
    const wish = wishOf(values);
    return wish ? saysKnown(queries, wish) : undefined;
  };
  return (
    <FormDialog<Values>
      title={named ? `Put ${named.name} into a session` : 'Put a family here'}
      onClose={onClose}
      act="Put the family in"
      busy="Putting in"
      initial={{
        familyId: familyId ?? '',
        sessionId: to?.sessionId ?? '',
        position: to ? String(to.position ?? lastIn(targets, to.sessionId)) : '',
        lateReason: '',
      }}
      check={(values) => {
        const late = lateWrong(saysFor(values), mayAllow, values.lateReason);
        return {
          familyId: values.familyId ? undefined : 'Choose the family',
          sessionId: values.sessionId ? late.where : 'Choose the session',
          lateReason: late.lateReason,
        };
      }}
      send={(values) => {
        const wish = wishOf(values);
        name.current = waiting(values.familyId)?.name ?? 'The family';
        if (!wish) return Promise.resolve();
        const late = lateReasonFor(saysFor(values), values.lateReason);
        return acts.send(ask('POST', wish.path, { ...(wish.body as PlaceFamily), ...late }));
      }}
      done={(placed) => {
        onClose();
        acts.done(nowOn(name.current, placed as MoveSays, board.today), spot);
      }}
    >
      {(form) => (
        <>
          {named ? (
            <p>{named.says}</p>
          ) : (
            <SelectField
              label="Family"
              nothingChosen="Choose the family"
              options={board.needYou.map((family) => ({
                value: family.familyId,
                label: family.dueBy
                  ? `${family.name}, due by ${shortDate(family.dueBy, board.today)}`
                  : family.name,
              }))}
              {...form.field('familyId')}
            />
          )}
          <WhereFields
            targets={targets}
            where={form.values}
            onChange={(where) => form.set(where)}
            sessionField={idAndError(form.field('sessionId'))}
          />
          <Doing form={form} wish={wishOf(form.values)} mayAllow={mayAllow} />
        </>
      )}
    </FormDialog>
  );
}
