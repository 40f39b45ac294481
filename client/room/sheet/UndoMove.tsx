import { Button } from '../../ui/actions/Button.js';
import { Icon } from '../../ui/icons.js';
import { Note } from '../../ui/surfaces/Note.js';
import { useRoom } from '../in-room.js';

/** For a minute after moving the room to another family: the way back, as if it had not been begun. */
export function UndoMove() {
  const { moved, families } = useRoom();
  if (!moved.undoTo) return null;
  const name = families.get(moved.undoTo.slotId)?.family.name ?? 'the family before';
  return (
    <Note icon="forward">
      <div className="room-is-there">
        <p>You moved the room here from {name}.</p>
        <Button size="small" icon={<Icon name="undo" />} onClick={moved.undo}>
          Go back to {name}
        </Button>
      </div>
    </Note>
  );
}
