import { useState } from 'react';
import type { ConnectionView } from '../../live/connection.js';
import { useConnection } from '../../live/use-connection.js';
import { Button } from '../../ui/actions/Button.js';
import { Dialog } from '../../ui/actions/Dialog.js';
import { clockTime, countOf } from '../../ui/format.js';
import { Connection } from '../../ui/frames/Connection.js';
import { KeptList } from './KeptChanges.js';
import './connection-bar.css';

/** What state a person's words are in, always in one place: saved, saving, offline, not accepted. */
export function ConnectionBar() {
  const connection = useConnection();
  const [open, setOpen] = useState(false);
  const { kept, state } = connection;
  // The last one dealt with closes the dialog, rather than leaving an empty one.
  const shown = open && kept.length > 0;
  return (
    <div className="connection-bar" role="status">
      <Connection state={state}>{connectionSays(connection)}</Connection>
      {kept.length > 0 && (
        <Button kind="quiet" size="small" onClick={() => setOpen(true)}>
          See why
        </Button>
      )}
      <Dialog
        open={shown}
        width="wide"
        title="Not accepted: the words are kept"
        onClose={() => setOpen(false)}
        actions={<Button onClick={() => setOpen(false)}>Close</Button>}
      >
        <KeptList />
      </Dialog>
    </div>
  );
}

/** The sentence of each state. The time in "Saved" is the server's. */
export function connectionSays({ state, waiting, savedAt, kept }: ConnectionView): string {
  if (state === 'offline') return waiting > 0 ? `Offline, ${countOf(waiting, 'change')} waiting` : 'Offline';
  if (state === 'not-accepted') return `${countOf(kept.length, 'change')} not accepted`;
  if (state === 'saving') return 'Saving';
  return savedAt === null ? 'Connected' : `Saved ${clockTime(savedAt)}`;
}
