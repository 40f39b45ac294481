import { useEffect, useRef, useState } from 'react';
import { useLive } from '../../live/live-provider.js';
import type { DiscussionLogId } from '../../live/logs.js';
import { useDiscussion } from '../in-discussion.js';

/**
 * The words of a form for a kind of change, kept while the person looks at another step or family, until `clear` or until
 * they sign out. `which`: of several forms for one kind.
 */
export function useKept<Form>(
  kind: string,
  empty: Form,
  which = '',
): [form: Form, change: (part: Partial<Form>) => void, clear: () => void] {
  const live = useLive();
  const { logId, state } = useDiscussion();
  const { forms } = live;
  const [, redraw] = useState(0);
  const key = `${logId} ${kind} ${which}`;
  const kept = () => (forms.get(key) as Form | undefined) ?? empty;

  const isSigned = useRef(false);
  useEffect(() => {
    isSigned.current = state.status === 'signed';
  });
  useEffect(() => {
    live.forms.opens(key);
    return () => {
      live.forms.closes(key);
      if (isSigned.current) live.keepForms(logId as DiscussionLogId);
    };
  }, [live, key, logId]);

  return [
    kept(),
    (part) => {
      forms.set(key, { logId, kind, form: { ...kept(), ...part } });
      redraw((n) => n + 1);
    },
    () => {
      forms.delete(key);
      redraw((n) => n + 1);
    },
  ];
}

/** Once the minutes are signed, words in a form that is not open could never be handed in: they are kept to be copied. */
export function useLateForms(logId: DiscussionLogId, isSigned: boolean): void {
  const live = useLive();
  useEffect(() => {
    if (isSigned) live.keepForms(logId);
  }, [live, logId, isSigned]);
}
