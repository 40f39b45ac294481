import { useState } from 'react';
import { wordsFor } from '../api.js';
import { useLive } from '../live/live-provider.js';
import { useConnection } from '../live/use-connection.js';
import { Button } from '../ui/actions/Button.js';
import { Dialog } from '../ui/actions/Dialog.js';
import { countOf, listed } from '../ui/format.js';

export interface SignOutDialogProps {
  open: boolean;
  onClose: () => void;
  leave: (forget: boolean) => Promise<void>;
}

/** Asks before signing out when words would stay behind; otherwise signs out at once. */
export function SignOutDialog({ open, onClose, leave }: SignOutDialogProps) {
  const { waiting, kept, alone } = useConnection();
  const forms = useLive().forms.written;
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState('');
  const go = async (forget: boolean) => {
    setBusy(true);
    try {
      await leave(forget);
    } catch (error) {
      setWrong(`${wordsFor(error)} You are still signed in.`);
    }
    setBusy(false);
  };
  const left = waiting + kept.length + forms;
  const stored = waiting + kept.length > 0 && !alone;
  const words = [
    waiting > 0 && `${countOf(waiting, 'change')} not sent yet`,
    kept.length > 0 && `${countOf(kept.length, 'change')} not accepted`,
    forms > 0 && `${countOf(forms, 'form')} that you have not handed in`,
  ].filter((part) => part !== false);
  return (
    <Dialog
      open={open}
      title={left > 0 ? 'Some of your words would stay behind' : 'Sign out?'}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onClick={onClose}>
            Stay signed in
          </Button>
          {(left === 0 || stored) && (
            <Button busy={busy ? 'Signing out' : undefined} onClick={() => void go(false)}>
              {left > 0 ? 'Sign out, keep them here' : 'Sign out'}
            </Button>
          )}
          {left > 0 && (
            <Button kind="quiet" busy={busy ? 'Signing out' : undefined} onClick={() => void go(true)}>
              Sign out and delete them
            </Button>
          )}
        </>
      }
    >
      {left > 0 && (
        <p>
          There {left === 1 ? 'is' : 'are'} {listed(words)}. {whatBecomes(stored, forms)}
        </p>
      )}
      {wrong && <p className="bad-words">{wrong}</p>}
    </Dialog>
  );
}

function whatBecomes(stored: boolean, forms: number): string {
  if (!stored) return 'They are in this window only, and signing out deletes them.';
  const kept =
    'If you keep them here, only you can read them, by signing in again on this device within 72 hours.';
  return forms > 0 ? `${kept} What you have not handed in goes all the same.` : kept;
}
