import { clockTime, inAbout } from '../../ui/format.js';
import { Card } from '../../ui/surfaces/Card.js';
import { nextForYou } from '../agenda/next-for-you.js';
import { useRoom } from '../in-room.js';

// Less than this between two families is no time to go anywhere.
const worthNaming = 5;

/** "Your next family in about 12 min": for somebody who is called in for some families only. It moves with the room. */
export function NextFamily() {
  const { session, families, etas, now } = useRoom();
  const next = nextForYou(etas, (slotId) => families.has(slotId), now);
  // Before the first family has begun the sheet says all of it, large.
  if (session.status !== 'open' || !session.at || !next) return null;
  const starts = new Date(next.startsAt);
  return (
    <Card padding="room" heading={`Your next family ${inAbout(starts, new Date(now))}`} headingSize="m">
      <p className="small">
        <b>{families.get(next.slotId)?.family.name}</b>, about {clockTime(starts)}
      </p>
      {next.freeMinutes >= worthNaming && (
        <p className="small muted">You’re free for about {next.freeMinutes} min before it.</p>
      )}
    </Card>
  );
}
