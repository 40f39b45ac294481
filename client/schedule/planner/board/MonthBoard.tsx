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
import type { MenuEntry } from '../../../ui/actions/Menu.js';
import { CancelDialog } from '../../CancelDialog.js';
import { nowOn } from '../board-words.js';
import { monthInWords } from '../month.js';
import { EndDialog } from '../moves/EndDialog.js';
import { LengthDialog } from '../moves/LengthDialog.js';
import { MoveDialog } from '../moves/MoveDialog.js';
import { PlaceDialog } from '../moves/PlaceDialog.js';
import { SwapDialog } from '../moves/SwapDialog.js';
import { mayMove, placeNow, stayingIn } from '../moves/targets.js';
import { saysOf, useSays, type Wish } from '../moves/use-says.js';
import { SaysList } from '../moves/WhatItDoes.js';
import { type Acts, sessionSpot, slotSpot } from '../use-acts.js';
import { BoardSlotRow } from './BoardSlotRow.js';
import type { Drop } from './drop.js';
import { SessionColumn } from './SessionColumn.js';
import { useDrag } from './use-drag.js';
import { useSettled } from './use-settled.js';
import './board.css';

/** What is being asked about one slot, as it stood when the question was opened. */
interface Asking {
  what: 'move' | 'swap' | 'length' | 'end';
  session: BoardSession;
  slot: BoardSlot;
  to?: Drop;
}

interface Props {
  board: Board;
  you: You;
  acts: Acts;
  chosen: string | undefined;
  onChoose: (sessionId: string) => void;
}

/** The sessions of a month side by side, and everything that can be done to a slot: by menu, by keyboard, by dragging. */
export function MonthBoard({ board, you, acts, chosen, onChoose }: Props) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const [filling, setFilling] = useState<string | null>(null);
  const [cancelling, setCancelling] = useState<BoardSession | null>(null);
  const queries = useQueryClient();
  const close = () => setAsking(null);

  const wishFor = (slotId: string, drop: Drop): Wish | null => {
    const now = placeNow(board, slotId);
    const target = board.sessions.find(({ sessionId }) => sessionId === drop.sessionId);
    if (!now || target?.status !== 'planned') return null;
    if (now.session.sessionId === drop.sessionId && now.position === drop.position) return null;
    const body: MoveSlot = {
      toSessionId: drop.sessionId,
      position: drop.position,
      seenIn: now.session.sessionId,
    };
    return { path: `planner/slots/${slotId}/move`, body };
  };
  const moveTo = async (slotId: string, drop: Drop) => {
    const wish = wishFor(slotId, drop);
    const now = placeNow(board, slotId);
    const slot = now?.session.slots[now.position];
    if (!wish || !now || !slot) return;
    // Whatever a person should know before it is made is asked about; the rest is done at once.
    const says = await saysOf(queries, wish).catch(() => undefined);
    if (!says || says.needsManager || says.says.some(({ tone }) => tone === 'bad'))
      return setAsking({ what: 'move', session: now.session, slot, to: drop });
    await acts.act({
      key: slotId,
      send: () => ask<MoveSays>('POST', wish.path, wish.body),
      said: (moved) => nowOn(slot.name, moved, board.today),
      spot: slotSpot(slotId),
    });
  };
  const { dragging, begin } = useDrag((slotId, drop) => void moveTo(slotId, drop));
  const over = useSettled(dragging?.over ?? null, 120);
  const says = useSays(dragging && over ? wishFor(dragging.slotId, over) : null);
  const dragged = dragging && placeNow(board, dragging.slotId);

  const entriesFor = (session: BoardSession, slot: BoardSlot): MenuEntry[] => {
    const at = session.slots.indexOf(slot);
    const asks = (what: Asking['what']) => () => setAsking({ what, session, slot });
    const by = (step: -1 | 1) => () =>
      void moveTo(slot.slotId, { sessionId: session.sessionId, position: at + step });
    return [
      { label: 'Move to…', onPick: asks('move') },
      { label: 'Move earlier', onPick: by(-1), unavailable: at === 0 ? 'It is first already' : undefined },
      {
        label: 'Move later',
        onPick: by(1),
        unavailable: at === session.slots.length - 1 ? 'It is last already' : undefined,
      },
      { label: 'Swap with…', onPick: asks('swap') },
      { label: 'Lengthen or shorten…', onPick: asks('length') },
      { label: 'Take out with a reason…', onPick: asks('end') },
      { label: 'Open the family', to: `/families/${slot.familyId}` },
    ];
  };

  return (
    <div className={dragging ? 'month-board dragging' : 'month-board'}>
      <h2 className="visually-hidden">Sessions of {monthInWords(board.month)}</h2>
      {board.sessions.map((session, column) => {
        const here = dragging?.over?.sessionId === session.sessionId ? dragging.over : null;
        const staying = dragging ? stayingIn(session, dragging.slotId) : session.slots;
        return (
          <SessionColumn
            key={session.sessionId}
            board={board}
            session={session}
            chosen={session.sessionId === chosen}
            onChoose={() => onChoose(session.sessionId)}
            over={
              here && dragging && wishFor(dragging.slotId, here)
                ? { atEnd: here.position >= staying.length }
                : undefined
            }
            entries={
              board.mayPlan && session.status !== 'closed'
                ? [
                    { label: 'Open its plan', to: `/sessions/${session.sessionId}/plan` },
                    { label: 'Cancel the session…', onPick: () => setCancelling(session) },
                  ]
                : undefined
            }
            onFill={
              board.mayPlan && board.needYou.length > 0 ? () => setFilling(session.sessionId) : undefined
            }
          >
            {session.slots.map((slot) => {
              const movable = board.mayPlan && mayMove(session, slot);
              return (
                <BoardSlotRow
                  key={slot.slotId}
                  slot={slot}
                  today={board.today}
                  entries={movable ? entriesFor(session, slot) : undefined}
                  align={column % 4 === 3 ? 'end' : 'start'}
                  onPointerDown={movable ? begin(slot.slotId) : undefined}
                  moving={dragging?.slotId === slot.slotId}
                  before={here !== null && staying[here.position]?.slotId === slot.slotId}
                />
              );
            })}
          </SessionColumn>
        );
      })}
      {dragging && dragged && (
        <div className="board-ghost" style={{ left: dragging.x, top: dragging.y }} aria-hidden="true">
          <p className="medium">{dragged.session.slots[dragged.position]?.name}</p>
          {/* What it would do goes with the pointer: words in the column would push away what they are about. */}
          {says.data && <SaysList says={says.data.says} />}
        </div>
      )}
      {asking?.what === 'move' && (
        <MoveDialog {...asking} board={board} you={you} acts={acts} onClose={close} />
      )}
      {asking?.what === 'swap' && (
        <SwapDialog {...asking} board={board} you={you} acts={acts} onClose={close} />
      )}
      {asking?.what === 'length' && <LengthDialog {...asking} acts={acts} onClose={close} />}
      {asking?.what === 'end' && (
        <EndDialog {...asking} board={board} you={you} acts={acts} onClose={close} />
      )}
      {cancelling && (
        <CancelDialog
          session={cancelling}
          today={board.today}
          you={you}
          send={(sent) => acts.send(sent)}
          onClose={() => setCancelling(null)}
          onDone={(words) => acts.done(words, sessionSpot(cancelling.sessionId))}
        />
      )}
      {filling && (
        <PlaceDialog
          board={board}
          you={you}
          acts={acts}
          to={{ sessionId: filling }}
          onClose={() => setFilling(null)}
        />
      )}
    </div>
  );
}
