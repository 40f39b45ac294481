import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import {
  type Announcement,
  add,
  type Batch,
  forgetKept,
  type Listening,
  listen,
  nextAt,
  pause,
  silentBatch,
  speak,
  typed,
} from './batching.js';

/** The only three things that may interrupt: offline, needed now, a change not accepted. */
export type Urgent = 'offline' | 'needed-now' | 'not-accepted';

export interface Announcer {
  /** Politely, gathered with others: see Announcement. */
  say: (message: Announcement) => void;
  /** At once. */
  interrupt: (kind: Urgent, words: string) => void;
  paused: boolean;
  setPaused: (paused: boolean) => void;
  setListening: (listening: Listening) => void;
  /** What was said while paused, oldest first, until forgotten. */
  kept: readonly Announcement[];
  forgetKept: () => void;
  /** For the next person in this window: nothing of what was said or wished for before. */
  forgetAll: () => void;
}

const Context = createContext<Announcer | undefined>(undefined);

/** How any component speaks to people who listen. */
export function useAnnouncer(): Announcer {
  const announcer = useContext(Context);
  if (!announcer) throw new Error('useAnnouncer needs LiveRegions around it');
  return announcer;
}

/** Two live regions, made when the product loads because later ones go unheard. Put it once round everything. */
export function LiveRegions({ children, listening = 'all' }: { children: ReactNode; listening?: Listening }) {
  const batch = useRef<Batch>(silentBatch);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [polite, setPolite] = useState('');
  const [assertive, setAssertive] = useState('');
  const [paused, setPausedShown] = useState(false);
  const [kept, setKept] = useState<readonly Announcement[]>([]);

  const settle = useCallback((next: Batch) => {
    batch.current = next;
    setKept(next.kept);
    setPausedShown(next.paused);
    clearTimeout(timer.current);
    const due = nextAt(next);
    if (due === undefined) return;
    timer.current = setTimeout(
      () => {
        const spoken = speak(batch.current, Date.now());
        // The same words twice are only heard again if the region changes, so a space alternates at the end.
        if (spoken.words)
          setPolite((before) => (before === spoken.words ? `${spoken.words} ` : (spoken.words ?? '')));
        settle(spoken.batch);
      },
      Math.max(0, due - Date.now()),
    );
  }, []);

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => settle(listen(batch.current, listening)), [listening, settle]);
  useEffect(() => {
    const onInput = () => settle(typed(batch.current, Date.now()));
    document.addEventListener('input', onInput, { capture: true, passive: true });
    return () => document.removeEventListener('input', onInput, { capture: true });
  }, [settle]);

  const forgetAll = useCallback(() => {
    settle(listen(silentBatch, listening));
    setPolite('');
    setAssertive('');
  }, [settle, listening]);

  const announcer = useMemo<Announcer>(
    () => ({
      say: (message) => settle(add(batch.current, message)),
      interrupt: (_kind, words) => setAssertive((before) => (before === words ? `${words} ` : words)),
      paused,
      setPaused: (wanted) => settle(pause(batch.current, wanted)),
      setListening: (wanted) => settle(listen(batch.current, wanted)),
      kept,
      forgetKept: () => settle(forgetKept(batch.current)),
      forgetAll,
    }),
    [paused, kept, settle, forgetAll],
  );

  return (
    <Context value={announcer}>
      {children}
      <div className="visually-hidden" role="status" aria-live="polite" data-live="polite">
        {polite}
      </div>
      <div className="visually-hidden" role="alert" aria-live="assertive" data-live="assertive">
        {assertive}
      </div>
    </Context>
  );
}
