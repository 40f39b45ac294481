import type { MessageLine } from '../../shared/messages/outbox.js';
import { dateAndTime } from '../ui/format.js';
import { Table } from '../ui/surfaces/Table.js';
import { Empty } from '../ui/surfaces/Waiting.js';
import { Again } from './Again.js';

const nothing = {
  waiting: 'Nothing waits to be sent.',
  sent: 'Nothing has been sent yet.',
  'given-up': 'Nothing was given up.',
};

/** The newest messages of one kind: to whom, about what, and what became of each. */
export function MessagesTable({
  messages,
  which,
}: {
  messages: readonly MessageLine[];
  which: keyof typeof nothing;
}) {
  if (messages.length === 0) return <Empty fact={nothing[which]} />;
  return (
    <Table
      caption="The newest messages"
      size="small"
      rows={messages}
      rowKey={(message) => message.messageId}
      columns={[
        { key: 'subject', heading: 'Subject', names: true, cell: (message) => message.subject },
        { key: 'to', heading: 'To', cell: (message) => message.personName },
        { key: 'when', heading: 'Written', cell: (message) => dateAndTime(message.madeAt) },
        { key: 'state', heading: 'What became of it', cell: stateSays },
        ...(which === 'given-up'
          ? [
              {
                key: 'act',
                heading: 'Send again',
                headingHidden: true,
                cell: (message: MessageLine) => (
                  <Again path={`messages/${message.messageId}/again`} busy="Asking">
                    Send it again
                    <span className="visually-hidden">
                      : {message.subject}, to {message.personName}
                    </span>
                  </Again>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function stateSays({ status, attempts, nextAt, sentAt, trouble }: MessageLine): string {
  if (status === 'sent') return `Sent ${sentAt ? dateAndTime(sentAt) : ''}`;
  const tried = `${attempts === 1 ? 'Tried once' : `Tried ${attempts} times`}${trouble ? `: ${trouble}` : ''}`;
  if (status === 'given-up') return tried;
  if (status === 'sending') return 'On its way';
  return attempts === 0 ? 'Waiting' : `${tried}. Next try ${dateAndTime(nextAt)}`;
}
