import { useNavigate } from 'react-router';
import { type DisciplineCode, disciplines } from '../../shared/disciplines.js';
import type { Made } from '../../shared/fields.js';
import type { PersonKept } from '../../shared/people/directory.js';
import { Email, type You } from '../../shared/people/sign-in.js';
import { administers, keepsRecords, onlyTeamKept } from '../../shared/people.js';
import { ask } from '../api.js';
import { useTeams } from '../directory.js';
import { FormDialog } from '../FormDialog.js';
import { ChipChecks, ChipChoice } from '../ui/fields/Chips.js';
import { SelectField, TextField } from '../ui/fields/TextField.js';
import { days, daysOf, workingDaysOf } from './working-days.js';

const places = [
  { value: 'room', label: 'Usually in the room' },
  { value: 'remote', label: 'Usually joins from elsewhere' },
] as const;

interface Props {
  you: You;
  /** Left out to add somebody. */
  person?: PersonKept | undefined;
  onClose: () => void;
}

/** Adds a person with their discipline and team, or changes what is kept of one. */
export function PersonDialog({ you, person, onClose }: Props) {
  const { teams } = useTeams();
  const navigate = useNavigate();
  const mine = teams.filter((team) => keepsRecords(you.roles, team.teamId));
  return (
    <FormDialog
      title={person ? `Change what is kept of ${person.name}` : 'Add a person'}
      onClose={onClose}
      act={person ? 'Save the changes' : 'Add the person'}
      busy="Saving"
      initial={{
        name: person?.name ?? '',
        firstName: person?.firstName ?? '',
        email: person?.email ?? '',
        discipline: (person?.discipline ?? '') as DisciplineCode | '',
        title: person?.title ?? '',
        days: daysOf(person?.workingDays ?? '1111100'),
        place: (person?.remote ? 'remote' : 'room') as (typeof places)[number]['value'],
        teamId: person ? '' : onlyTeamKept(you.roles),
      }}
      check={({ name, email, discipline, days: worked, teamId }) => ({
        name: name.trim() ? undefined : 'Write their whole name',
        email:
          email.trim() && !Email.safeParse(email).success
            ? 'Write an address like name@council.gov.uk'
            : undefined,
        discipline: discipline ? undefined : 'Choose their discipline',
        days: worked.length > 0 ? undefined : 'Choose at least one day',
        // Without a team nobody but an administrator would find them again.
        teamId: person || teamId || administers(you.roles) ? undefined : 'Choose their team',
      })}
      send={({ name, firstName, email, discipline, title, days: worked, place, teamId }) => {
        const facts = {
          name,
          ...(firstName.trim() ? { firstName } : {}),
          email: email.trim() || null,
          discipline,
          title,
          workingDays: workingDaysOf(worked),
          remote: place === 'remote',
        };
        return person
          ? ask('PATCH', `people/${person.personId}`, facts)
          : ask<Made>('POST', 'people', { ...facts, teamId: teamId || null });
      }}
      done={(made) => (person ? onClose() : void navigate(`/people/${(made as Made).id}`))}
    >
      {(form) => {
        const { value: worked, ...dayField } = form.field('days');
        return (
          <>
            <TextField label="Name" maxLength={120} autoComplete="off" {...form.field('name')} />
            <TextField
              label="First name"
              hint="What colleagues call them. Left empty, it is the first word of the name"
              maxLength={60}
              autoComplete="off"
              {...form.field('firstName')}
            />
            <SelectField
              label="Discipline"
              nothingChosen="Choose a discipline"
              options={disciplines.map((d) => ({ value: d.code as DisciplineCode | '', label: d.label }))}
              {...form.field('discipline')}
              onChange={(code) => form.set({ discipline: code as DisciplineCode })}
            />
            <TextField
              label="Job title"
              hint="If it differs from the discipline, for example Consultant social worker"
              maxLength={120}
              autoComplete="off"
              {...form.field('title')}
            />
            {!person && (
              <SelectField
                label="Team"
                nothingChosen={administers(you.roles) ? 'No team yet' : 'Choose a team'}
                options={mine.map((team) => ({ value: team.teamId, label: team.name }))}
                {...form.field('teamId')}
              />
            )}
            <TextField
              label="Work e-mail address"
              hint="They sign in with it. You can add it later"
              type="email"
              autoComplete="off"
              spellCheck={false}
              {...form.field('email')}
            />
            <ChipChecks
              legend="Days they work"
              hint="A next step due on another day gets a hint"
              size="small"
              options={days}
              values={worked}
              {...dayField}
            />
            <ChipChoice legend="Where they join from" options={places} {...form.field('place')} />
          </>
        );
      }}
    </FormDialog>
  );
}
