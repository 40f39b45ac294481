import { createContext, type ReactNode, useContext } from 'react';
import type { Live } from './live.js';

const Context = createContext<Live | null>(null);

/** Gives the pages under it the live engine of the person who is signed in. */
export function LiveProvider({ live, children }: { live: Live; children: ReactNode }) {
  return <Context value={live}>{children}</Context>;
}

/** The live engine itself; pages use the hooks instead. */
export function useLive(): Live {
  const live = useContext(Context);
  if (!live) throw new Error('This needs somebody signed in');
  return live;
}
