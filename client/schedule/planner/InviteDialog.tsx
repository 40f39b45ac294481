import { useQueryClient } from '@tanstack/react-query';
import type { Board } from '../../../shared/schedule/planner.js';
import { ask } from '../../api.js';
import { FormDialog } from '../../FormDialog.js';
import { countOf } from '../../ui/format.js';
import { wasTold } from './board-words.js';
import type { Acts } from './use-acts.js';
import { boardKey } from './use-board.js';

interface Props {
  board: Board;
  acts: Acts;
  onClose: () => void;
}

/** Tells everybody when they are called in. What was sent cannot be taken back, only followed by a change: so it is asked. */
export function InviteDialog({ board, acts, onClose }: Props) {
  const queries = useQueryClient();
  const again = wasTold(board);
  const { plan, teamId, month } = board;
  const sessions = board.sessions.filter(({ status }) => status === 'planned');
  return (
    <FormDialog
      title={again ? 'Send the changes' : 'Invite everyone'}
      onClose={onClose}
      act={again ? 'Send the changes' : 'Send the invitations'}
      busy="Sending"
      initial={{}}
      send={() =>
        acts.send(
          plan
            ? ask('POST', `planner/plans/${plan.planId}/invite`)
            : ask('POST', 'planner/invite', { teamId, month }),
        )
      }
      done={() => {
        onClose();
        // The board has been asked anew by now. Where no messages are set up nothing goes out, and it says so itself.
        const now = queries.getQueryData<Board>(boardKey(teamId, month));
        if (!now?.told || now.unsent > 0) acts.done('Nothing was sent: this server sends no messages yet.');
        else acts.done(again ? 'The changes are on their way.' : 'The invitations are on their way.');
      }}
    >
      {() => (
        <>
          <p>
            {again
              ? `${countOf(board.unsent, 'change')} of time or place. Only the people they concern hear of them.`
              : `Everybody who is called in gets one calendar entry for each of ${countOf(sessions.length, 'session')}, with their own time.`}
          </p>
          <p className="muted">
            An invitation carries a reference, a time and a link. It never carries a name or a word about a
            family.
          </p>
        </>
      )}
    </FormDialog>
  );
}
