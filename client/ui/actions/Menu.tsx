import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Link } from 'react-router';
import { Icon } from '../icons.js';
import { Button, type ButtonProps } from './Button.js';
import './menu.css';

export interface MenuEntry {
  label: ReactNode;
  icon?: ReactNode;
  /** A second, smaller line. */
  hint?: string | undefined;
  /** Either an act or a place. */
  onPick?: (() => void) | undefined;
  to?: string | undefined;
  /** Why it cannot be picked now; shown in place of the hint. */
  unavailable?: string | undefined;
}

export interface MenuProps {
  /** The words on the button, or its name when `iconOnly`. */
  label: string;
  entries: readonly MenuEntry[];
  kind?: ButtonProps['kind'];
  size?: ButtonProps['size'];
  icon?: ReactNode;
  iconOnly?: boolean | undefined;
  /** Which edge it lines up with, and whether it opens upward (in the bar at the foot). */
  align?: 'start' | 'end' | undefined;
  opens?: 'down' | 'up' | undefined;
  /** Draws the button's inside itself, for the person menu. The label stays its name. */
  face?: ReactNode;
}

/** A button that shows a short list of acts or places. Arrows, Home and End move in it, Esc closes it. */
export function Menu({
  label,
  entries,
  kind,
  size,
  icon,
  iconOnly,
  align = 'start',
  opens = 'down',
  face,
}: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const listId = useId();

  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);

  const inList = () => [...(root.current?.querySelectorAll<HTMLElement>('.menu-entry') ?? [])];
  const close = () => {
    setOpen(false);
    root.current?.querySelector<HTMLElement>('.menu-button')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) {
      event.stopPropagation();
      return close();
    }
    if (!['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) return;
    event.preventDefault();
    if (!open) {
      setOpen(true);
      // The list exists only after this paint.
      requestAnimationFrame(() => inList()[event.key === 'ArrowUp' ? entries.length - 1 : 0]?.focus());
      return;
    }
    const all = inList();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next =
      { ArrowDown: at + 1, ArrowUp: at < 0 ? all.length - 1 : at - 1, Home: 0, End: all.length - 1 }[
        event.key
      ] ?? 0;
    all[(next + all.length) % all.length]?.focus();
  };

  const button = { 'aria-expanded': open, 'aria-controls': listId, onClick: () => setOpen(!open) };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the button and the list inside it
    <div ref={root} className={`menu ${align} ${opens}`} onKeyDown={onKeyDown}>
      {face ? (
        <button type="button" className="menu-button menu-face" {...button}>
          {face}
          <span className="visually-hidden">{label}</span>
        </button>
      ) : (
        <Button
          className="menu-button"
          kind={kind}
          size={size}
          icon={icon}
          iconAfter={iconOnly ? undefined : <Icon name="down" />}
          {...button}
        >
          {iconOnly ? <span className="visually-hidden">{label}</span> : label}
        </Button>
      )}
      <ul id={listId} className="menu-list" hidden={!open}>
        {entries.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a menu's entries have no other name, and keep their order while open
          <li key={index}>
            <Entry entry={entry} onDone={close} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Entry({ entry, onDone }: { entry: MenuEntry; onDone: () => void }) {
  const second = entry.unavailable ?? entry.hint;
  const inside = (
    <>
      {entry.icon}
      <span>
        {entry.label}
        {second && <span className="menu-hint">{second}</span>}
      </span>
    </>
  );
  if (entry.to && !entry.unavailable) {
    return (
      <Link className="menu-entry" to={entry.to} onClick={onDone}>
        {inside}
      </Link>
    );
  }
  return (
    <button
      type="button"
      className="menu-entry"
      aria-disabled={entry.unavailable ? true : undefined}
      onClick={() => {
        if (entry.unavailable) return;
        // Focus returns to the button first, so that a dialog opened by the act gives it back there.
        onDone();
        entry.onPick?.();
      }}
    >
      {inside}
    </button>
  );
}
