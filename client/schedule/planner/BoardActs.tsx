import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Team } from '../../../shared/people/directory.js';
import type { You } from '../../../shared/people/sign-in.js';
import type { Board, Planned } from '../../../shared/schedule/planner.js';
import { ask } from '../../api.js';
import { Button } from '../../ui/actions/Button.js';
import { Menu } from '../../ui/actions/Menu.js';
import { Icon } from '../../ui/icons.js';
import { SessionDialog } from '../SessionDialog.js';
import { plannedSays, wasTold } from './board-words.js';
import { InviteDialog } from './InviteDialog.js';
import { TogetherDialog } from './TogetherDialog.js';
import type { Acts } from './use-acts.js';

interface Props {
  board: Board;
  you: You;
  /** The teams that this person plans for. */
  teams: readonly Team[];
  acts: Acts;
}

/** What can be done to the month as a whole. One button is filled: the one that comes next. */
export function BoardActs({ board, you, teams, acts }: Props) {
  const [asking, setAsking] = useState<'invite' | 'together' | 'session' | null>(null);
  const navigate = useNavigate();
  const { plan, month, teamId } = board;
  const close = () => setAsking(null);
  const planAll = () =>
    acts.act({
      key: 'plan',
      send: () => ask<Planned>('POST', 'planner/plans', { teamIds: [teamId], month }),
      said: plannedSays,
    });
  const undo = (planId: string) =>
    acts.act({
      key: 'undo',
      send: () => ask('POST', `planner/plans/${planId}/undo`),
      said: () => 'The plan is undone: the board is as it was before it.',
    });
  const toSend = board.unsent > 0 || plan?.sentAt === null;
  const canPlan = board.sessions.some(({ status }) => status === 'planned');
  const planButton = (kind: 'primary' | 'plain') => (
    <Button kind={kind} busy={acts.busy === 'plan' ? 'Planning' : undefined} onClick={() => void planAll()}>
      Plan all
    </Button>
  );
  return (
    <div className="row wraps">
      {plan?.mayUndo && (
        <Button
          icon={<Icon name="undo" />}
          busy={acts.busy === 'undo' ? 'Undoing' : undefined}
          onClick={() => void undo(plan.planId)}
        >
          Undo plan
        </Button>
      )}
      {canPlan && !plan?.mayUndo && planButton(toSend ? 'plain' : 'primary')}
      {toSend && (
        <Button kind="primary" onClick={() => setAsking('invite')}>
          {wasTold(board) ? 'Send the changes' : 'Invite everyone'}
        </Button>
      )}
      <Menu
        label="More"
        iconOnly
        icon={<Icon name="more" />}
        align="end"
        entries={[
          ...(canPlan && plan?.mayUndo ? [{ label: 'Plan all again', onPick: () => void planAll() }] : []),
          ...(teams.length > 1
            ? [{ label: 'Plan several teams together…', onPick: () => setAsking('together') }]
            : []),
          { label: 'Make a session…', onPick: () => setAsking('session') },
          { label: 'Series and the year’s gaps', to: `/planner/series?team=${teamId}` },
          { label: 'All sessions', to: '/sessions' },
        ]}
      />
      {asking === 'invite' && <InviteDialog board={board} acts={acts} onClose={close} />}
      {asking === 'together' && <TogetherDialog board={board} teams={teams} acts={acts} onClose={close} />}
      {asking === 'session' && (
        <SessionDialog
          you={you}
          suggested={{ teamId }}
          onClose={close}
          onMade={(sessionId) => void navigate(`/sessions/${sessionId}/plan`)}
        />
      )}
    </div>
  );
}
