import type { Board, BoardSession, PersonDay } from '../../../../shared/schedule/planner.js';
import { useDirectory } from '../../../directory.js';
import { Pattern, type PatternNumber } from '../../../marks/Pattern.js';
import { PersonMark } from '../../../marks/PersonMark.js';
import { countOf, weekdayShortDate } from '../../../ui/format.js';
import { Card } from '../../../ui/surfaces/Card.js';
import { Empty } from '../../../ui/surfaces/Waiting.js';
import { type Axis, axisOf, elsewhereSays, spanOn, timeAt, timesSay } from './lanes.js';
import './lanes.css';

/** When each specialist is called in on the day of one session. The bars help; the words beside them are the truth. */
export function SpecialistsTime({ board, session }: { board: Board; session: BoardSession }) {
  const days = board.people.filter(({ date }) => date === session.date);
  const axis = axisOf(session, days);
  const anybody = days.some(({ blocks }) => blocks.some(({ slotId }) => slotId !== null));
  const waits = days.reduce((sum, day) => sum + day.waits, 0);
  return (
    <Card
      heading={`Specialists’ time, ${weekdayShortDate(session.date, board.today)}`}
      headingSize="l"
      padding="side"
      className="lanes-card"
      aside={
        anybody && (
          <span className="small muted">
            {waits === 0
              ? 'Order chosen so that nobody waits around'
              : `${countOf(waits, 'minute')} of waiting between families`}
          </span>
        )
      }
    >
      {days.length === 0 ? (
        <Empty fact="Nobody is called in on this day yet." />
      ) : (
        <div className="lanes small">
          <div className="lane-hours muted" aria-hidden="true">
            {axis.marks.map((at) => (
              <span key={at} style={{ left: `${((at - axis.from) / (axis.to - axis.from)) * 100}%` }}>
                {timeAt(at)}
              </span>
            ))}
          </div>
          <ul>
            {days.map((day) => (
              <Lane key={`${day.personId} ${day.discipline}`} day={day} axis={axis} />
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}

function Lane({ day, axis }: { day: PersonDay; axis: Axis }) {
  const directory = useDirectory();
  const times = timesSay(day.blocks);
  const elsewhere = elsewhereSays(day.blocks);
  return (
    <li className="lane-row">
      <span className="row lane-who">
        <PersonMark discipline={day.discipline} state={day.away && !times ? 'away' : 'here'} />
        {directory.firstName(day.personId)}
      </span>
      <span className="lane" aria-hidden="true">
        {axis.marks.map((at) => (
          <span
            key={at}
            className="lane-mark"
            style={{ left: `${((at - axis.from) / (axis.to - axis.from)) * 100}%` }}
          />
        ))}
        {day.blocks.map((block) => {
          const span = spanOn(axis, block);
          if (!span) return null;
          const style = { left: `${span.left}%`, width: `${span.width}%` };
          return block.slotId === null ? (
            <span key={`${block.startsAt} ${block.says}`} className="lane-block elsewhere" style={style}>
              {block.says}
            </span>
          ) : (
            <span key={block.slotId} className={`lane-block own-${block.pattern ?? 1}`} style={style}>
              <Pattern number={(block.pattern ?? 1) as PatternNumber} shape="block" />
            </span>
          );
        })}
      </span>
      <span className="muted lane-words">
        {[times, day.away].filter(Boolean).join(' · ') || 'Not called in'}
        {elsewhere && <span className="visually-hidden">. With another team: {elsewhere}</span>}
      </span>
    </li>
  );
}
