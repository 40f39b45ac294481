import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { Team } from '../../../shared/people/directory.js';
import { keepsRecords, seesPlanner } from '../../../shared/people.js';
import { refusals } from '../../../shared/refusals.js';
import type { Series } from '../../../shared/schedule/series.js';
import { Asked } from '../../Asked.js';
import { useTeams } from '../../directory.js';
import type { Around } from '../../live/around.js';
import { Button, ButtonLink } from '../../ui/actions/Button.js';
import { SelectField } from '../../ui/fields/TextField.js';
import { localDate } from '../../ui/format.js';
import { usePageTitle } from '../../ui/frames/page-title.js';
import { Icon } from '../../ui/icons.js';
import { Empty, Fetching } from '../../ui/surfaces/Waiting.js';
import { useAsked } from '../../use-asked.js';
import { SeriesCard } from './SeriesCard.js';
import { SeriesDialog } from './SeriesDialog.js';
import './series.css';

/** When a team meets, again and again: its series, each with the gaps of a whole year. */
export function SeriesPage({ around }: { around: Around }) {
  usePageTitle(['Series']);
  const { teams } = useTeams();
  const [address] = useSearchParams();
  const seen = teams.filter(({ teamId }) => seesPlanner(around.you.roles, teamId));
  const team = seen.find(({ teamId }) => teamId === address.get('team')) ?? seen[0];
  if (!seesPlanner(around.you.roles)) {
    return (
      <>
        <h1>Not found</h1>
        <Empty fact={refusals['not-found']}>
          <ButtonLink to="/">Go to your supervision</ButtonLink>
        </Empty>
      </>
    );
  }
  if (!team) {
    return (
      <>
        <h1>Series</h1>
        <Fetching>Fetching the series</Fetching>
      </>
    );
  }
  return (
    <OfTeam key={team.teamId} team={team} seen={seen} keeps={keepsRecords(around.you.roles, team.teamId)} />
  );
}

interface OfTeamProps {
  team: Team;
  /** Whose series this person may look at. */
  seen: readonly Team[];
  keeps: boolean;
}

function OfTeam({ team, seen, keeps }: OfTeamProps) {
  const series = useAsked<Series[]>(`series?teamId=${team.teamId}`);
  const [making, setMaking] = useState(false);
  const [said, setSaid] = useState('');
  const navigate = useNavigate();
  const today = localDate(new Date());
  return (
    <div className="stack">
      <p>
        <Link to={`/planner?team=${team.teamId}`}>Planner</Link>
      </p>
      <div className="row apart wraps">
        <h1>Series of {team.name}</h1>
        <span className="row wraps">
          {seen.length > 1 && (
            <SelectField
              label="Team"
              labelHidden
              options={seen.map(({ teamId, name }) => ({ value: teamId, label: name }))}
              value={team.teamId}
              onChange={(teamId) => void navigate(`/planner/series?team=${teamId}`)}
            />
          )}
          {keeps && (
            <Button kind="primary" icon={<Icon name="plus" />} onClick={() => setMaking(true)}>
              Make a series
            </Button>
          )}
        </span>
      </div>
      <p role="status" className="series-said">
        {said}
      </p>
      <Asked query={series} fetching="Fetching the series">
        {(list) =>
          list.length === 0 ? (
            <Empty fact="No series yet.">
              A series makes the team’s sessions for months ahead, and shows the gaps of a whole year before
              it is saved.
            </Empty>
          ) : (
            [...list]
              .sort((a, b) => (b.toOn ?? '9').localeCompare(a.toOn ?? '9'))
              .map((one) => (
                <SeriesCard
                  key={one.seriesId}
                  series={one}
                  team={team}
                  today={today}
                  keeps={keeps}
                  done={setSaid}
                />
              ))
          )
        }
      </Asked>
      {making && <SeriesDialog team={team} today={today} onClose={() => setMaking(false)} done={setSaid} />}
    </div>
  );
}
