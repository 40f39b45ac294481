import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonKept } from '../../shared/people/directory.js';
import type { InvitationLink } from '../../shared/people/sign-in.js';
import { ask, wordsFor } from '../api.js';
import { Button } from '../ui/actions/Button.js';
import { dateAndTime } from '../ui/format.js';
import { Card } from '../ui/surfaces/Card.js';
import { Note } from '../ui/surfaces/Note.js';

/** How somebody comes to sign in: a link, shown once, with which they set their own password. */
export function InviteCard({ person }: { person: PersonKept }) {
  const [link, setLink] = useState<InvitationLink | null>(null);
  const [wrong, setWrong] = useState('');
  const [copied, setCopied] = useState('');
  const queries = useQueryClient();
  const make = async () => {
    setCopied('');
    try {
      setLink(await ask<InvitationLink>('POST', `people/${person.personId}/invitation`));
      setWrong('');
      await queries.invalidateQueries();
    } catch (error) {
      setWrong(wordsFor(error));
    }
  };
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied('Copied.');
    } catch {
      // Some councils' browsers keep the clipboard shut; the words stand there to be marked by hand.
      setCopied('This browser does not let us copy. Mark the link and copy it yourself.');
    }
  };
  return (
    <Card heading="Signing in" headingSize="l">
      <div className="stack close">
        <p>
          {person.canSignIn
            ? `${person.firstName} can sign in. A new link lets them set a new password.`
            : `${person.firstName} cannot sign in yet.`}
        </p>
        {link ? (
          <>
            <p className="keeping-link small">{link.link}</p>
            <p className="small muted">
              Works once, until {dateAndTime(link.endsAt)}. It is shown only now: send it to nobody but{' '}
              {person.firstName}.
            </p>
            <Button kind="primary" onClick={() => void copy(link.link)}>
              Copy the link
            </Button>
            <p role="status" className="small">
              {copied}
            </p>
          </>
        ) : (
          <Button
            onClick={() => void make()}
            unavailable={
              person.email ? (person.ended ? 'They have left.' : undefined) : 'Give an e-mail address first.'
            }
          >
            Make a link to set a password
          </Button>
        )}
        {wrong && (
          <Note tone="bad" role="alert">
            {wrong}
          </Note>
        )}
      </div>
    </Card>
  );
}
