import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonKept } from '../../shared/people/directory.js';
import { ask, wordsFor } from '../api.js';
import { FormDialog } from '../FormDialog.js';
import { Button } from '../ui/actions/Button.js';
import { DateField } from '../ui/fields/DateField.js';
import { localDate } from '../ui/format.js';

/** From a day on somebody is gone: every sign-in ends, and nothing is theirs to see. What they wrote keeps their name. */
export function LeaveDialog({ person, onClose }: { person: PersonKept; onClose: () => void }) {
  const today = localDate(new Date());
  return (
    <FormDialog
      title={`${person.name} is leaving`}
      onClose={onClose}
      act="Keep the day"
      busy="Saving"
      initial={{ endedOn: today }}
      check={({ endedOn }) => ({ endedOn: endedOn ? undefined : 'Give the day from which they are gone' })}
      send={({ endedOn }) => ask('PATCH', `people/${person.personId}`, { endedOn })}
      done={onClose}
    >
      {(form) => (
        <>
          <p>
            From that day {person.firstName} cannot sign in and sees no family. What they wrote keeps their
            name. Families they work with need somebody else.
          </p>
          <DateField label="Gone from" today={today} {...form.field('endedOn')} />
        </>
      )}
    </FormDialog>
  );
}

/** Takes the leaving back. */
export function StayButton({ person }: { person: PersonKept }) {
  const [wrong, setWrong] = useState('');
  const queries = useQueryClient();
  const stay = async () => {
    try {
      await ask('PATCH', `people/${person.personId}`, { endedOn: null });
      setWrong('');
      await queries.invalidateQueries();
    } catch (error) {
      setWrong(wordsFor(error));
    }
  };
  return (
    <>
      <Button onClick={() => void stay()}>They are here again</Button>
      {wrong && (
        <p className="bad-words" role="alert">
          {wrong}
        </p>
      )}
    </>
  );
}
