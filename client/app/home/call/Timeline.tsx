import { Pattern, type PatternNumber } from '../../../marks/Pattern.js';
import { clockTime } from '../../../ui/format.js';
import { pieceSays } from './call-words.js';
import type { Piece } from './day.js';
import './timeline.css';

// More than these do not stand side by side with their names whole: then it is a list.
const sideBySide = 6;

/** A day as one line, in proportion: each family in its pattern, the time between, and when one can leave. */
export function Timeline({ pieces, teams }: { pieces: readonly Piece[]; teams: boolean }) {
  const columns = pieces.map(({ minutes }) => `minmax(4rem, ${minutes}fr)`).join(' ');
  return (
    <ol
      className={pieces.length > sideBySide ? 'timeline listed' : 'timeline'}
      aria-label="Your day"
      style={{ '--timeline': columns } as React.CSSProperties}
    >
      {pieces.map((piece) => {
        const { kind, startsAt, minutes } = piece;
        const until = kind === 'leave' ? null : clockTime(new Date(startsAt + minutes * 60_000));
        return (
          <li key={`${kind} ${startsAt}`} className={kind === 'family' ? undefined : 'timeline-own'}>
            <span className="small muted timeline-time">
              {clockTime(new Date(startsAt))}
              {until && <span className="timeline-until"> to {until}</span>}
            </span>
            <span className="timeline-block">
              {kind === 'family' && (
                <Pattern number={piece.block.slot.pattern as PatternNumber} shape="block" />
              )}
            </span>
            {kind === 'family' ? (
              <span className="small timeline-name">
                <b>{piece.block.slot.familyName}</b>
                {teams && <span className="muted"> {piece.block.session.teamName}</span>}
              </span>
            ) : (
              <span className="small muted timeline-name">{pieceSays(piece)}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
