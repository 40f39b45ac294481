import { useNavigate } from 'react-router';
import { Button } from '../../ui/actions/Button.js';
import { clockTime, weekdayDate } from '../../ui/format.js';
import { Icon } from '../../ui/icons.js';
import { useAnnouncer } from '../../ui/live-regions/LiveRegions.js';
import { useRoom } from '../in-room.js';
import { useTeams } from '../session/facts.js';

/** Where and when this is: team, date, and the time now. */
export function Place() {
  const { session, now } = useRoom();
  const teams = useTeams();
  const team = teams.data?.find((t) => t.teamId === session.teamId)?.name;
  return (
    <>
      {team && <b className="nowrap">{team}</b>}
      <span className="only-wide"> · {weekdayDate(session.date)}</span> ·{' '}
      <span className="nowrap">{clockTime(new Date(now))}</span>
    </>
  );
}

/** The way out. Leaving says so in the attendance (`onLeave`), and takes nothing along. */
export function Leave({ onLeave }: { onLeave?: (() => void) | undefined }) {
  const navigate = useNavigate();
  const { paused, setPaused } = useAnnouncer();
  return (
    <>
      <Button
        className="only-wide"
        kind="quiet"
        size="small"
        aria-pressed={paused}
        icon={<Icon name={paused ? 'silent' : 'speaker'} />}
        onClick={() => setPaused(!paused)}
      >
        <span className="visually-hidden">Pause what the room says aloud</span>
      </Button>
      <Button
        size="small"
        onClick={() => {
          onLeave?.();
          void navigate('/');
        }}
      >
        Leave
      </Button>
    </>
  );
}
