import { useState } from 'react';
import { Button } from '../../ui/actions/Button.js';
import { ChipChoice } from '../../ui/fields/Chips.js';
import { DateField } from '../../ui/fields/DateField.js';
import { SelectField } from '../../ui/fields/TextField.js';
import { weekdayDate } from '../../ui/format.js';
import { Icon } from '../../ui/icons.js';
import type { Form } from '../../use-form.js';
import type { SeriesValues } from './series-values.js';
import { everySays, nths, weekdays } from './series-words.js';

const kinds = [
  { value: 'weekly', label: 'Every so many weeks' },
  { value: 'nth-weekday', label: 'A weekday of each month' },
  { value: 'chosen', label: 'Chosen days' },
] as const;

/** When the team meets. Changing the kind keeps what was chosen for the others. */
export function PatternFields({ form, today }: { form: Form<SeriesValues>; today: string }) {
  const { values } = form;
  return (
    <>
      <ChipChoice
        legend="When"
        options={kinds}
        value={values.kind}
        onChange={(kind) => form.set({ kind, dates: values.dates })}
      />
      {values.kind === 'chosen' ? (
        <ChosenDays form={form} today={today} />
      ) : (
        <div className="series-when">
          {values.kind === 'weekly' ? (
            <SelectField
              label="How often"
              options={[1, 2, 3, 4, 5, 6, 7, 8].map((n) => ({ value: String(n), label: everySays(n) }))}
              {...form.field('everyWeeks')}
            />
          ) : (
            <>
              <SelectField
                label="Which"
                options={nths.map((label, at) => ({ value: String(at + 1), label: `The ${label}` }))}
                {...form.field('nth')}
              />
              <SelectField
                label="Weekday"
                options={weekdays.map((label, at) => ({ value: String(at + 1), label }))}
                {...form.field('weekday')}
              />
            </>
          )}
          <DateField
            label={values.kind === 'weekly' ? 'First session' : 'From'}
            today={today}
            min={today}
            {...form.field('fromOn')}
          />
        </div>
      )}
    </>
  );
}

function ChosenDays({ form, today }: { form: Form<SeriesValues>; today: string }) {
  const [day, setDay] = useState('');
  const { dates } = form.values;
  const { id, error } = form.field('dates');
  const add = () => {
    if (!day || dates.includes(day)) return;
    form.set({ dates: [...dates, day].sort() });
    setDay('');
  };
  return (
    <div className="stack tight">
      <div className="row wraps series-add">
        <DateField
          // A day that was added leaves an empty field behind it.
          key={dates.length}
          label="A day"
          id={id}
          error={error}
          today={today}
          min={today}
          value={day}
          onChange={setDay}
          advice={dates.includes(day) ? 'This day is there already' : undefined}
        />
        <Button
          icon={<Icon name="plus" />}
          unavailable={day ? undefined : 'Give a day first'}
          reason="hidden"
          onClick={add}
        >
          Add the day
        </Button>
      </div>
      <ul className="series-days">
        {dates.map((date) => (
          <li key={date} className="row">
            <span className="grow">{weekdayDate(date)}</span>
            <Button
              kind="quiet"
              size="small"
              onClick={() => form.set({ dates: dates.filter((other) => other !== date) })}
            >
              Take out<span className="visually-hidden"> {weekdayDate(date)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
