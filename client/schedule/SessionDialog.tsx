import { useNavigate } from 'react-router';
import type { Made } from '../../shared/fields.js';
import type { You } from '../../shared/people/sign-in.js';
import { keepsRecords, onlyTeamKept } from '../../shared/people.js';
import type { SessionPage } from '../../shared/schedule/http.js';
import { plusMinutes } from '../../shared/schedule/local-time.js';
import { isWorkingDay } from '../../shared/schedule/working-days.js';
import { ask } from '../api.js';
import { titleOf, useDirectory, useTeams } from '../directory.js';
import { FormDialog } from '../FormDialog.js';
import { Combobox } from '../ui/fields/Combobox.js';
import { DateField } from '../ui/fields/DateField.js';
import { SelectField, TextField } from '../ui/fields/TextField.js';
import { localDate } from '../ui/format.js';
import './schedule.css';

const usualLength = 180;
const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

interface Props {
  you: You;
  /** Left out to make one. */
  session?: SessionPage | undefined;
  /** What a new one begins with. */
  suggested?: { teamId?: string; date?: string; startsAt?: string; endsAt?: string } | undefined;
  onClose: () => void;
  /** After a new one was made; left out, the person goes to its plan. */
  onMade?: ((sessionId: string) => void) | undefined;
}

/** Makes a session by hand, or changes its day, place, chair and pen until it opens. */
export function SessionDialog({ you, session, suggested, onClose, onMade }: Props) {
  const today = localDate(new Date());
  const { people } = useDirectory();
  const { teams } = useTeams();
  const navigate = useNavigate();
  const mine = teams.filter((team) => keepsRecords(you.roles, team.teamId));
  const here = people.filter((person) => !person.ended);
  const choice = (person: (typeof people)[number]) => ({
    value: person.personId,
    label: person.name,
    detail: titleOf(person),
  });
  return (
    <FormDialog
      title={session ? 'Change the session' : 'Make a session'}
      onClose={onClose}
      act={session ? 'Save the changes' : 'Make the session'}
      busy="Saving"
      width="wide"
      initial={{
        teamId: session?.teamId ?? suggested?.teamId ?? onlyTeamKept(you.roles),
        date: session?.date ?? suggested?.date ?? '',
        startsAt: session?.startsAt ?? suggested?.startsAt ?? '09:30',
        endsAt: session?.endsAt ?? suggested?.endsAt ?? plusMinutes('09:30', usualLength),
        room: session?.room ?? '',
        joinLink: session?.joinLink ?? '',
        chairId: session?.chairId ?? '',
        penId: session?.penId ?? '',
        title: session?.title ?? '',
      }}
      check={({ teamId, date, startsAt, endsAt, chairId, joinLink }) => ({
        teamId: teamId ? undefined : 'Choose the team',
        date: !date ? 'Give the day' : date < today && !session ? 'Give today or a day to come' : undefined,
        startsAt: clock.test(startsAt) ? undefined : 'Give the time it starts, like 09:30',
        endsAt: !clock.test(endsAt)
          ? 'Give the time it ends, like 12:30'
          : endsAt <= startsAt
            ? 'The end cannot be before the beginning'
            : undefined,
        chairId: chairId ? undefined : 'Choose who chairs: a manager',
        joinLink:
          joinLink.trim() && !/^https:\/\/\S+$/.test(joinLink.trim())
            ? 'Give a link that begins with https://'
            : undefined,
      })}
      send={({ teamId, penId, ...facts }) =>
        session
          ? ask('PATCH', `sessions/${session.sessionId}`, { ...facts, penId: penId || null })
          : ask<Made>('POST', 'sessions', { teamId, ...facts, penId: penId || null })
      }
      done={(made) => {
        if (session) return onClose();
        const { id } = made as Made;
        if (onMade) onMade(id);
        else void navigate(`/sessions/${id}/plan`);
      }}
    >
      {(form) => (
        <>
          {!session && (
            <SelectField
              label="Team"
              nothingChosen="Choose a team"
              options={mine.map((team) => ({ value: team.teamId, label: team.name }))}
              {...form.field('teamId')}
            />
          )}
          <div className="session-when">
            <DateField
              label="Day"
              today={today}
              min={today}
              advice={
                form.values.date && !isWorkingDay(form.values.date)
                  ? 'A weekend or a bank holiday'
                  : undefined
              }
              {...form.field('date')}
            />
            <TextField label="Starts" hint="Like 09:30" type="time" {...form.field('startsAt')} />
            <TextField label="Ends" hint="Like 12:30" type="time" {...form.field('endsAt')} />
          </div>
          <Combobox
            label="Chair"
            hint="A manager"
            nothingFound="No manager has that name"
            options={here.filter((person) => person.manager).map(choice)}
            {...form.field('chairId')}
          />
          <Combobox
            label="Pen"
            hint="Who writes down what is agreed. Left empty, the chair does"
            options={here.map(choice)}
            {...form.field('penId')}
          />
          <TextField label="Room" maxLength={120} {...form.field('room')} />
          <TextField
            label="Link to the call"
            hint="For those who join from elsewhere"
            type="url"
            spellCheck={false}
            maxLength={500}
            {...form.field('joinLink')}
          />
          <TextField
            label="Name of the session"
            hint="Only if it needs one"
            maxLength={120}
            {...form.field('title')}
          />
        </>
      )}
    </FormDialog>
  );
}
