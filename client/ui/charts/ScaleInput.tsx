import { type ReactNode, useId } from 'react';
import { FieldError } from '../fields/Field.js';
import './scale-input.css';

export interface ScaleInputProps {
  legend: ReactNode;
  legendHidden?: boolean | undefined;
  /** 0 to 10, or undefined before a score is given. */
  value: number | undefined;
  onChange: (score: number) => void;
  /** What the ends mean, in words. */
  low?: string | undefined;
  high?: string | undefined;
  error?: string | undefined;
  /** Why it cannot be changed now. */
  unavailable?: string | undefined;
  id?: string | undefined;
}

const scores = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Eleven radio buttons, 0 to 10. Arrow keys choose. The words for the ends are part of what is read. */
export function ScaleInput({
  legend,
  legendHidden,
  value,
  onChange,
  low,
  high,
  error,
  unavailable,
  id,
}: ScaleInputProps) {
  const own = useId();
  const base = id ?? own;
  const ends = low && high ? `${base}-ends` : undefined;
  const described = [ends, error && `${base}-error`, unavailable && `${base}-why`].filter(Boolean).join(' ');
  return (
    <fieldset
      className={error ? 'field-group wrong' : 'field-group'}
      aria-describedby={described || undefined}
    >
      <legend className={legendHidden ? 'visually-hidden' : 'field-label'}>{legend}</legend>
      {error && <FieldError id={`${base}-error`}>{error}</FieldError>}
      <div className="scale-input">
        {scores.map((score) => (
          <label key={score} className={unavailable ? 'still' : undefined}>
            <input
              type="radio"
              id={score === 0 ? base : undefined}
              name={own}
              aria-disabled={unavailable ? true : undefined}
              checked={value === score}
              onChange={() => {
                if (!unavailable) onChange(score);
              }}
            />
            <span>{score}</span>
          </label>
        ))}
      </div>
      {ends && (
        <div id={ends} className="scale-ends">
          <span>
            <span className="visually-hidden">0, </span>
            {low}
          </span>
          <span>
            <span className="visually-hidden">10, </span>
            {high}
          </span>
        </div>
      )}
      {unavailable && (
        <p id={`${base}-why`} className="field-hint after">
          {unavailable}
        </p>
      )}
    </fieldset>
  );
}
