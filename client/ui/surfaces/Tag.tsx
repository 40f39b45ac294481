import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icons.js';
import './tag.css';

export type Tone = 'plain' | 'accent' | 'good' | 'warn' | 'bad';

export interface TagProps {
  /** Always words: the colour only helps. */
  children: ReactNode;
  tone?: Tone | undefined;
  icon?: IconName | undefined;
  /** An outline, for facts that carry no meaning of good or bad. */
  outline?: boolean | undefined;
}

/** A short state in words. */
export function Tag({ children, tone = 'plain', icon, outline }: TagProps) {
  return (
    <span className={`tag ${tone}${outline ? ' outline' : ''}`}>
      {icon && <Icon name={icon} size="small" />}
      {children}
    </span>
  );
}
