import type { Team } from '../../../shared/people/directory.js';
import type { Board, Planned } from '../../../shared/schedule/planner.js';
import { ask } from '../../api.js';
import { FormDialog } from '../../FormDialog.js';
import { ChipChecks } from '../../ui/fields/Chips.js';
import { plannedSays } from './board-words.js';
import { monthInWords } from './month.js';
import type { Acts } from './use-acts.js';

interface Props {
  board: Board;
  teams: readonly Team[];
  acts: Acts;
  onClose: () => void;
}

/** Teams that share specialists are best planned in one act: nobody is then in two places. */
export function TogetherDialog({ board, teams, acts, onClose }: Props) {
  return (
    <FormDialog<{ teamIds: string[] }>
      title={`Plan several teams together, ${monthInWords(board.month)}`}
      onClose={onClose}
      act="Plan these teams"
      busy="Planning"
      initial={{ teamIds: teams.map(({ teamId }) => teamId) }}
      check={({ teamIds }) => ({ teamIds: teamIds.length > 0 ? undefined : 'Choose a team' })}
      send={({ teamIds }) =>
        acts.send(ask<Planned>('POST', 'planner/plans', { teamIds, month: board.month }))
      }
      done={(planned) => {
        onClose();
        acts.done(plannedSays(planned as Planned));
      }}
    >
      {(form) => {
        const { id, value, onChange, error } = form.field('teamIds');
        return (
          <>
            <p>
              Each family stays with its own team’s sessions. Specialists whom the teams share get one block a
              day over all of them.
            </p>
            <ChipChecks
              legend="Teams"
              id={id}
              error={error}
              options={teams.map((team) => ({ value: team.teamId, label: team.name }))}
              values={value}
              onChange={onChange}
            />
          </>
        );
      }}
    </FormDialog>
  );
}
