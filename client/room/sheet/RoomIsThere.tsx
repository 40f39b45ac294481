import { agenda } from '../../../shared/agenda.js';
import { Button } from '../../ui/actions/Button.js';
import { Note } from '../../ui/surfaces/Note.js';
import { useRoom } from '../in-room.js';
import { samePlace } from '../session/use-view.js';

/** For somebody who wanders: where the room is, and the way there. */
export function RoomIsThere() {
  const { view, families } = useRoom();
  const { room, place } = view;
  if (view.following || !room || samePlace(room, place)) return null;
  const step = agenda.find((s) => s.code === room.step)?.title;
  const family = families.get(room.slotId);
  const where =
    room.slotId === place?.slotId
      ? step
      : family
        ? `${family.family.name}, ${step?.toLowerCase()}`
        : 'another family';
  return (
    <Note icon="people">
      <div className="room-is-there">
        <p>The room is on {where}.</p>
        <Button size="small" onClick={view.rejoin}>
          Go there
        </Button>
      </div>
    </Note>
  );
}
