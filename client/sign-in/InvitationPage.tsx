import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useParams } from 'react-router';
import type { Invitation, You } from '../../shared/people/sign-in.js';
import { passwordMin } from '../../shared/people/sign-in.js';
import { ApiRefused, ask, wordsFor } from '../api.js';
import { Button, ButtonLink } from '../ui/actions/Button.js';
import { ErrorSummary, type FieldProblem } from '../ui/fields/ErrorSummary.js';
import { TextField } from '../ui/fields/TextField.js';
import { usePageTitle } from '../ui/frames/page-title.js';
import { Note } from '../ui/surfaces/Note.js';
import { Fetching } from '../ui/surfaces/Waiting.js';
import { BesideTheDoor } from './BesideTheDoor.js';

/** A link that works once: the first administrator says who they are, everybody chooses a password, and is in. */
export function InvitationPage({ onIn }: { onIn: (you: You) => void }) {
  const { token = '' } = useParams();
  const path = `invitations/${encodeURIComponent(token)}`;
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => ask<Invitation>('GET', path, undefined, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  usePageTitle(['Choose a password']);
  return (
    <BesideTheDoor>
      {invitation.isPending && <Fetching>Opening the invitation</Fetching>}
      {invitation.isError && (
        <>
          <h1 className="display">This link does not work</h1>
          <p>{wordsFor(invitation.error)}</p>
          <ButtonLink to="/">Go to sign in</ButtonLink>
        </>
      )}
      {invitation.data && (
        <TakeUpForm invitation={invitation.data} send={(body) => ask<You>('POST', path, body)} onIn={onIn} />
      )}
    </BesideTheDoor>
  );
}

interface TakeUpFormProps {
  invitation: Invitation;
  send: (body: { password: string; name?: string; email?: string }) => Promise<You>;
  onIn: (you: You) => void;
}

function TakeUpForm({ invitation, send, onIn }: TakeUpFormProps) {
  const first = invitation.purpose === 'first-administrator';
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [wrong, setWrong] = useState('');
  const [busy, setBusy] = useState(false);
  const problemAt = (fieldId: string) => problems.find((p) => p.fieldId === fieldId)?.message;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const found: FieldProblem[] = [];
    if (first && !name.trim()) found.push({ fieldId: 'your-name', message: 'Give your name' });
    if (first && !email.includes('@'))
      found.push({ fieldId: 'your-email', message: 'Give your work e-mail address' });
    if (password.length < passwordMin) {
      found.push({ fieldId: 'new-password', message: `Use at least ${passwordMin} characters` });
    } else if (password !== again)
      found.push({ fieldId: 'again', message: 'The two passwords are different' });
    setProblems(found);
    setAttempt(attempt + 1);
    setWrong('');
    if (found.length > 0) return;
    setBusy(true);
    try {
      onIn(await send({ password, ...(first ? { name: name.trim(), email: email.trim() } : {}) }));
    } catch (error) {
      const code = error instanceof ApiRefused ? error.refusal.code : null;
      const aboutPassword = code === 'password-too-short' || code === 'password-too-common';
      if (aboutPassword) setProblems([{ fieldId: 'new-password', message: wordsFor(error) }]);
      else setWrong(wordsFor(error));
      setBusy(false);
    }
  };
  return (
    <>
      <h1 className="display">{first ? 'Begin' : 'Choose a password'}</h1>
      <p className="large muted">
        {first
          ? 'You will be the first administrator, and can add everybody else.'
          : `Welcome, ${invitation.name ?? ''}`}
      </p>
      <ErrorSummary problems={problems} attempt={attempt} />
      {wrong && (
        <Note tone="bad" role="alert">
          {wrong}
        </Note>
      )}
      <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
        {first && (
          <>
            <TextField
              id="your-name"
              label="Your name"
              autoComplete="name"
              value={name}
              onChange={setName}
              error={problemAt('your-name')}
            />
            <TextField
              id="your-email"
              label="Work e-mail address"
              type="email"
              autoComplete="username"
              spellCheck={false}
              value={email}
              onChange={setEmail}
              error={problemAt('your-email')}
            />
          </>
        )}
        {!first && <input type="hidden" autoComplete="username" value={invitation.email ?? ''} readOnly />}
        <TextField
          id="new-password"
          label="Password"
          type="password"
          autoComplete="new-password"
          hint={`At least ${passwordMin} characters. Three or four words that do not belong together are good, and easy to remember.`}
          value={password}
          onChange={setPassword}
          error={problemAt('new-password')}
        />
        <TextField
          id="again"
          label="The same password again"
          type="password"
          autoComplete="new-password"
          value={again}
          onChange={setAgain}
          error={problemAt('again')}
        />
        <Button kind="primary" size="large" type="submit" wide busy={busy ? 'Signing in' : undefined}>
          Set the password and sign in
        </Button>
      </form>
    </>
  );
}
