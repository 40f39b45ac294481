import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { wordsFor } from '../../api.js';
import type { UsedBoard } from './use-board.js';

/** What came of the last act, in words. */
export interface Told {
  tone: 'good' | 'bad';
  words: string;
}

interface Act<T> {
  /** Which button is busy meanwhile. */
  key: string;
  send: () => Promise<T>;
  /** What is said when it is done. */
  said: (answer: T) => string;
  /** What gets the focus afterwards: `slotSpot` or `needSpot`. */
  spot?: string | undefined;
}

export interface Acts {
  told: Told | null;
  /** The key of the act that is under way. */
  busy: string | null;
  /** Does something at once, and says what came of it. */
  act<T>(act: Act<T>): Promise<void>;
  /** For a form: sends, and shows the board as it now is when it was refused. */
  send<T>(promise: Promise<T>): Promise<T>;
  /** For a form that was taken: says so, and brings the focus to where it belongs now. */
  done(words: string, spot?: string): void;
}

/** What a person does to the board. Nothing is drawn before the server has agreed: the board shows what is. */
export function useActs({ begin }: Pick<UsedBoard, 'begin'>): Acts {
  const [told, setTold] = useState<Told | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const end = useRef<() => void>(() => undefined);
  const queries = useQueryClient();

  const send = async <T>(promise: Promise<T>): Promise<T> => {
    end.current();
    end.current = begin();
    try {
      return await promise;
    } catch (error) {
      // A refusal often means that the board is not as it was seen.
      await queries.invalidateQueries();
      end.current();
      throw error;
    }
  };
  const done = (words: string, spot?: string) => {
    end.current();
    setTold({ tone: 'good', words });
    focusAt(spot);
  };
  const act = async <T>({ key, send: start, said, spot }: Act<T>) => {
    if (busy) return;
    setBusy(key);
    try {
      const answer = await send(start());
      await queries.invalidateQueries();
      done(said(answer), spot);
    } catch (error) {
      setTold({ tone: 'bad', words: wordsFor(error) });
    } finally {
      setBusy(null);
    }
  };
  return { told, busy, act, send, done };
}

/** A slot, wherever on the board it is. */
export function slotSpot(slotId: string): string {
  return `[data-slot="${CSS.escape(slotId)}"] :is(.menu-button, a)`;
}

/** The head of a session’s column. */
export function sessionSpot(sessionId: string): string {
  return `[data-session="${CSS.escape(sessionId)}"] h3 button`;
}

/** A family that needs somebody. */
export function needSpot(familyId: string): string {
  return `[data-need="${CSS.escape(familyId)}"] a`;
}

/** What was removed leaves its place to what comes next in a list, or else to what comes before it. */
export function besides<T>(list: readonly T[], gone: T): T | undefined {
  const at = list.indexOf(gone);
  return list[at + 1] ?? list[at - 1];
}

/** Once the new board is drawn. Where what was pressed is gone, the focus goes to the head of the page and is not lost. */
function focusAt(spot: string | undefined): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const there = spot ? document.querySelector<HTMLElement>(spot) : null;
      if (there) there.focus();
      else if (document.activeElement === document.body)
        document.querySelector<HTMLElement>('.planner h1')?.focus();
    }),
  );
}
