import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Team } from '../../../shared/people/directory.js';
import { keepsRecords, seesPlanner } from '../../../shared/people.js';
import { refusals } from '../../../shared/refusals.js';
import type { Board } from '../../../shared/schedule/planner.js';
import { Asked } from '../../Asked.js';
import { useTeams } from '../../directory.js';
import type { Around } from '../../live/around.js';
import { Button, ButtonLink } from '../../ui/actions/Button.js';
import { localDate } from '../../ui/format.js';
import { usePageTitle } from '../../ui/frames/page-title.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Note } from '../../ui/surfaces/Note.js';
import { Empty, Fetching } from '../../ui/surfaces/Waiting.js';
import { SessionDialog } from '../SessionDialog.js';
import { BoardActs } from './BoardActs.js';
import { BoardHead } from './BoardHead.js';
import { MonthBoard } from './board/MonthBoard.js';
import { SpecialistsTime } from './board/SpecialistsTime.js';
import { isMonth, monthInWords, monthOf } from './month.js';
import { NeedYou } from './NeedYou.js';
import { ResultCard } from './ResultCard.js';
import { type Acts, useActs } from './use-acts.js';
import { useBoard } from './use-board.js';
import './planner.css';

/** A team’s month on one screen. Its address names the team and the month, so that it can be sent and kept. */
export function PlannerPage({ around }: { around: Around }) {
  const { teams } = useTeams();
  const [address] = useSearchParams();
  const seen = teams.filter(({ teamId }) => seesPlanner(around.you.roles, teamId));
  const asked = address.get('month');
  const month = isMonth(asked) ? asked : monthOf(localDate(new Date()));
  const team = seen.find(({ teamId }) => teamId === address.get('team')) ?? seen[0];
  usePageTitle(['Planner', monthInWords(month)]);
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
        <h1>{monthInWords(month)}</h1>
        <Fetching>Fetching the planner</Fetching>
      </>
    );
  }
  return <Month key={`${team.teamId} ${month}`} around={around} seen={seen} team={team} month={month} />;
}

interface MonthProps {
  around: Around;
  /** Whose months this person may look at. */
  seen: readonly Team[];
  team: Team;
  month: string;
}

function Month({ around, seen, team, month }: MonthProps) {
  const used = useBoard(team.teamId, month);
  const acts = useActs(used);
  const board = used.query.data;
  const kept = seen.filter(({ teamId }) => keepsRecords(around.you.roles, teamId));
  return (
    <div className="planner">
      <BoardHead
        month={month}
        team={team}
        teams={seen}
        board={board}
        acts={board?.mayPlan && <BoardActs board={board} you={around.you} teams={kept} acts={acts} />}
      />
      <div className="planner-told">
        <p role="status" className="small">
          {acts.told?.tone === 'good' && acts.told.words}
        </p>
        {used.news && <p className="small">{used.news}</p>}
        {acts.told?.tone === 'bad' && (
          <Note tone="bad" role="alert">
            {acts.told.words}
          </Note>
        )}
      </div>
      <Asked query={used.query} fetching="Fetching the month">
        {(answer) =>
          answer.sessions.length === 0 ? (
            <NoSession board={answer} around={around} />
          ) : (
            <Planned board={answer} around={around} acts={acts} />
          )
        }
      </Asked>
    </div>
  );
}

function Planned({ board, around, acts }: { board: Board; around: Around; acts: Acts }) {
  const [picked, setPicked] = useState('');
  // At first the session that comes next; of a month that is over, the last one.
  const chosen =
    board.sessions.find(({ sessionId }) => sessionId === picked) ??
    board.sessions.find(({ date }) => date >= board.today) ??
    board.sessions.at(-1);
  return (
    <div className="planner-lay">
      <div className="stack">
        <ResultCard board={board} />
        <NeedYou board={board} you={around.you} acts={acts} />
      </div>
      <div className="stack">
        <MonthBoard
          board={board}
          you={around.you}
          acts={acts}
          chosen={chosen?.sessionId}
          onChoose={setPicked}
        />
        {chosen && <SpecialistsTime board={board} session={chosen} />}
      </div>
    </div>
  );
}

function NoSession({ board, around }: { board: Board; around: Around }) {
  const [making, setMaking] = useState(false);
  const { due } = board.counts;
  return (
    <Card label={monthInWords(board.month)}>
      <Empty fact={`No session in ${monthInWords(board.month)}.`}>
        {due > 0
          ? `${due === 1 ? '1 family is' : `${due} families are`} due in this month. A series makes its sessions by itself.`
          : 'A series makes its sessions by itself.'}
        {board.mayPlan && (
          <span className="row wraps planner-empty">
            <ButtonLink kind="primary" to={`/planner/series?team=${board.teamId}`}>
              Make a series
            </ButtonLink>
            <Button onClick={() => setMaking(true)}>Make a session</Button>
          </span>
        )}
      </Empty>
      {making && (
        <SessionDialog
          you={around.you}
          suggested={{ teamId: board.teamId }}
          onClose={() => setMaking(false)}
          onMade={() => setMaking(false)}
        />
      )}
    </Card>
  );
}
