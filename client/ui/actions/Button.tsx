import { type ButtonHTMLAttributes, type ReactNode, useId } from 'react';
import { Link } from 'react-router';
import './button.css';

type Kind = 'primary' | 'plain' | 'quiet';
type Size = 'small' | 'normal' | 'large';

interface Look {
  /** One `primary` per view. Default `plain`. */
  kind?: Kind | undefined;
  size?: Size | undefined;
  /** Before the words; `iconAfter` follows them. */
  icon?: ReactNode;
  iconAfter?: ReactNode;
  /** Full width of its container. */
  wide?: boolean | undefined;
  className?: string | undefined;
}

function looks({ kind = 'plain', size = 'normal', wide, className }: Look): string {
  return ['button', kind, size !== 'normal' && size, wide && 'wide', className].filter(Boolean).join(' ');
}

export interface ButtonProps
  extends Look,
    Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'className'> {
  /** Why it cannot be pressed now. The button stays in reach, is announced as unavailable, and the reason is read with it. */
  unavailable?: string | undefined;
  /** Pressed while unavailable: move the person to what is missing. */
  onUnavailable?: (() => void) | undefined;
  /** Where the reason stands: beside the button (default), or only for assistive technology. */
  reason?: 'beside' | 'hidden' | undefined;
  /** Words while the act is under way ("Signing"); presses are ignored meanwhile. */
  busy?: string | undefined;
  /** The single-key shortcut to draw, only when the person has turned shortcuts on. */
  shortcut?: string | undefined;
}

/** A button: a verb with its object. Never `disabled`: give `unavailable` with the reason instead. */
export function Button(props: ButtonProps) {
  const {
    kind,
    size,
    icon,
    iconAfter,
    wide,
    className,
    unavailable,
    onUnavailable,
    reason = 'beside',
    busy,
    shortcut,
  } = props;
  const { children, onClick, type = 'button', ...rest } = omitOwn(props);
  const reasonId = useId();
  const describedBy = [rest['aria-describedby'], unavailable && reasonId].filter(Boolean).join(' ');
  const button = (
    <button
      {...rest}
      type={type}
      className={looks({ kind, size, wide, className })}
      aria-disabled={unavailable || busy ? true : undefined}
      aria-describedby={describedBy || undefined}
      aria-keyshortcuts={shortcut ?? rest['aria-keyshortcuts']}
      onClick={(event) => {
        if (!unavailable && !busy) return onClick?.(event);
        // A submit button that is unavailable must not submit.
        event.preventDefault();
        if (unavailable) onUnavailable?.();
      }}
    >
      {icon}
      {busy ?? children}
      {iconAfter}
      {shortcut && (
        <span className="shortcut-key" aria-hidden="true">
          {shortcut}
        </span>
      )}
    </button>
  );
  if (!unavailable) return button;
  return (
    <span className={wide ? 'button-with-reason wide' : 'button-with-reason'}>
      <span id={reasonId} className={reason === 'hidden' ? 'visually-hidden' : 'button-reason'}>
        {unavailable}
      </span>
      {button}
    </span>
  );
}

function omitOwn(props: ButtonProps) {
  const {
    kind,
    size,
    icon,
    iconAfter,
    wide,
    className,
    unavailable,
    onUnavailable,
    reason,
    busy,
    shortcut,
    ...rest
  } = props;
  return rest;
}

export interface ButtonLinkProps extends Look {
  to: string;
  children: ReactNode;
  /** For files and other addresses outside the client: a plain anchor. */
  external?: boolean | undefined;
  download?: boolean | undefined;
}

/** A link that looks like a button, for going somewhere. */
export function ButtonLink({ to, children, icon, iconAfter, external, download, ...look }: ButtonLinkProps) {
  const inside = (
    <>
      {icon}
      {children}
      {iconAfter}
    </>
  );
  if (external || download) {
    return (
      <a className={looks(look)} href={to} download={download}>
        {inside}
      </a>
    );
  }
  return (
    <Link className={looks(look)} to={to}>
      {inside}
    </Link>
  );
}
