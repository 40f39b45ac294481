import { type ReactNode, useId } from 'react';
import './field.css';

export interface FieldWords {
  label: ReactNode;
  /** Present for assistive technology only, when the question stands above as a heading. */
  labelHidden?: boolean | undefined;
  /** How to answer, before the answer. */
  hint?: ReactNode;
  /** What is wrong and how to mend it, in the words of the person's aim. Shown and read with `Error:` before it. */
  error?: string | undefined;
  /** Advice that does not stand in the way, under the field in amber. */
  advice?: ReactNode;
  /** Under the field: at the left a state ("Waiting to send"), at the right a guide ("52 words, 400 is plenty"). */
  state?: ReactNode;
  guide?: ReactNode;
  /** At the right of the label: who is writing. Its id may be given in `describedBy`. */
  aside?: ReactNode;
  describedBy?: string | undefined;
  /** Give it when an ErrorSummary must find the field. */
  id?: string | undefined;
}

/** What the control inside must carry. */
export interface FieldLinks {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** Label, hint, control, error and what stands under it, tied together. Used by every field of the kit. */
export function Field({ children, ...words }: FieldWords & { children: (links: FieldLinks) => ReactNode }) {
  const { label, labelHidden, hint, error, advice, state, guide, aside, describedBy } = words;
  const own = useId();
  const id = words.id ?? own;
  const described = [
    hint && `${id}-hint`,
    error && `${id}-error`,
    advice && `${id}-advice`,
    state && `${id}-state`,
    guide && `${id}-guide`,
    describedBy,
  ].filter(Boolean);
  const labelElement = (
    <label htmlFor={id} className={labelHidden ? 'visually-hidden' : 'field-label'}>
      {label}
    </label>
  );
  return (
    <div className={error ? 'field-group wrong' : 'field-group'}>
      {aside ? (
        <div className="field-label-row">
          {labelElement}
          {aside}
        </div>
      ) : (
        labelElement
      )}
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children({
        id,
        'aria-describedby': described.join(' ') || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {advice && (
        <p id={`${id}-advice`} className="field-advice">
          {advice}
        </p>
      )}
      {(state || guide) && (
        <div className="field-under">
          <span id={`${id}-state`}>{state}</span>
          <span id={`${id}-guide`}>{guide}</span>
        </div>
      )}
    </div>
  );
}

/** The words of an error, as every field and group shows them. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="field-error">
      <span className="visually-hidden">Error: </span>
      {children}
    </p>
  );
}
