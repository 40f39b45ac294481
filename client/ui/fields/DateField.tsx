import { useId, useRef, useState } from 'react';
import { weekdayDate } from '../format.js';
import { Icon } from '../icons.js';
import { Field, type FieldWords } from './Field.js';
import { type Lean, parseTypedDate } from './parse-date.js';
import './date-field.css';

export interface DateFieldProps extends FieldWords {
  /** `YYYY-MM-DD`, or '' while there is none. */
  value: string;
  onChange: (date: string) => void;
  /** Today as `YYYY-MM-DD`, from the server's clock. */
  today: string;
  /** Which way a date without a year leans. Default `future`. */
  lean?: Lean | undefined;
  /** Limits of the browser's picker. */
  min?: string | undefined;
  max?: string | undefined;
}

/** A date that may be typed ("13 mar", "+7", "friday") or picked. What was understood is said underneath. */
export function DateField({ value, onChange, today, lean = 'future', min, max, ...words }: DateFieldProps) {
  const [typed, setTyped] = useState<string>();
  const picker = useRef<HTMLInputElement>(null);
  const understoodId = useId();
  const shown = typed ?? (value && weekdayDate(value));
  // While nothing is being typed the field itself reads as the full date, so it is not said twice.
  const understood = typed === undefined ? undefined : value && weekdayDate(value);
  const unread = typed?.trim() && !value;

  return (
    <Field
      {...words}
      describedBy={[words.describedBy, understoodId].filter(Boolean).join(' ')}
      hint={words.hint ?? 'For example 13 mar, +7 or friday'}
    >
      {(links) => (
        <>
          <div className="date-field">
            <input
              {...links}
              type="text"
              className="field"
              autoComplete="off"
              spellCheck={false}
              value={shown}
              onChange={(event) => {
                setTyped(event.target.value);
                onChange(parseTypedDate(event.target.value, today, lean) ?? '');
              }}
              onBlur={() => {
                // Words that were not understood stay where the person can mend them.
                if (value || !typed?.trim()) setTyped(undefined);
              }}
            />
            <button
              type="button"
              className="button plain date-pick"
              onClick={() => {
                // Some browsers have no showPicker; focus then opens the native field instead.
                if (picker.current?.showPicker) picker.current.showPicker();
                else picker.current?.focus();
              }}
            >
              <Icon name="calendar" />
              <span className="visually-hidden">Pick a date</span>
            </button>
            <input
              ref={picker}
              type="date"
              className="date-native"
              tabIndex={-1}
              aria-hidden="true"
              value={value}
              min={min}
              max={max}
              onChange={(event) => {
                setTyped(undefined);
                onChange(event.target.value);
              }}
            />
          </div>
          <p id={understoodId} className={unread ? 'field-advice' : 'field-under'}>
            {unread ? 'Write a day and a month, like 13 March' : understood}
          </p>
        </>
      )}
    </Field>
  );
}
