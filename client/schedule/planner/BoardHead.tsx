import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Team } from '../../../shared/people/directory.js';
import type { Board } from '../../../shared/schedule/planner.js';
import { ButtonLink } from '../../ui/actions/Button.js';
import { SelectField } from '../../ui/fields/TextField.js';
import { Icon } from '../../ui/icons.js';
import { closuresSay } from './board-words.js';
import { monthAfter, monthInWords } from './month.js';

interface Props {
  month: string;
  team: Team;
  teams: readonly Team[];
  /** Undefined while it is fetched: the month and the arrows are there at once. */
  board: Board | undefined;
  acts: ReactNode;
}

/** Which month of which team this is, by which rule, and on which days nobody meets. */
export function BoardHead({ month, team, teams, board, acts }: Props) {
  const navigate = useNavigate();
  const to = (teamId: string, at: string) => `/planner?team=${teamId}&month=${at}`;
  const facts = board
    ? [board.policySays, ...closuresSay(board.closedDays, board.today)].filter(Boolean)
    : [];
  return (
    <div className="row apart top planner-head">
      <div className="row wraps planner-when">
        <h1 tabIndex={-1}>{monthInWords(month)}</h1>
        <span className="row">
          <Arrow
            to={to(team.teamId, monthAfter(month, -1))}
            name={monthInWords(monthAfter(month, -1))}
            icon="left"
          />
          <Arrow
            to={to(team.teamId, monthAfter(month, 1))}
            name={monthInWords(monthAfter(month, 1))}
            icon="right"
          />
        </span>
        {teams.length > 1 && (
          <SelectField
            label="Team"
            labelHidden
            options={teams.map(({ teamId, name }) => ({ value: teamId, label: name }))}
            value={team.teamId}
            onChange={(teamId) => void navigate(to(teamId, month))}
          />
        )}
        <span className="muted">
          {[teams.length === 1 && team.name, ...facts].filter(Boolean).join(' · ')}
        </span>
      </div>
      {acts}
    </div>
  );
}

function Arrow({ to, name, icon }: { to: string; name: string; icon: 'left' | 'right' }) {
  return (
    <ButtonLink size="small" to={to} icon={<Icon name={icon} />}>
      <span className="visually-hidden">{name}</span>
    </ButtonLink>
  );
}
