import { useCallback, useEffect, useRef, useState } from 'react';
import { useLive } from '../../live/live-provider.js';

/** A pause in typing after which a short field is sent, in milliseconds. */
const pauseBeforeSending = 700;

export interface Draft {
  value: string;
  onChange: (text: string) => void;
  onBlur: () => void;
}

/**
 * A short field that is sent as it is typed: after a pause, on leaving it, and when it or the page goes from the screen,
 * so that no word waits on a button. While one types, one's own words stand; afterwards the record's.
 */
export function useDraft(recorded: string, send: (text: string) => void): Draft {
  const { lastWords } = useLive();
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unsent = useRef<string | null>(null);
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  const flush = useCallback(() => {
    clearTimeout(timer.current);
    if (unsent.current === null) return;
    const text = unsent.current;
    unsent.current = null;
    latest.current(text);
  }, []);
  useEffect(() => {
    lastWords.add(flush);
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      lastWords.delete(flush);
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush, lastWords]);
  return {
    value: typed ?? recorded,
    onChange: (text) => {
      setTyped(text);
      unsent.current = text;
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, pauseBeforeSending);
    },
    onBlur: () => {
      flush();
      setTyped(null);
    },
  };
}
