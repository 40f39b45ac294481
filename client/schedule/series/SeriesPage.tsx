import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { Team } from '../../../shared/people/directory.js';
import { keepsRecords } from '../../../shared/people.js';
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
  const kept = teams.filter(({ teamId }) => keepsRecords(around.you.roles, teamId));
  const team = kept.find(({ teamId }) => teamId === address.get('team')) ?? kept[0];
  if (!keepsRecords(around.you.roles)) {
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
  return <OfTeam key={team.teamId} team={team} kept={kept} />;
}

function OfTeam({ team, kept }: { team: Team; kept: readonly Team[] }) {
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
          {kept.length > 1 && (
            <SelectField
              label="Team"
              labelHidden
              options={kept.map(({ teamId, name }) => ({ value: teamId, label: name }))}
              value={team.teamId}
              onChange={(teamId) => void navigate(`/planner/series?team=${teamId}`)}
            />
          )}
          <Button kind="primary" icon={<Icon name="plus" />} onClick={() => setMaking(true)}>
            Make a series
          </Button>
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
              .sort((a, b) => Number(a.endedAt !== null) - Number(b.endedAt !== null))
              .map((one) => (
                <SeriesCard key={one.seriesId} series={one} team={team} today={today} done={setSaid} />
              ))
          )
        }
      </Asked>
      {making && <SeriesDialog team={team} today={today} onClose={() => setMaking(false)} done={setSaid} />}
    </div>
  );
}
