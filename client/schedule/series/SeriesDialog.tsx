import type { Team } from '../../../shared/people/directory.js';
import type { Series } from '../../../shared/schedule/series.js';
import { ask } from '../../api.js';
import { titleOf, useDirectory } from '../../directory.js';
import { FormDialog } from '../../FormDialog.js';
import { Combobox } from '../../ui/fields/Combobox.js';
import { DateField } from '../../ui/fields/DateField.js';
import { TextField } from '../../ui/fields/TextField.js';
import { PatternFields } from './PatternFields.js';
import { patternIn, type SeriesValues, seriesIn, seriesValues, startIn } from './series-values.js';
import { YearOfGaps } from './YearOfGaps.js';

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

interface Props {
  team: Team;
  /** Left out to make one; given, it is changed from a day on. */
  series?: Series | undefined;
  today: string;
  onClose: () => void;
  done: (words: string) => void;
}

/** Makes a series, or changes one from a day on. What a year of it does to the limit is said while it is chosen. */
export function SeriesDialog({ team, series, today, onClose, done }: Props) {
  const people = useDirectory().people.filter((person) => !person.ended);
  const choice = (person: (typeof people)[number]) => ({
    value: person.personId,
    label: person.name,
    detail: titleOf(person),
  });
  const managers = people.filter((person) => person.manager).map(choice);
  return (
    <FormDialog<SeriesValues>
      title={series ? `Change ${series.name} from a day on` : `Make a series for ${team.name}`}
      onClose={onClose}
      act={series ? 'Change the series' : 'Make the series'}
      busy="Saving"
      width="wide"
      initial={seriesValues(series, `${team.name} supervision`, '')}
      check={(values) => wrongIn(values, today)}
      send={(values) => {
        const whole = seriesIn(values, team.teamId);
        if (!series) return ask('POST', 'series', whole);
        const { teamId, ...changes } = whole ?? { teamId: '' };
        return ask('PATCH', `series/${series.seriesId}`, changes);
      }}
      done={() => {
        onClose();
        done(
          series
            ? 'The series is changed, and its sessions to come with it.'
            : 'The series is made, and its sessions with it.',
        );
      }}
    >
      {(form) => (
        <>
          {series && (
            <p className="muted">
              Sessions before the first day stay as they are. Sessions after it are made anew; families in
              them keep their place where the day is the same.
            </p>
          )}
          <PatternFields form={form} today={today} />
          <YearOfGaps
            teamId={team.teamId}
            pattern={patternIn(form.values)}
            fromOn={startIn(form.values)}
            onFourWeeks={
              form.values.kind === 'nth-weekday'
                ? () => form.set({ kind: 'weekly', everyWeeks: '4' })
                : undefined
            }
          />
          <div className="series-when">
            <TextField label="Starts" hint="Like 09:30" type="time" {...form.field('startsAt')} />
            <TextField label="Ends" hint="Like 12:30" type="time" {...form.field('endsAt')} />
            <DateField
              label="Last day"
              hint="Left empty, it goes on"
              today={today}
              min={today}
              {...form.field('toOn')}
            />
          </div>
          <div className="series-who">
            <Combobox
              label="Standing chair"
              hint="A manager"
              nothingFound="No manager has that name"
              options={managers}
              {...form.field('chairId')}
            />
            <Combobox
              label="Deputy"
              hint="A manager, when the chair is away"
              nothingFound="No manager has that name"
              options={managers}
              {...form.field('deputyId')}
            />
            <Combobox
              label="Pen"
              hint="Left empty, the chair writes"
              options={people.map(choice)}
              {...form.field('penId')}
            />
            <TextField label="Room" maxLength={120} {...form.field('room')} />
          </div>
          <TextField
            label="Link to the call"
            hint="For those who join from elsewhere"
            type="url"
            spellCheck={false}
            maxLength={500}
            {...form.field('joinLink')}
          />
          <TextField label="Name of the series" maxLength={120} {...form.field('name')} />
        </>
      )}
    </FormDialog>
  );
}

function wrongIn(
  values: SeriesValues,
  today: string,
): Partial<Record<keyof SeriesValues, string | undefined>> {
  const { kind, dates, fromOn, toOn, startsAt, endsAt, chairId, joinLink, name } = values;
  return {
    dates: kind === 'chosen' && dates.length === 0 ? 'Add at least one day' : undefined,
    fromOn:
      kind === 'chosen'
        ? undefined
        : !fromOn
          ? 'Give the first day'
          : fromOn < today
            ? 'Give today or a day to come'
            : undefined,
    startsAt: clock.test(startsAt) ? undefined : 'Give the time it starts, like 09:30',
    endsAt: !clock.test(endsAt)
      ? 'Give the time it ends, like 12:30'
      : endsAt <= startsAt
        ? 'The end cannot be before the beginning'
        : undefined,
    toOn: toOn && toOn < startIn(values) ? 'The end cannot be before the beginning' : undefined,
    chairId: chairId ? undefined : 'Choose who chairs: a manager',
    joinLink:
      joinLink.trim() && !/^https:\/\/\S+$/.test(joinLink.trim())
        ? 'Give a link that begins with https://'
        : undefined,
    name: name.trim() ? undefined : 'Write what the series is called',
  };
}
