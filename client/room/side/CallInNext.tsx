import { PersonMark } from '../../marks/PersonMark.js';
import { clockTime, inAbout } from '../../ui/format.js';
import { Card } from '../../ui/surfaces/Card.js';
import { nextFamily } from '../bar/onward.js';
import { type FamilySlot, useRoom } from '../in-room.js';
import { inOrder } from '../people/in-order.js';
import { CallIn } from './CallIn.js';

/** For the chair and the pen: which family comes next and when, and who has to be called in for it. */
export function CallInNext() {
  const { session, families, etas, people, remote, log, leads, now } = useRoom();
  const { at } = session;
  if (!at || !(leads || session.penId === log.you.personId)) return null;
  const next = nextFamily(session, at.slotId);
  const family = next ? families.get(next) : undefined;
  const time = etas.slots.find((slot) => slot.slotId === next);
  if (!family || !time) return null;
  const starts = new Date(time.startsAt);
  const joining = neededFor(family, families.get(at.slotId));
  const missing = joining.some(({ personId }) => remote.has(personId) && !log.here.includes(personId));
  return (
    <Card padding="room" heading="Call in next" headingSize="m">
      <p className="small">
        <b>{family.family.name}</b> {inAbout(starts, new Date(now))}, about {clockTime(starts)}
      </p>
      {joining.length === 0 ? (
        <p className="small muted">Nobody new: those who are here stay.</p>
      ) : (
        <ul className="here-list">
          {joining.map(({ personId, discipline }) => (
            <li key={personId}>
              <PersonMark
                discipline={discipline}
                state={log.here.includes(personId) || !remote.has(personId) ? 'here' : 'away'}
              />
              <span className="grow">{people.firstName(personId)}</span>
              <span className="small muted">
                {log.here.includes(personId)
                  ? 'connected'
                  : remote.has(personId)
                    ? 'remote, not here yet'
                    : 'comes in'}
              </span>
            </li>
          ))}
        </ul>
      )}
      {missing && <CallIn />}
    </Card>
  );
}

/** Who works with this family and not with the one in the room. */
function neededFor(family: FamilySlot, before: FamilySlot | undefined) {
  const here = new Set(before?.family.disciplines.map(({ personId }) => personId));
  return inOrder(
    family.family.disciplines.flatMap(({ personId, discipline }) =>
      personId && !here.has(personId) ? [{ personId, discipline }] : [],
    ),
  );
}
