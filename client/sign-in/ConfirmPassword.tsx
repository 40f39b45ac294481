import { type FormEvent, useId, useState } from 'react';
import type { Confirmed } from '../../shared/people/sign-in.js';
import { ask, wordsFor } from '../api.js';
import { Button } from '../ui/actions/Button.js';
import { Dialog } from '../ui/actions/Dialog.js';
import { TextField } from '../ui/fields/TextField.js';

export interface ConfirmPasswordProps {
  open: boolean;
  /** The server knows that it is them, for a few minutes. */
  onDone: () => void;
  onClose: () => void;
}

/** Asks for the password again, because a signature must be the signer's own. */
export function ConfirmPassword(props: ConfirmPasswordProps) {
  return props.open ? <Asking {...props} /> : null;
}

function Asking({ onDone, onClose }: ConfirmPasswordProps) {
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const formId = useId();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (!password) return setWrong('Give your password');
    setBusy(true);
    try {
      await ask<Confirmed>('POST', 'you/confirm', { password });
      onDone();
    } catch (error) {
      setWrong(wordsFor(error));
      setPassword('');
    }
    setBusy(false);
  };
  return (
    <Dialog
      open
      title="Confirm it is you"
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form={formId} busy={busy ? 'Checking' : undefined}>
            Confirm
          </Button>
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <form id={formId} noValidate className="stack" onSubmit={(event) => void submit(event)}>
        <p>Signing puts your name under these minutes. Give your password once more.</p>
        <TextField
          label="Password"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={wrong}
        />
      </form>
    </Dialog>
  );
}
