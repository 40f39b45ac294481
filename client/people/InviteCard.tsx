import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonKept } from '../../shared/people/directory.js';
import type { InvitationLink } from '../../shared/people/sign-in.js';
import { ask, wordsFor } from '../api.js';
import { Button } from '../ui/actions/Button.js';
import { dateAndTime } from '../ui/format.js';
import { Card } from '../ui/surfaces/Card.js';
import { Note } from '../ui/surfaces/Note.js';
import { useCopy } from '../use-copy.js';

/** How somebody comes to sign in: a link, shown once, with which they set their own password. */
export function InviteCard({ person }: { person: PersonKept }) {
  const [link, setLink] = useState<InvitationLink | null>(null);
  const [wrong, setWrong] = useState('');
  const { said, copy, forget } = useCopy('link');
  const queries = useQueryClient();
  const make = async () => {
    forget();
    try {
      setLink(await ask<InvitationLink>('POST', `people/${person.personId}/invitation`));
      setWrong('');
      await queries.invalidateQueries();
    } catch (error) {
      setWrong(wordsFor(error));
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
              {said}
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
