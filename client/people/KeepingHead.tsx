import type { ReactNode } from 'react';
import { Tabs } from '../ui/actions/Tabs.js';
import './keeping.css';

/** The head of the pages on which people, teams and files are kept in order. */
export function KeepingHead({ act }: { act?: ReactNode }) {
  return (
    <header>
      <div className="row apart wraps">
        <h1>People and teams</h1>
        {act}
      </div>
      <Tabs
        label="People and teams"
        tabs={[
          { to: '/people', label: 'People', end: true },
          { to: '/people/teams', label: 'Teams and posts' },
        ]}
      />
    </header>
  );
}
