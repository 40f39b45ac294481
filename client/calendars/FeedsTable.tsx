import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CalendarFeed } from '../../shared/messages/feeds.js';
import { ask, wordsFor } from '../api.js';
import { useTeams } from '../directory.js';
import { Button } from '../ui/actions/Button.js';
import { dateAndTime } from '../ui/format.js';
import { Note } from '../ui/surfaces/Note.js';
import { Table } from '../ui/surfaces/Table.js';
import { Empty } from '../ui/surfaces/Waiting.js';

/** The addresses that are still good, when each was last read, and the way to end it. */
export function FeedsTable({
  feeds,
  onGone,
}: {
  feeds: readonly CalendarFeed[];
  onGone: (feedId: string) => void;
}) {
  const { teamName } = useTeams();
  const [wrong, setWrong] = useState('');
  const queries = useQueryClient();
  if (feeds.length === 0) return <Empty fact="No address yet." />;
  const withdraw = async (feedId: string) => {
    try {
      await ask('DELETE', `calendar-feeds/${feedId}`);
      onGone(feedId);
      setWrong('');
    } catch (error) {
      setWrong(wordsFor(error));
    }
    await queries.invalidateQueries();
  };
  const nameOf = ({ teamId }: CalendarFeed) => (teamId === null ? 'Your own times' : teamName(teamId));
  return (
    <>
      {wrong && (
        <Note tone="bad" role="alert">
          {wrong}
        </Note>
      )}
      <Table
        caption="Addresses you have made"
        rows={feeds}
        rowKey={(feed) => feed.feedId}
        columns={[
          { key: 'what', heading: 'Calendar', names: true, cell: nameOf },
          { key: 'made', heading: 'Made', cell: (feed) => dateAndTime(feed.madeAt) },
          {
            key: 'read',
            heading: 'Last fetched',
            cell: (feed) => (feed.readAt ? dateAndTime(feed.readAt) : 'Not yet'),
          },
          {
            key: 'act',
            heading: 'Withdraw',
            headingHidden: true,
            cell: (feed) => (
              <Button kind="quiet" size="small" onClick={() => void withdraw(feed.feedId)}>
                Withdraw the address
                <span className="visually-hidden">
                  : {nameOf(feed)}, made {dateAndTime(feed.madeAt)}
                </span>
              </Button>
            ),
          },
        ]}
      />
    </>
  );
}
