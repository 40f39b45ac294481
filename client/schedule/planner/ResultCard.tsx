import type { Board } from '../../../shared/schedule/planner.js';
import { Disclosure } from '../../ui/actions/Disclosure.js';
import { Icon } from '../../ui/icons.js';
import { Card } from '../../ui/surfaces/Card.js';
import { resultLines, resultSays } from './board-words.js';

/** How the month stands, in a sentence: how many are planned, whether inside their limit, whether anybody was told. */
export function ResultCard({ board }: { board: Board }) {
  const lines = resultLines(board);
  return (
    <Card heading={resultSays(board.counts)} padding="side">
      {lines.length > 0 && (
        <ul className="result-lines small">
          {lines.map(({ tone, words }) => (
            <li key={words} className={tone}>
              <Icon name={tone === 'warn' ? 'clock' : 'check'} />
              {words}
            </li>
          ))}
        </ul>
      )}
      {board.plan && board.plan.says.length > 0 && (
        <Disclosure summary={<span className="small">How it was planned</span>}>
          <ul className="small muted stack tight">
            {board.plan.says.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Card>
  );
}
