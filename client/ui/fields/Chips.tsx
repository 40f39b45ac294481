import { type ReactNode, useId } from 'react';
import { FieldError } from './Field.js';
import './chips.css';

export interface ChipOption<Value extends string> {
  value: Value;
  label: ReactNode;
}

interface GroupProps<Value extends string> {
  legend: ReactNode;
  legendHidden?: boolean | undefined;
  options: readonly ChipOption<Value>[];
  hint?: ReactNode;
  error?: string | undefined;
  /** Under the chips: "Waiting to send". */
  state?: ReactNode;
  /** Why it cannot be changed now. The choice stays readable and reachable. */
  unavailable?: string | undefined;
  /** On the first control, for an ErrorSummary. */
  id?: string | undefined;
  /** `chips` in a row (default), or `list` one under another for longer words. */
  shape?: 'chips' | 'list' | undefined;
  size?: 'normal' | 'small' | undefined;
}

export interface ChipChoiceProps<Value extends string> extends GroupProps<Value> {
  /** Undefined while nothing is chosen. */
  value: Value | undefined;
  onChange: (value: Value) => void;
}

/** One of a few, as radio buttons drawn as chips. Arrow keys choose, as the browser does it. */
export function ChipChoice<Value extends string>({ value, onChange, ...group }: ChipChoiceProps<Value>) {
  return (
    <Group
      {...group}
      type="radio"
      chosen={(option) => option === value}
      onPick={(option) => onChange(option)}
    />
  );
}

export interface ChipChecksProps<Value extends string> extends GroupProps<Value> {
  values: readonly Value[];
  onChange: (values: Value[]) => void;
}

/** Any of a few, as check boxes drawn as chips. The values come back in the order of the options. */
export function ChipChecks<Value extends string>({ values, onChange, ...group }: ChipChecksProps<Value>) {
  const toggled = (picked: Value) =>
    group.options
      .map((o) => o.value)
      .filter((value) => (value === picked ? !values.includes(value) : values.includes(value)));
  return (
    <Group
      {...group}
      type="checkbox"
      chosen={(option) => values.includes(option)}
      onPick={(option) => onChange(toggled(option))}
    />
  );
}

interface OwnProps<Value extends string> extends GroupProps<Value> {
  type: 'radio' | 'checkbox';
  chosen: (value: Value) => boolean;
  onPick: (value: Value) => void;
}

function Group<Value extends string>(props: OwnProps<Value>) {
  const {
    legend,
    legendHidden,
    options,
    hint,
    error,
    state,
    unavailable,
    shape = 'chips',
    size = 'normal',
    type,
    chosen,
    onPick,
  } = props;
  const own = useId();
  const id = props.id ?? own;
  const described = [
    hint && `${id}-hint`,
    error && `${id}-error`,
    unavailable && `${id}-why`,
    state && `${id}-state`,
  ];
  return (
    <fieldset
      className={error ? 'field-group wrong' : 'field-group'}
      aria-describedby={described.filter(Boolean).join(' ') || undefined}
    >
      <legend className={legendHidden ? 'visually-hidden' : 'field-label'}>{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <div className={`chips ${shape} ${size}`}>
        {options.map((option, index) => (
          <label key={option.value} className={unavailable ? 'chip still' : 'chip'}>
            <input
              type={type}
              id={index === 0 ? id : undefined}
              name={own}
              value={option.value}
              checked={chosen(option.value)}
              aria-disabled={unavailable ? true : undefined}
              onChange={() => {
                if (!unavailable) onPick(option.value);
              }}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {unavailable && (
        <p id={`${id}-why`} className="field-hint after">
          {unavailable}
        </p>
      )}
      {state && (
        <div id={`${id}-state`} className="field-under">
          {state}
        </div>
      )}
    </fieldset>
  );
}
