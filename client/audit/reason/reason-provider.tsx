import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from 'react';
import { Reason } from './reason.js';

const Context = createContext<Reason | null>(null);

/** Keeps why the person who is signed in looks at the audit, over all its pages, until they sign out. */
export function ReasonProvider({ children }: { children: ReactNode }) {
  const [reason] = useState(() => new Reason());
  return <Context value={reason}>{children}</Context>;
}

/** The reason itself, for what reads it at the moment of asking. */
export function useReasonKept(): Reason {
  const reason = useContext(Context);
  if (!reason) throw new Error('This needs somebody signed in');
  return reason;
}

/** The reason as it stands, and how it is given. What is open is then asked for again, so that its record has the reason. */
export function useReason(): { why: string; say: (why: string) => void } {
  const reason = useReasonKept();
  const queries = useQueryClient();
  const why = useSyncExternalStore(reason.subscribe, reason.given);
  const say = (given: string) => {
    reason.say(given);
    void queries.invalidateQueries({
      predicate: ({ queryKey: [, path] }) => typeof path === 'string' && path.startsWith('audit/'),
    });
  };
  return { why, say };
}
