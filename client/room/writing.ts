import { createContext, useMemo, useState } from 'react';

/** What stands open for writing on top of the sheet, whatever step it shows: the bar opens it, and so do the panels. */
export interface Writing {
  open: 'challenge' | 'step' | null;
  /** The next step being written, made once so that its words arrive as one step. */
  stepId: string;
  from: 'decision' | 'challenge';
  openChallenge: () => void;
  /** Opens a new next step; pressed while one stands open, it begins another. */
  openStep: (from?: 'decision' | 'challenge') => void;
  close: () => void;
}

const nothing: Pick<Writing, 'open' | 'stepId' | 'from'> = { open: null, stepId: '', from: 'decision' };

export const WritingContext = createContext<Writing>({
  ...nothing,
  openChallenge: () => {},
  openStep: () => {},
  close: () => {},
});

export function useWriting(): Writing {
  const [now, setNow] = useState(nothing);
  return useMemo(
    () => ({
      ...now,
      openChallenge: () => setNow({ ...nothing, open: 'challenge' }),
      openStep: (from = 'decision') => setNow({ open: 'step', stepId: crypto.randomUUID(), from }),
      close: () => setNow(nothing),
    }),
    [now],
  );
}
