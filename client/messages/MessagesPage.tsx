import { useState } from 'react';
import type { MessagesPage as Answer } from '../../shared/messages/outbox.js';
import { administers } from '../../shared/people.js';
import { refusals } from '../../shared/refusals.js';
import { Asked } from '../Asked.js';
import type { Around } from '../live/around.js';
import { ChipChoice } from '../ui/fields/Chips.js';
import { usePageTitle } from '../ui/frames/page-title.js';
import { Card } from '../ui/surfaces/Card.js';
import { Note } from '../ui/surfaces/Note.js';
import { Empty } from '../ui/surfaces/Waiting.js';
import { useAsked } from '../use-asked.js';
import { FailedJobs } from './FailedJobs.js';
import { MessagesTable } from './MessagesTable.js';

type Which = 'waiting' | 'sent' | 'given-up';

/** For administrators: what waits to be sent, what went, what was given up, and the daily work that did not work. */
export function MessagesPage({ around }: { around: Around }) {
  usePageTitle(['Messages']);
  const mine = administers(around.you.roles);
  const [which, setWhich] = useState<Which>('waiting');
  const answer = useAsked<Answer>(mine ? `messages?status=${which}` : null);
  if (!mine)
    return (
      <>
        <h1>Not found</h1>
        <Empty fact={refusals['not-found']} />
      </>
    );
  return (
    <div className="stack">
      <h1>Messages</h1>
      <p className="measure">
        Invitations and reminders, sent by e-mail. Each holds a reference, a time and a link. Of what a
        message says, only its subject is shown here.
      </p>
      <Asked query={answer} fetching="Fetching the messages">
        {(page) => (
          <>
            {page.sends ? (
              <p className="small muted">They come from {page.from}.</p>
            ) : (
              <Note tone="warn">
                No mail server is set, so every message waits. Whoever runs the server sets SMTP_URL and
                MAIL_FROM.
              </Note>
            )}
            {page.failedJobs.length > 0 && <FailedJobs jobs={page.failedJobs} />}
            <Card heading="Messages" headingHidden label="Messages">
              <div className="stack">
                <ChipChoice
                  legend="Show"
                  value={which}
                  onChange={setWhich}
                  options={[
                    { value: 'waiting', label: `Waiting (${page.counts.waiting})` },
                    { value: 'sent', label: `Sent (${page.counts.sent})` },
                    { value: 'given-up', label: `Given up (${page.counts['given-up']})` },
                  ]}
                />
                <MessagesTable messages={page.messages} which={which} />
              </div>
            </Card>
          </>
        )}
      </Asked>
    </div>
  );
}
