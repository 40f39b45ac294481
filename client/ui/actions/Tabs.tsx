import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import './tabs.css';

export interface TabLink {
  to: string;
  label: ReactNode;
  /** Current only on exactly this address; set it for the first tab of a set. */
  end?: boolean | undefined;
}

/** Pages of one thing, as links: each has an address of its own, so back and sharing work. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end={tab.end ?? false}>
          {tab.label}
        </NavLink>
      ))}
    </nav>
  );
}
