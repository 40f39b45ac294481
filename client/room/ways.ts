import { createContext } from 'react';

/** Ways on that only the live room can offer to what stands in it; in the brief there are none. */
export interface Ways {
  /** Opens the question how this family ends today. */
  endFamily?: (() => void) | undefined;
  /** Shows another step of this family: the room moves with the chair, anybody else moves alone. */
  goToStep?: ((step: string) => void) | undefined;
  /** Opens the question to whom the pen goes; left out for who may not pass it. */
  passPen?: (() => void) | undefined;
}

export const WaysContext = createContext<Ways>({});
