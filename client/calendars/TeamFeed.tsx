import { type ReactNode, useState } from 'react';
import type { Team } from '../../shared/people/directory.js';
import { Button } from '../ui/actions/Button.js';
import { SelectField } from '../ui/fields/TextField.js';

interface Props {
  teams: readonly Team[];
  onMake: (teamId: string) => void;
  /** The address just made for a team, if there is one. */
  shown: (teamId: string) => ReactNode;
}

/** Makes an address for one of the teams that somebody keeps. */
export function TeamFeed({ teams, onMake, shown }: Props) {
  const [chosen, setChosen] = useState(teams.length === 1 ? (teams[0]?.teamId ?? '') : '');
  return (
    <div className="stack close">
      <SelectField
        label="Team"
        nothingChosen="Choose a team"
        options={teams.map(({ teamId, name }) => ({ value: teamId, label: name }))}
        value={chosen}
        onChange={setChosen}
      />
      <Button onClick={() => onMake(chosen)} unavailable={chosen ? undefined : 'Choose a team first.'}>
        Make an address for the team
      </Button>
      {chosen && shown(chosen)}
    </div>
  );
}
