import { agenda } from '../../../shared/agenda.js';
import { type Slot, slotReasons } from '../../../shared/session/state.js';
import { Button, ButtonLink } from '../../ui/actions/Button.js';
import { clockTime, inAbout, timeRange, weekdayDate } from '../../ui/format.js';
import { Icon } from '../../ui/icons.js';
import { Card } from '../../ui/surfaces/Card.js';
import { londonInstant } from '../agenda/london.js';
import { MoreMenu } from '../bar/MoreMenu.js';
import { nextFamily } from '../bar/onward.js';
import { useRoom } from '../in-room.js';
import './session-gate.css';

/** What the sheet shows while the room is with no family of yours: before it opens, in between, and after. */
export function SessionGate() {
  const { session, families, etas, now, people } = useRoom();
  const next = etas.slots.find((slot) => slot.stands === 'ahead' && families.has(slot.slotId));
  const chair = session.chairId ? people.fullName(session.chairId) : 'A manager';
  if (session.status === 'planned') {
    const starts = new Date(londonInstant(session.date, session.startsAt));
    return (
      <Card
        heading={
          starts.getTime() > now
            ? `This session opens at ${clockTime(starts)}`
            : 'This session is not open yet'
        }
      >
        <p className="muted">
          {weekdayDate(session.date)},{' '}
          {timeRange(starts, new Date(londonInstant(session.date, session.endsAt)))}
          {session.room && `, ${session.room}`}. {chair} chairs.
        </p>
        <Families />
      </Card>
    );
  }
  if (session.cancelled) {
    return (
      <Card heading="This session is cancelled">
        <p className="muted">
          {slotReasons[session.cancelled.reason]}. What was prepared stays with each family until it has
          another session.
        </p>
        <Families />
      </Card>
    );
  }
  if (session.status === 'closed') {
    return (
      <Card heading="The session has ended">
        <p className="muted">
          What was said is kept. Minutes that are not signed yet can still be read back and signed.
        </p>
        <Families />
      </Card>
    );
  }
  if (next) {
    return (
      <Card>
        <p className="display">
          {session.at ? `You’re needed ${inAbout(new Date(next.startsAt), new Date(now))}` : 'About to start'}
        </p>
        <p className="muted gate-words">
          {families.get(next.slotId)?.family.name}, about {clockTime(new Date(next.startsAt))}.
          {session.at && ' The room is with another family now. This page goes there by itself.'}
        </p>
        <Families />
      </Card>
    );
  }
  return (
    <Card heading="All your families have been talked about">
      <p className="muted">
        You can leave now. What you wrote is kept, and your next steps are on your own page.
      </p>
      <Families />
    </Card>
  );
}

/** Your families here, each with its brief to read or its record to look at. */
function Families() {
  const { session, families, goTo } = useRoom();
  const mine = session.slots.flatMap((slot) => {
    const family = families.get(slot.slotId);
    return family ? [{ slot, family }] : [];
  });
  return (
    <ul className="gate-families">
      {mine.map(({ slot, family }) => (
        <li key={slot.slotId}>
          <span className="grow">
            <b>{family.family.name}</b>
            <span className="small muted">
              {family.family.children.map((child) => `${child.firstName} ${child.age}`.trim()).join(', ')}
            </span>
          </span>
          {slot.startedAt && !cameToNothing(slot) ? (
            <Button
              size="small"
              onClick={() => goTo({ slotId: slot.slotId, step: agenda.at(-1)?.code ?? 'read-back' })}
            >
              Read back
            </Button>
          ) : (
            <ButtonLink size="small" to={`/discussions/${family.discussionId}`}>
              Read the brief
            </ButtonLink>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Put off, cancelled or not reached: there is nothing to read back. */
function cameToNothing({ outcome }: Slot): boolean {
  return outcome !== null && outcome !== 'held' && outcome !== 'inquorate';
}

/** The bar while no family is in view: the chair opens the session, or starts with the first family. */
export function GateBar() {
  const { session, log, families, leads, goTo } = useRoom();
  const first = nextFamily(session, null);
  const mayOpen = session.status === 'planned' && log.wouldRefuse('session.open', {}) === null;
  return (
    <>
      <span className="grow" />
      <MoreMenu />
      {session.status === 'open' && leads && first && (
        <Button
          kind="primary"
          iconAfter={<Icon name="forward" />}
          onClick={() => goTo({ slotId: first, step: 'check-in' })}
        >
          {session.slots.some((slot) => slot.startedAt) ? 'Next family: ' : 'Start: '}
          {families.get(first)?.family.name ?? 'first family'}
        </Button>
      )}
      {mayOpen && (
        <Button kind="primary" onClick={() => void log.change('session.open', {})}>
          Open the session
        </Button>
      )}
    </>
  );
}
