import { createContext } from 'react';

export type DialogName = 'pen' | 'chair' | 'order' | 'guest' | 'end-family' | 'end-session' | 'keys';

export interface Dialogs {
  shown: DialogName | null;
  open: (name: DialogName) => void;
  close: () => void;
}

export const DialogsContext = createContext<Dialogs>({ shown: null, open: () => {}, close: () => {} });
