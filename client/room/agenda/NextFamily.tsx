import { clockTime, inAbout } from '../../ui/format.js';
import { useRoom } from '../in-room.js';
import { nextForYou } from './next-for-you.js';

// Less than this between two families is no time to go anywhere.
const worthNaming = 5;

/** "Your next family in about 12 min": for somebody who is called in for some families only. It moves with the room. */
export function NextFamily() {
  const { session, families, etas, now } = useRoom();
  if (session.status !== 'open') return null;
  const next = nextForYou(etas, (slotId) => families.has(slotId), now);
  // Before the first family has begun the sheet says all of it, large.
  if (!next || !session.at) return null;
  const starts = new Date(next.startsAt);
  return (
    <p className="small rail-foot">
      <b>Your next family {inAbout(starts, new Date(now))}</b>
      <span className="muted rail-next">
        {families.get(next.slotId)?.family.name}, about {clockTime(starts)}
        {next.freeMinutes >= worthNaming && `. You’re free for about ${next.freeMinutes} min before it.`}
      </span>
    </p>
  );
}
