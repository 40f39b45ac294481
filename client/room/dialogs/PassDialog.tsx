import { useState } from 'react';
import { PersonMark } from '../../marks/PersonMark.js';
import { Button } from '../../ui/actions/Button.js';
import { Dialog } from '../../ui/actions/Dialog.js';
import { Combobox } from '../../ui/fields/Combobox.js';
import { Refused } from '../fields/Refused.js';
import { useActing } from '../in-discussion.js';
import { useRoom } from '../in-room.js';
import { roleOf } from '../people/people.js';

const words = {
  pen: {
    title: 'Pass the pen',
    who: 'Who writes from now on?',
    explains:
      'Whoever has the pen writes the decision, the next steps and the summary, and writes for people without a device.',
    does: 'Pass the pen',
    kind: 'pen.pass',
  },
  chair: {
    title: 'Pass the chair',
    who: 'Who chairs from now on?',
    explains: 'Only somebody with manager grade can chair and sign.',
    does: 'Pass the chair',
    kind: 'chair.pass',
  },
} as const;

/** To whom the pen or the chair goes. */
export function PassDialog({ what, onClose }: { what: 'pen' | 'chair'; onClose: () => void }) {
  const { log, session, people, managers } = useRoom();
  const { act, refused } = useActing(log.change);
  const [personId, setPersonId] = useState('');
  const { title, who, explains, does, kind } = words[what];
  const holder = what === 'pen' ? session.penId : session.chairId;
  const eligible = people.all.filter(
    (p) => p.personId !== holder && (what === 'pen' || managers.has(p.personId)),
  );
  // Whoever is in the room comes first in the list.
  const options = [...eligible].sort(
    (a, b) => Number(log.here.includes(b.personId)) - Number(log.here.includes(a.personId)),
  );
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button
            kind="primary"
            unavailable={personId ? undefined : 'Choose a person first'}
            reason="hidden"
            onClick={() => void act(kind, { personId }).then((taken) => taken && onClose())}
          >
            {does}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="muted">{explains}</p>
        <Combobox
          label={who}
          value={personId}
          onChange={setPersonId}
          options={options.map((p) => ({
            value: p.personId,
            label: p.name,
            detail: log.here.includes(p.personId) ? `${roleOf(p)}, here` : roleOf(p),
            mark: <PersonMark discipline={p.discipline} />,
          }))}
        />
        <Refused says={refused} />
      </div>
    </Dialog>
  );
}
