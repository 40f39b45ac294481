import { useState } from 'react';
import type { Team } from '../../shared/people/directory.js';
import { administers, keepsRecords } from '../../shared/people.js';
import { Asked } from '../Asked.js';
import { ask } from '../api.js';
import { FormDialog } from '../FormDialog.js';
import type { Around } from '../live/around.js';
import { Button } from '../ui/actions/Button.js';
import { TextField } from '../ui/fields/TextField.js';
import { usePageTitle } from '../ui/frames/page-title.js';
import { Icon } from '../ui/icons.js';
import { Empty } from '../ui/surfaces/Waiting.js';
import { useAsked } from '../use-asked.js';
import { KeepingHead } from './KeepingHead.js';
import { NotYours } from './NotYours.js';
import { TeamCard } from './TeamCard.js';

/** The teams, and their posts: who fills each, and which are vacant since when. */
export function TeamsPage({ around }: { around: Around }) {
  return keepsRecords(around.you.roles) ? <Kept around={around} /> : <NotYours />;
}

function Kept({ around }: { around: Around }) {
  usePageTitle(['Teams and posts']);
  const teams = useAsked<Team[]>('teams');
  const [adding, setAdding] = useState(false);
  return (
    <div className="stack">
      <KeepingHead
        act={
          administers(around.you.roles) && (
            <Button kind="primary" icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
              Add a team
            </Button>
          )
        }
      />
      <Asked query={teams} fetching="Fetching the teams">
        {(list) =>
          list.length === 0 ? (
            <Empty fact="No team yet.">
              Families, people and sessions belong to a team, so it comes first.
            </Empty>
          ) : (
            list.map((team) => <TeamCard key={team.teamId} team={team} you={around.you} />)
          )
        }
      </Asked>
      {adding && <AddTeam onClose={() => setAdding(false)} />}
    </div>
  );
}

function AddTeam({ onClose }: { onClose: () => void }) {
  return (
    <FormDialog
      title="Add a team"
      onClose={onClose}
      act="Add the team"
      busy="Adding"
      initial={{ name: '', hub: '' }}
      check={({ name }) => ({ name: name.trim() ? undefined : 'Write the team’s name' })}
      send={(values) => ask('POST', 'teams', values)}
      done={onClose}
    >
      {(form) => (
        <>
          <TextField label="Name" hint="For example Northgate" maxLength={120} {...form.field('name')} />
          <TextField label="Hub" hint="Where the team sits" maxLength={120} {...form.field('hub')} />
        </>
      )}
    </FormDialog>
  );
}
