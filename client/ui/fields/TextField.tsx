import type {
  InputHTMLAttributes,
  ReactNode,
  Ref,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
} from 'react';
import { useLayoutEffect, useRef } from 'react';
import { Icon } from '../icons.js';
import { Field, type FieldLinks, type FieldWords } from './Field.js';

type Own = 'id' | 'value' | 'onChange' | 'className' | keyof FieldLinks;

/** Leaves what belongs to the control once the field's own words are taken out. */
function split<Props extends FieldWords>(props: Props): [FieldWords, Omit<Props, keyof FieldWords>] {
  const { label, labelHidden, hint, error, advice, state, guide, aside, describedBy, id, ...rest } = props;
  return [{ label, labelHidden, hint, error, advice, state, guide, aside, describedBy, id }, rest];
}

export interface TextFieldProps
  extends FieldWords,
    Omit<InputHTMLAttributes<HTMLInputElement>, Own | 'size'> {
  value: string;
  onChange: (value: string) => void;
  size?: 'normal' | 'large' | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
}

/** One line of text. Further attributes (type, autoComplete, inputMode, maxLength…) go to the input. */
export function TextField({ value, onChange, size, ref, ...props }: TextFieldProps) {
  const [words, rest] = split(props);
  return (
    <Field {...words}>
      {(links) => (
        <input
          type="text"
          {...rest}
          {...links}
          ref={ref}
          className={size === 'large' ? 'field large' : 'field'}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export interface TextAreaProps extends FieldWords, Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, Own> {
  value: string;
  onChange: (value: string) => void;
  /** Least height in lines; it grows with the words. */
  rows?: number | undefined;
  ref?: Ref<HTMLTextAreaElement> | undefined;
}

/** Several lines of text that grow as they are written. */
export function TextArea({ value, onChange, rows = 3, ref, ...props }: TextAreaProps) {
  const [words, rest] = split(props);
  const box = useRef<HTMLTextAreaElement | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the words
  useLayoutEffect(() => {
    if (box.current) growToFit(box.current);
  }, [value]);
  return (
    <Field {...words}>
      {(links) => (
        <textarea
          {...rest}
          {...links}
          ref={(element) => {
            box.current = element;
            if (typeof ref === 'function') ref(element);
            else if (ref) ref.current = element;
          }}
          className="field"
          rows={rows}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** Makes a text area as tall as its words. Exported for prose fields that are bound to shared text. */
export function growToFit(area: HTMLTextAreaElement): void {
  area.style.height = 'auto';
  const borders = area.offsetHeight - area.clientHeight;
  if (area.scrollHeight > area.clientHeight) area.style.height = `${area.scrollHeight + borders}px`;
}

export interface SelectOption {
  value: string;
  label: string;
}

export interface SelectFieldProps extends FieldWords, Omit<SelectHTMLAttributes<HTMLSelectElement>, Own> {
  value: string;
  onChange: (value: string) => void;
  options: readonly SelectOption[];
  /** The first, empty choice ("Choose a team"); leave out when there is always an answer. */
  nothingChosen?: string | undefined;
}

/** One of a known list, with the browser's own picker. For five choices or fewer prefer ChipChoice. */
export function SelectField({ value, onChange, options, nothingChosen, ...props }: SelectFieldProps) {
  const [words, rest] = split(props);
  const list: ReactNode[] = options.map((option) => (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  ));
  return (
    <Field {...words}>
      {(links) => (
        <div className="select-box">
          <select
            {...rest}
            {...links}
            className="field"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          >
            {nothingChosen !== undefined && <option value="">{nothingChosen}</option>}
            {list}
          </select>
          <Icon name="down" />
        </div>
      )}
    </Field>
  );
}
