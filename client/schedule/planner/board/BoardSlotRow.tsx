import type { PointerEvent } from 'react';
import { Link } from 'react-router';
import { disciplineOf } from '../../../../shared/disciplines.js';
import type { BoardSlot } from '../../../../shared/schedule/planner.js';
import { useDirectory } from '../../../directory.js';
import { Pattern, type PatternNumber } from '../../../marks/Pattern.js';
import { PersonMark } from '../../../marks/PersonMark.js';
import { Menu, type MenuEntry } from '../../../ui/actions/Menu.js';
import { shortDate, timeOfDay } from '../../../ui/format.js';
import { Icon } from '../../../ui/icons.js';
import { marksOf, marksSay } from '../board-words.js';

const outcomes = {
  held: 'Held',
  inquorate: 'Held, not quorate',
  'not-reached': 'Not reached',
  postponed: 'Postponed',
  cancelled: 'Cancelled',
} as const;

interface Props {
  slot: BoardSlot;
  today: string;
  /** What can be done with it; left out where nothing can. */
  entries: readonly MenuEntry[] | undefined;
  /** Which edge the menu lines up with, so that it stays on the page. */
  align: 'start' | 'end';
  onPointerDown: ((event: PointerEvent) => void) | undefined;
  moving: boolean;
  /** What is dragged would be put right before this one. */
  before: boolean;
}

/** One family on the board: pattern, time, name, and who is called in. Its name opens what can be done. */
export function BoardSlotRow({ slot, today, entries, align, onPointerDown, moving, before }: Props) {
  const face = (
    <>
      <span className="small muted">{timeOfDay(slot.startsAt)}</span>
      <span className="board-name">{slot.name}</span>
      {slot.late && slot.dueBy && (
        <span className="small warn-words board-late">
          <Icon name="clock" size="small" />
          Limit was {shortDate(slot.dueBy, today)}
        </span>
      )}
      {slot.outcome && <span className="small muted">{outcomes[slot.outcome]}</span>}
    </>
  );
  const classes = ['board-slot', entries && 'movable', moving && 'moving', before && 'before'];
  return (
    <li
      className={classes.filter(Boolean).join(' ')}
      data-slot={slot.slotId}
      style={{ '--m': slot.minutes / 30 } as React.CSSProperties}
      onPointerDown={onPointerDown}
    >
      <Pattern number={slot.pattern as PatternNumber} shape="swatch" />
      {entries ? (
        <Menu
          label="move or change"
          face={<span className="board-face">{face}</span>}
          entries={entries}
          align={align}
        />
      ) : (
        <Link className="board-face" to={`/families/${slot.familyId}`}>
          {face}
        </Link>
      )}
      <Marks people={slot.people} />
    </li>
  );
}

function Marks({ people }: Pick<BoardSlot, 'people'>) {
  const directory = useDirectory();
  const shown = marksOf(people);
  if (shown.length === 0) return null;
  const names = shown.map(
    ({ discipline, personId }) =>
      `${disciplineOf(discipline).label}: ${personId ? directory.fullName(personId) : 'post vacant'}`,
  );
  return (
    <span className="board-marks" role="img" aria-label={marksSay(shown)} title={names.join('\n')}>
      {shown.map(({ discipline, personId }) => (
        <PersonMark
          key={`${discipline} ${personId}`}
          discipline={discipline}
          state={personId ? 'here' : 'vacant'}
        />
      ))}
    </span>
  );
}
