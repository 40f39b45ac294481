import { useState } from 'react';
import { Link } from 'react-router';
import { disciplineOf } from '../../shared/disciplines.js';
import type { You } from '../../shared/people/sign-in.js';
import type { SessionPage, SlotHere } from '../../shared/schedule/http.js';
import type { SlotEnded } from '../../shared/schedule/planner.js';
import { useDirectory } from '../directory.js';
import { Pattern, type PatternNumber } from '../marks/Pattern.js';
import { PersonMark } from '../marks/PersonMark.js';
import { Button } from '../ui/actions/Button.js';
import { SelectField } from '../ui/fields/TextField.js';
import { listed, shortDate, timeOfDay } from '../ui/format.js';
import { Icon } from '../ui/icons.js';
import { Tag } from '../ui/surfaces/Tag.js';
import type { TimedSlot } from './running-order.js';
import { TakeOutDialog } from './TakeOutDialog.js';

const lengths = [15, 20, 30, 45, 60, 75, 90];
const outcomes = {
  held: 'Held',
  inquorate: 'Held, not quorate',
  'not-reached': 'Not reached',
  postponed: 'Postponed',
  cancelled: 'Cancelled',
} as const;

type YourSlot = Extract<SlotHere, { yours: true }>;

interface Props {
  place: TimedSlot;
  session: SessionPage;
  today: string;
  you: You;
  /** What it did to the family’s limit that it was taken out. */
  onTakenOut: (ended: SlotEnded) => void;
  /** Left out where the order is not this person’s to change. */
  onMinutes: ((minutes: number) => void) | undefined;
  onMove: ((by: -1 | 1) => void) | undefined;
  first: boolean;
  last: boolean;
}

/** One family’s place in the session. Somebody else’s family is its time and its pattern, and no more. */
export function SlotRow({ place, session, today, you, onTakenOut, onMinutes, onMove, first, last }: Props) {
  const [removing, setRemoving] = useState(false);
  const { slot, at } = place;
  const name = slot.family?.name ?? 'Another family';
  const chosen = lengths.includes(slot.minutes) ? lengths : [...lengths, slot.minutes].sort((a, b) => a - b);
  return (
    <li className="slot-row">
      <span className="slot-time muted nowrap">{timeOfDay(at)}</span>
      <Pattern number={slot.pattern as PatternNumber} shape="swatch" />
      <div className="slot-facts">
        {slot.family ? (
          <Link to={`/families/${slot.family.familyId}`}>{name}</Link>
        ) : (
          <span className="muted">{name}</span>
        )}
        {slot.yours && <YourFacts slot={slot} date={session.date} today={today} />}
        {slot.outcome && <Tag>{outcomes[slot.outcome]}</Tag>}
        {!onMinutes && <span className="small muted slot-line">{slot.minutes} min</span>}
      </div>
      <div className="slot-acts">
        {onMinutes && (
          <SelectField
            label={`Minutes for ${name}`}
            labelHidden
            options={chosen.map((minutes) => ({ value: String(minutes), label: `${minutes} min` }))}
            value={String(slot.minutes)}
            onChange={(minutes) => onMinutes(Number(minutes))}
          />
        )}
        {onMove && (
          <>
            <Button
              size="small"
              icon={<Icon name="up" />}
              unavailable={first ? 'It is first already' : undefined}
              reason="hidden"
              onClick={() => onMove(-1)}
            >
              <span className="visually-hidden">Move {name} earlier</span>
            </Button>
            <Button
              size="small"
              icon={<Icon name="down" />}
              unavailable={last ? 'It is last already' : undefined}
              reason="hidden"
              onClick={() => onMove(1)}
            >
              <span className="visually-hidden">Move {name} later</span>
            </Button>
          </>
        )}
        {session.mayPlan && session.status === 'planned' && !slot.outcome && (
          <Button kind="quiet" size="small" onClick={() => setRemoving(true)}>
            Take out<span className="visually-hidden"> {name}</span>
          </Button>
        )}
      </div>
      {removing && (
        <TakeOutDialog
          sessionId={session.sessionId}
          slotId={slot.slotId}
          name={name}
          limit={slot.yours && slot.dueBy ? shortDate(slot.dueBy, today) : null}
          you={you}
          onClose={() => setRemoving(false)}
          onDone={onTakenOut}
        />
      )}
    </li>
  );
}

function YourFacts({ slot, date, today }: { slot: YourSlot; date: string; today: string }) {
  const directory = useDirectory();
  const { children, disciplines } = slot.family;
  const kids = children.map((c) => `${c.firstName} ${c.age}`.trim()).join(', ');
  const said = disciplines.map(
    (d) =>
      `${disciplineOf(d.discipline).label}: ${d.personId ? directory.fullName(d.personId) : 'post vacant'}`,
  );
  return (
    <>
      <span className="small muted slot-line">{kids}</span>
      {disciplines.length > 0 && (
        <span className="slot-marks" role="img" aria-label={listed(said)} title={said.join('\n')}>
          {disciplines.map((d) => (
            <PersonMark
              key={`${d.discipline} ${d.personId}`}
              discipline={d.discipline}
              state={d.personId ? 'here' : 'vacant'}
            />
          ))}
        </span>
      )}
      {slot.dueBy && date > slot.dueBy && (
        <span className="slot-line">
          <Tag tone="warn" icon="clock">
            Later than its limit, {shortDate(slot.dueBy, today)}
          </Tag>
        </span>
      )}
    </>
  );
}
