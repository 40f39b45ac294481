import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { You } from '../../shared/people/sign-in.js';
import { ask, wordsFor } from '../api.js';
import { Button } from '../ui/actions/Button.js';
import { TextField } from '../ui/fields/TextField.js';
import { usePageTitle } from '../ui/frames/page-title.js';
import { Note } from '../ui/surfaces/Note.js';
import { BesideTheDoor } from './BesideTheDoor.js';

export interface SignInPageProps {
  /** The sign-in ran out, or was ended elsewhere, while the person was working. */
  ended: boolean;
  onIn: (you: You) => void;
}

/** E-mail address and password. Every wrong pair gets the same answer. */
export function SignInPage({ ended, onIn }: SignInPageProps) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState('');
  const alert = useRef<HTMLDivElement>(null);
  usePageTitle(['Sign in'], wrong !== '');
  useEffect(() => {
    if (wrong) alert.current?.focus();
  }, [wrong]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setWrong('');
    try {
      onIn(await ask<You>('POST', 'sign-in', { email, password }));
    } catch (error) {
      setWrong(wordsFor(error));
      setPassword('');
      setBusy(false);
    }
  };
  return (
    <BesideTheDoor>
      <h1 className="display">Sign in</h1>
      <p className="large muted">Children’s services and partners</p>
      {ended && (
        <Note tone="warn" icon="clock">
          <b>You have been signed out.</b> What you had not sent is kept on this device. Sign in here to send
          it.
        </Note>
      )}
      <div ref={alert} tabIndex={-1}>
        {wrong && (
          <Note tone="bad" role="alert">
            {wrong}
          </Note>
        )}
      </div>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <TextField
          label="Work e-mail address"
          type="email"
          size="large"
          autoComplete="username"
          spellCheck={false}
          required
          value={email}
          onChange={setEmail}
        />
        <TextField
          label="Password"
          type="password"
          size="large"
          autoComplete="current-password"
          required
          value={password}
          onChange={setPassword}
        />
        <Button kind="primary" size="large" type="submit" wide busy={busy ? 'Signing in' : undefined}>
          Sign in
        </Button>
      </form>
      <Note icon="eye" size="small">
        Families’ lives are on the next screen. Check nobody can see yours.
      </Note>
    </BesideTheDoor>
  );
}
