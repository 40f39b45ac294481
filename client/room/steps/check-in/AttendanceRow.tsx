import { useState } from 'react';
import { disciplineOf } from '../../../../shared/disciplines.js';
import type { AttendanceWay } from '../../../../shared/discussion/state.js';
import { PersonMark } from '../../../marks/PersonMark.js';
import { Button } from '../../../ui/actions/Button.js';
import { ChipChoice } from '../../../ui/fields/Chips.js';
import { Combobox } from '../../../ui/fields/Combobox.js';
import { clockTime, shortDate } from '../../../ui/format.js';
import { Refused } from '../../fields/Refused.js';
import { useAct, useDiscussion, useMay } from '../../in-discussion.js';
import { type AttendanceLine, isHere, wayWords } from './attendance-rows.js';

const choices: { value: AttendanceWay; label: string }[] = [
  { value: 'in-room', label: 'In the room' },
  { value: 'remote', label: 'Remote' },
  { value: 'deputy', label: 'Deputy' },
  { value: 'in-writing', label: 'In writing' },
  { value: 'absent', label: 'Apologies' },
];

/** One person of the attendance: how they are part of it, chosen by themselves or by whoever holds the pen. */
export function AttendanceRow({ row }: { row: AttendanceLine }) {
  const { state, people, today } = useDiscussion();
  const { act, refused } = useAct();
  const [choosingDeputy, setChoosingDeputy] = useState(false);
  const { discipline, personId, recorded, deputy } = row;
  const shown = deputy ?? recorded;
  const may =
    useMay('attendance.set', { discipline, personId, way: 'in-room' }) === null && state.status !== 'signed';
  const mayDeputise = useMay('attendance.set', { discipline, personId: null, way: 'deputy' }) === null;
  const name = personId ? people.firstName(personId) : `${disciplineOf(discipline).label}, post vacant`;
  const since = row.vacantSince ? ` since ${shortDate(row.vacantSince, today)}` : '';
  const canChoose = may && recorded?.way !== 'observer';
  const offered = choices.filter(({ value }) =>
    personId ? value !== 'deputy' || mayDeputise : value === 'deputy',
  );

  const choose = (way: AttendanceWay) => {
    if (way === 'deputy') return setChoosingDeputy(true);
    setChoosingDeputy(false);
    void act('attendance.set', { discipline, personId, way });
  };

  return (
    <li className="attendance-row">
      <PersonMark discipline={discipline} state={personId || deputy ? 'here' : 'vacant'} />
      <p className="attendance-who">
        {name}
        <span className="small muted">
          {personId ? disciplineOf(discipline).person : `Post vacant${since}`}
          {row.about && `, ${row.about}`}
        </span>
      </p>
      <div className="attendance-how">
        {canChoose ? (
          <ChipChoice
            legend={`How ${name} is part of this`}
            legendHidden
            size="small"
            options={offered}
            value={choosingDeputy || deputy ? 'deputy' : recorded?.way}
            onChange={choose}
          />
        ) : (
          <span className="small muted">
            {shown ? wayWords[shown.way] : personId ? 'not here yet' : 'post vacant'}
          </span>
        )}
        {choosingDeputy && (
          <Combobox
            label={`Who came for ${personId ? people.firstName(personId) : disciplineOf(discipline).label.toLowerCase()}?`}
            value=""
            options={people.all
              .filter((person) => person.discipline === discipline && person.personId !== personId)
              .map((person) => ({
                value: person.personId,
                label: person.name,
                detail: disciplineOf(person.discipline).person,
              }))}
            nothingFound="Nobody of this discipline has that name"
            onChange={(deputyId) => {
              if (!deputyId) return;
              setChoosingDeputy(false);
              void act('attendance.set', {
                discipline,
                personId: deputyId,
                way: 'deputy',
                ...(personId && { inPlaceOf: personId }),
              });
            }}
          />
        )}
        {shown?.joinedAt && (
          <p className="small muted attendance-times">
            {deputy && `${people.firstName(deputy.personId)}, `}
            from {clockTime(shown.joinedAt)}
            {shown.leftAt && ` to ${clockTime(shown.leftAt)}`}
            {canChoose && isHere(shown) && shown.personId && (
              <Button
                kind="quiet"
                size="small"
                onClick={() => void act('attendance.leave', { discipline, personId: shown.personId })}
              >
                {people.firstName(shown.personId)} has left
              </Button>
            )}
          </p>
        )}
        <Refused says={refused} />
      </div>
    </li>
  );
}
