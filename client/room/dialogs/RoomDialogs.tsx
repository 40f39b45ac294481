import { useContext } from 'react';
import { KeysDialog } from '../keys/KeysDialog.js';
import { DialogsContext } from './dialogs.js';
import { EndFamilyDialog } from './EndFamilyDialog.js';
import { EndSessionDialog } from './EndSessionDialog.js';
import { GuestDialog } from './GuestDialog.js';
import { OrderDialog } from './OrderDialog.js';
import { PassDialog } from './PassDialog.js';

/** The questions of the room, one at a time. */
export function RoomDialogs() {
  const { shown, close } = useContext(DialogsContext);
  if (shown === 'pen' || shown === 'chair') return <PassDialog what={shown} onClose={close} />;
  if (shown === 'order') return <OrderDialog onClose={close} />;
  if (shown === 'guest') return <GuestDialog onClose={close} />;
  if (shown === 'end-family') return <EndFamilyDialog onClose={close} />;
  if (shown === 'end-session') return <EndSessionDialog onClose={close} />;
  return <KeysDialog open={shown === 'keys'} onClose={close} />;
}
