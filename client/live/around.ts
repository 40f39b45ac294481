import type { ReactNode } from 'react';
import type { You } from '../../shared/people/sign-in.js';

/** What the product puts around every page, given to pages as a prop because features do not import one another. */
export interface Around {
  you: You;
  /** What state one's words are in, for the top right of the frame. */
  connection: ReactNode;
  /** Full width under the top bar while offline and just after. */
  strip: ReactNode;
  /** What waits to be sent, as a card; nothing when nothing waits. */
  toSend: ReactNode;
  /** What was not accepted, as a card; nothing when there is nothing. */
  kept: ReactNode;
  /** Asks for the password again, before signing. `onDone` once the server knows that it is them. */
  confirm(asked: { open: boolean; onDone: () => void; onClose: () => void }): ReactNode;
  /** Ends the sign-in in every tab, after a warning when something is unsent. */
  signOut(): void;
}
