import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icons.js';
import type { Tone } from './Tag.js';
import './note.css';

export interface NoteProps {
  children: ReactNode;
  tone?: Exclude<Tone, 'plain'> | undefined;
  icon?: IconName | undefined;
  /** `small` sets the words at 14 px, in the room's side. */
  size?: 'normal' | 'small' | undefined;
  /** Buttons under the words. */
  actions?: ReactNode;
  /** Only for words that appear because of the person's own act; the room's words go through LiveRegions. */
  role?: 'status' | 'alert' | undefined;
}

const icons = { accent: 'info', good: 'check', warn: 'warning', bad: 'warning' } as const;

/** A tinted block that says what something means for the person, with what to do about it. */
export function Note({ children, tone = 'accent', icon, size = 'normal', actions, role }: NoteProps) {
  return (
    <div className={`note ${tone} ${size}`} role={role}>
      <Icon name={icon ?? icons[tone]} />
      <div className="grow">
        {children}
        {actions && <div className="note-actions">{actions}</div>}
      </div>
    </div>
  );
}
