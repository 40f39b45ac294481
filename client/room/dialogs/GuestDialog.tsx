import { useState } from 'react';
import { disciplineOf } from '../../../shared/disciplines.js';
import { PersonMark } from '../../marks/PersonMark.js';
import { Button } from '../../ui/actions/Button.js';
import { Dialog } from '../../ui/actions/Dialog.js';
import { ChipChoice } from '../../ui/fields/Chips.js';
import { Combobox } from '../../ui/fields/Combobox.js';
import { Refused } from '../fields/Refused.js';
import { useActing } from '../in-discussion.js';
import { useRoom } from '../in-room.js';
import { roleOf } from '../people/people.js';

/** Lets somebody in for this session alone: a deputy of the same discipline, or an observer who only watches. */
export function GuestDialog({ onClose }: { onClose: () => void }) {
  const { session, log, people, families } = useRoom();
  const { act, refused } = useActing(log.change);
  const [as, setAs] = useState<'deputy' | 'observer'>('deputy');
  const [forPersonId, setFor] = useState('');
  const [personId, setPerson] = useState('');
  const expected = [
    ...new Set(
      [...families.values()].flatMap((slot) => slot.family.disciplines.flatMap((d) => d.personId ?? [])),
    ),
  ].flatMap((id) => people.find(id) ?? []);
  const absent = people.find(forPersonId || null);
  const candidates = people.all.filter(
    (p) => as === 'observer' || (p.discipline === absent?.discipline && p.personId !== forPersonId),
  );
  const missing =
    as === 'deputy' && !absent ? 'Choose for whom' : personId ? undefined : 'Choose a person first';
  const letIn = async () => {
    const taken =
      as === 'observer'
        ? await act('session.observe', { personId })
        : await act('session.deputy', { personId, forPersonId, discipline: absent?.discipline });
    if (taken) setPerson('');
  };
  return (
    <Dialog
      open
      title="Let somebody in"
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" unavailable={missing} reason="hidden" onClick={() => void letIn()}>
            Let them in for this session
          </Button>
          <Button kind="quiet" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <div className="stack">
        <ChipChoice
          legend="As what?"
          value={as}
          onChange={(value) => {
            setAs(value);
            setPerson('');
          }}
          options={[
            { value: 'deputy', label: 'A deputy, who takes part' },
            { value: 'observer', label: 'An observer, who only watches' },
          ]}
        />
        {as === 'deputy' && (
          <Combobox
            label="In whose place?"
            value={forPersonId}
            onChange={(id) => {
              setFor(id);
              setPerson('');
            }}
            options={expected.map((p) => ({
              value: p.personId,
              label: p.name,
              detail: roleOf(p),
              mark: <PersonMark discipline={p.discipline} />,
            }))}
          />
        )}
        <Combobox
          label="Who comes in?"
          value={personId}
          onChange={setPerson}
          options={candidates.map((p) => ({
            value: p.personId,
            label: p.name,
            detail: roleOf(p),
            mark: <PersonMark discipline={p.discipline} />,
          }))}
        />
        <p className="small muted">They see the families of this session until it ends, and no longer.</p>
        {session.guests.length > 0 && (
          <ul className="stack tight" aria-label="Let in so far">
            {session.guests.map((guest) => (
              <li key={guest.personId} className="row apart">
                <span>
                  {people.fullName(guest.personId)}{' '}
                  <span className="small muted">
                    {guest.as === 'observer'
                      ? 'observes'
                      : `deputy${guest.discipline ? `, ${disciplineOf(guest.discipline).label.toLowerCase()}` : ''}`}
                  </span>
                </span>
                <Button
                  size="small"
                  kind="quiet"
                  onClick={() => void act('session.dismiss', { personId: guest.personId })}
                >
                  End {people.firstName(guest.personId)}’s visit
                </Button>
              </li>
            ))}
          </ul>
        )}
        <Refused says={refused} />
      </div>
    </Dialog>
  );
}
