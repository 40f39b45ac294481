import { type DisciplineCode, disciplineOf, disciplines } from '../../shared/disciplines.js';
import type { Person, Post, Team } from '../../shared/people/directory.js';
import { plusDays } from '../../shared/schedule/working-days.js';
import { ask } from '../api.js';
import { titleOf, useDirectory } from '../directory.js';
import { FormDialog } from '../FormDialog.js';
import { ChipChoice } from '../ui/fields/Chips.js';
import { Combobox } from '../ui/fields/Combobox.js';
import { DateField } from '../ui/fields/DateField.js';
import { SelectField } from '../ui/fields/TextField.js';
import { localDate, longDate } from '../ui/format.js';

const ways = [
  { value: 'filled', label: 'Filled' },
  { value: 'vacant', label: 'Vacant' },
] as const;
type Way = (typeof ways)[number]['value'];

function choices(people: readonly Person[], discipline: string) {
  const fits = (person: Person) => Number(person.discipline === discipline);
  return people
    .filter((person) => !person.ended)
    .sort((a, b) => fits(b) - fits(a))
    .map((person) => ({ value: person.personId, label: person.name, detail: titleOf(person) }));
}

/** A new post of a team, filled or vacant from a day on. */
export function MakePost({ team, onClose }: { team: Team; onClose: () => void }) {
  const today = localDate(new Date());
  const { people } = useDirectory();
  return (
    <FormDialog
      title={`Add a post to ${team.name}`}
      onClose={onClose}
      act="Add the post"
      busy="Adding"
      initial={{ discipline: '' as DisciplineCode | '', way: 'filled' as Way, personId: '', fromOn: today }}
      check={({ discipline, way, personId, fromOn }) => ({
        discipline: discipline ? undefined : 'Choose the discipline',
        personId: way === 'vacant' || personId ? undefined : 'Choose who fills it',
        fromOn: fromOn ? undefined : 'Give the day it begins',
      })}
      send={({ discipline, way, personId, fromOn }) =>
        ask('POST', `teams/${team.teamId}/posts`, {
          discipline,
          personId: way === 'vacant' ? null : personId,
          fromOn,
        })
      }
      done={onClose}
    >
      {(form) => (
        <>
          <SelectField
            label="Discipline"
            nothingChosen="Choose a discipline"
            options={disciplines.map((d) => ({ value: d.code, label: d.label }))}
            {...form.field('discipline')}
            onChange={(code) => form.set({ discipline: code as DisciplineCode })}
          />
          <ChipChoice legend="The post is" options={ways} {...form.field('way')} />
          {form.values.way === 'filled' && (
            <Combobox
              label="Who fills it"
              options={choices(people, form.values.discipline)}
              {...form.field('personId')}
            />
          )}
          <DateField label="From" today={today} lean="past" {...form.field('fromOn')} />
        </>
      )}
    </FormDialog>
  );
}

/** From a day on the post is somebody’s, or vacant. What was before stays as its history. */
export function FillPost({ post, onClose }: { post: Post; onClose: () => void }) {
  const today = localDate(new Date());
  const directory = useDirectory();
  const { person } = disciplineOf(post.discipline);
  return (
    <FormDialog
      title={`${person}: ${post.personId ? directory.fullName(post.personId) : 'vacant'} since ${longDate(post.fromOn)}`}
      onClose={onClose}
      act="Keep the change"
      busy="Saving"
      initial={{ way: (post.personId ? 'vacant' : 'filled') as Way, personId: '', fromOn: today }}
      check={({ way, personId, fromOn }) => ({
        way: way === 'vacant' && post.personId === null ? 'The post is vacant already' : undefined,
        personId: way === 'vacant' || personId ? undefined : 'Choose who fills it',
        fromOn: !fromOn
          ? 'Give the first day'
          : fromOn <= post.fromOn
            ? `Give a day after ${longDate(post.fromOn)}, when the present period began`
            : undefined,
      })}
      send={({ way, personId, fromOn }) =>
        ask('PATCH', `posts/${post.postId}`, { personId: way === 'vacant' ? null : personId, fromOn })
      }
      done={onClose}
    >
      {(form) => (
        <>
          <ChipChoice legend="From then on the post is" options={ways} {...form.field('way')} />
          {form.values.way === 'filled' && (
            <Combobox
              label="Who fills it"
              options={choices(directory.people, post.discipline)}
              {...form.field('personId')}
            />
          )}
          <DateField
            label="First day"
            hint={`After ${longDate(post.fromOn)}, for example ${longDate(plusDays(post.fromOn, 1))}`}
            today={today}
            {...form.field('fromOn')}
          />
        </>
      )}
    </FormDialog>
  );
}
