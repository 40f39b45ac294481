import { type ReactNode, useId } from 'react';
import type { Board, BoardSession } from '../../../../shared/schedule/planner.js';
import { Menu, type MenuEntry } from '../../../ui/actions/Menu.js';
import { countOf, timeOfDay } from '../../../ui/format.js';
import { Icon } from '../../../ui/icons.js';
import { Tag } from '../../../ui/surfaces/Tag.js';
import { dayShort, offSays, roomLeft } from '../board-words.js';
import { minutesAt, timeAt } from './lanes.js';

interface Props {
  board: Board;
  session: BoardSession;
  chosen: boolean;
  onChoose: () => void;
  /** Its slots, as rows of a list. */
  children: ReactNode;
  /** Something that could be put here is being dragged over this session. */
  over?: { atEnd: boolean } | undefined;
  /** Left out where no family waits, or it is not this person's to plan. */
  onFill?: (() => void) | undefined;
  /** What can be done with the session itself; left out where nothing can. */
  entries: readonly MenuEntry[] | undefined;
}

/** One session of the month: its families one under another, each as high as its minutes. */
export function SessionColumn({ board, session, chosen, onChoose, children, over, onFill, entries }: Props) {
  const headId = useId();
  const left = session.minutesLong - session.minutesUsed;
  return (
    <section
      className={['board-column', chosen && 'chosen', over && 'over'].filter(Boolean).join(' ')}
      aria-labelledby={headId}
      data-session={session.sessionId}
    >
      <div className="board-column-head">
        <h3 id={headId}>
          <button type="button" aria-pressed={chosen} onClick={onChoose}>
            {dayShort(session, board.sessions, board.today)}
            <span className="visually-hidden">, show specialists’ time</span>
          </button>
        </h3>
        <span className="row">
          {session.status === 'open' ? (
            <Tag tone="accent">Open now</Tag>
          ) : session.cancelled ? (
            <Tag>Cancelled</Tag>
          ) : (
            <span className="small muted nowrap">
              {countOf(session.slots.length, 'family', 'families')}
              {session.status === 'closed' && ', held'}
            </span>
          )}
          {entries && (
            <Menu
              kind="quiet"
              size="small"
              label={`What to do with ${dayShort(session, board.sessions, board.today)}`}
              iconOnly
              icon={<Icon name="more" />}
              align="end"
              entries={entries}
            />
          )}
        </span>
      </div>
      {session.cancelled && <p className="small board-off">{offSays(session.cancelled)}</p>}
      {!session.chairMay && (
        <p className="board-chairless">
          <Tag tone="warn" icon="warning">
            No manager in the chair
          </Tag>
        </p>
      )}
      <ol className={over?.atEnd ? 'at-end' : undefined}>{children}</ol>
      {left < 0 && (
        <p className="board-too-long">
          <Tag tone="warn" icon="clock">
            {roomLeft(session)}
          </Tag>
        </p>
      )}
      {left > 0 && session.status === 'planned' && (
        <Free session={session} minutesUsed={session.minutesUsed} onFill={onFill} />
      )}
    </section>
  );
}

function Free({
  session,
  minutesUsed,
  onFill,
}: {
  session: BoardSession;
  minutesUsed: number;
  onFill: (() => void) | undefined;
}) {
  const words = (
    <>
      <span className="small muted">{timeAt(minutesAt(session.startsAt) + minutesUsed)}</span>
      <span className="muted">{roomLeft(session)}</span>
      <span className="visually-hidden">, until {timeOfDay(session.endsAt)}</span>
    </>
  );
  if (!onFill) return <div className="board-free">{words}</div>;
  return (
    <button type="button" className="board-free" onClick={onFill}>
      {words}
      <span className="visually-hidden">. Put a family here</span>
    </button>
  );
}
