import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icons.js';
import './connection.css';

export interface StripProps {
  children: ReactNode;
  tone?: 'warn' | 'good' | 'accent' | undefined;
  icon?: IconName | undefined;
  action?: ReactNode;
  /** Names the region. Default "Connection". */
  label?: string | undefined;
}

/** A full-width line under the top bar. It pushes the page down and never covers a field. */
export function Strip({
  children,
  tone = 'warn',
  icon = 'offline',
  action,
  label = 'Connection',
}: StripProps) {
  return (
    <section className={`strip ${tone}`} aria-label={label}>
      <Icon name={icon} />
      <p className="grow">{children}</p>
      {action}
    </section>
  );
}

export interface ConnectionProps {
  state: 'saved' | 'saving' | 'offline' | 'not-accepted';
  /** The sentence: "Saved 9:56am", "Offline, 3 changes waiting". */
  children: ReactNode;
}

const icons = { saved: 'check', saving: 'clock', offline: 'offline', 'not-accepted': 'warning' } as const;

/** What state a person's words are in: one place, four sentences. Read when wanted, so it is not a live region. */
export function Connection({ state, children }: ConnectionProps) {
  return (
    <p className={`connection ${state}`}>
      <Icon name={icons[state]} />
      <span>{children}</span>
    </p>
  );
}
