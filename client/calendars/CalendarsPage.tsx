import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CalendarFeed, MadeCalendarFeed } from '../../shared/messages/feeds.js';
import { keepsRecords } from '../../shared/people.js';
import { Asked } from '../Asked.js';
import { ask, wordsFor } from '../api.js';
import { useTeams } from '../directory.js';
import type { Around } from '../live/around.js';
import { Button } from '../ui/actions/Button.js';
import { usePageTitle } from '../ui/frames/page-title.js';
import { Card } from '../ui/surfaces/Card.js';
import { Note } from '../ui/surfaces/Note.js';
import { useAsked } from '../use-asked.js';
import { FeedsTable } from './FeedsTable.js';
import { MadeAddress } from './MadeAddress.js';
import { TeamFeed } from './TeamFeed.js';
import './calendars.css';

/** The addresses under which calendar programs fetch somebody's own times, or a team's sessions. */
export function CalendarsPage({ around }: { around: Around }) {
  usePageTitle(['Calendars']);
  const { roles } = around.you;
  const feeds = useAsked<CalendarFeed[]>('calendar-feeds');
  const { teams } = useTeams();
  const kept = teams.filter(({ teamId }) => keepsRecords(roles, teamId));
  const [made, setMade] = useState<(MadeCalendarFeed & { teamId: string | null }) | null>(null);
  const [wrong, setWrong] = useState('');
  const queries = useQueryClient();
  const make = async (teamId: string | null) => {
    try {
      setMade({ ...(await ask<MadeCalendarFeed>('POST', 'calendar-feeds', { teamId })), teamId });
      setWrong('');
    } catch (error) {
      setWrong(wordsFor(error));
    }
    await queries.invalidateQueries();
  };
  const shown = (teamId: string | null) =>
    made && made.teamId === teamId && <MadeAddress address={made.address} />;
  return (
    <div className="stack">
      <h1>Calendars</h1>
      <p className="measure">
        A calendar program can fetch the times of supervision from here. It gets a team, a time, a reference
        and a link. It never gets the name of a family.
      </p>
      {wrong && (
        <Note tone="bad" role="alert">
          {wrong}
        </Note>
      )}
      <Card
        heading="Your own times"
        about="When you are needed in each session, from your first family to your last."
      >
        <div className="stack close">
          <Button kind="primary" onClick={() => void make(null)}>
            Make an address for your calendar
          </Button>
          {shown(null)}
        </div>
      </Card>
      {kept.length > 0 && (
        <Card
          heading="The sessions of a team"
          about="Every session with a family in it, whole. It stops if you no longer keep the team."
        >
          <TeamFeed teams={kept} onMake={(teamId) => void make(teamId)} shown={shown} />
        </Card>
      )}
      <Card heading="Addresses you have made">
        <Asked query={feeds} fetching="Fetching your calendars">
          {(list) => (
            <FeedsTable
              feeds={list}
              onGone={(feedId) => {
                if (made?.id === feedId) setMade(null);
              }}
            />
          )}
        </Asked>
      </Card>
    </div>
  );
}
