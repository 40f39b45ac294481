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
  /** The slot that gets the focus, wherever it is by then. */
  slotId?: string | undefined;
}

export interface Acts {
  told: Told | null;
  /** The key of the act that is under way. */
  busy: string | null;
  /** Does something at once, and says what came of it. */
  act<T>(act: Act<T>): Promise<void>;
  /** For a form: sends, and shows the board as it now is when it was refused. */
  send<T>(promise: Promise<T>): Promise<T>;
  /** For a form that was taken: says so, and brings the focus to the slot. */
  done(words: string, slotId?: string): void;
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
  const done = (words: string, slotId?: string) => {
    end.current();
    setTold({ tone: 'good', words });
    if (slotId) focusSlot(slotId);
  };
  const act = async <T>({ key, send: start, said, slotId }: Act<T>) => {
    if (busy) return;
    setBusy(key);
    try {
      const answer = await send(start());
      await queries.invalidateQueries();
      done(said(answer), slotId);
    } catch (error) {
      setTold({ tone: 'bad', words: wordsFor(error) });
    } finally {
      setBusy(null);
    }
  };
  return { told, busy, act, send, done };
}

/** After the next paint the slot stands where it was put. */
function focusSlot(slotId: string): void {
  requestAnimationFrame(() =>
    document
      .querySelector<HTMLElement>(`[data-slot="${CSS.escape(slotId)}"] :is(.menu-button, a)`)
      ?.focus({ preventScroll: false }),
  );
}
