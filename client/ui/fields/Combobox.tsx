import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { Field, type FieldWords } from './Field.js';
import { matching } from './matching.js';
import './combobox.css';

export interface ComboboxOption {
  value: string;
  /** What is typed to find it, and shown once chosen. */
  label: string;
  /** At the right, smaller: a role, a team. Also searched. */
  detail?: string | undefined;
  /** Before the label: a mark. */
  mark?: ReactNode;
}

export interface ComboboxProps extends FieldWords {
  /** '' while nobody is chosen. */
  value: string;
  onChange: (value: string) => void;
  options: readonly ComboboxOption[];
  /** Said when nothing matches. Default "Nobody here has that name". */
  nothingFound?: string | undefined;
  placeholder?: string | undefined;
}

/** Choose one from many by typing the start of any word. Arrows move, Enter chooses, Esc closes, the words stay. */
export function Combobox({ value, onChange, options, nothingFound, placeholder, ...words }: ComboboxProps) {
  const [typed, setTyped] = useState<string>();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const listId = useId();
  const chosen = options.find((option) => option.value === value);
  const found = typed === undefined ? [...options] : matching(options, typed);
  const active = open ? found[at] : undefined;

  const choose = (option: ComboboxOption) => {
    onChange(option.value);
    setTyped(undefined);
    setOpen(false);
    setAt(-1);
  };
  const move = (to: number) => {
    setOpen(true);
    setAt(found.length === 0 ? -1 : (to + found.length) % found.length);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') move(open ? at + 1 : 0);
    else if (event.key === 'ArrowUp') move(open && at > 0 ? at - 1 : found.length - 1);
    else if (event.key === 'Enter' && active && !event.ctrlKey) choose(active);
    else if (event.key === 'Escape' && open) {
      // Only the list closes: a dialog around it must not.
      event.stopPropagation();
      setOpen(false);
    } else return;
    event.preventDefault();
  };

  const left = typed?.trim() && !open;
  const unmatched =
    typed?.trim() && found.length === 0 ? (nothingFound ?? 'Nobody here has that name') : undefined;
  const advice = unmatched ?? (left ? 'More than one fits. Choose from the list' : words.advice);
  return (
    <Field {...words} advice={advice}>
      {(links) => (
        <div className="combobox">
          <input
            {...links}
            type="text"
            role="combobox"
            className="field"
            autoComplete="off"
            spellCheck={false}
            placeholder={placeholder}
            aria-autocomplete="list"
            aria-expanded={open && found.length > 0}
            aria-controls={listId}
            aria-activedescendant={active && `${listId}-${at}`}
            value={typed ?? chosen?.label ?? ''}
            onChange={(event) => {
              setTyped(event.target.value);
              setOpen(true);
              setAt(event.target.value.trim() ? 0 : -1);
              if (value) onChange('');
            }}
            onClick={() => setOpen(true)}
            onKeyDown={onKeyDown}
            onBlur={() => {
              setOpen(false);
              // Leaving the field takes the only one that fits; with several the words stay, to be mended.
              const only = open && typed?.trim() && found.length === 1 ? found[0] : undefined;
              if (only) choose(only);
              else if (!typed?.trim()) setTyped(undefined);
            }}
          />
          <div
            id={listId}
            role="listbox"
            aria-label={typeof words.label === 'string' ? words.label : 'Choices'}
            hidden={!open || found.length === 0}
          >
            {found.map((option, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are read on the input, which keeps focus
              // biome-ignore lint/a11y/useFocusableInteractive: the input points at it with aria-activedescendant
              <div
                key={option.value}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={option.value === value}
                className={index === at ? 'active' : undefined}
                ref={(element) => {
                  if (index === at && open) element?.scrollIntoView({ block: 'nearest' });
                }}
                // Keeps focus in the input, so that blur does not close the list before the click lands.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => choose(option)}
              >
                {option.mark}
                <span className="grow">{option.label}</span>
                {option.detail && <span className="small muted">{option.detail}</span>}
              </div>
            ))}
          </div>
        </div>
      )}
    </Field>
  );
}
