import type { You } from '../../shared/people/sign-in.js';
import { administers, keepsRecords, oversees, seesPlanner } from '../../shared/people.js';
import type { NavEntry } from '../ui/frames/AppFrame.js';

/** The pages a person is offered at the top. What they may do there is the server's to say. */
export function navFor(you: You): NavEntry[] {
  const keeps = keepsRecords(you.roles);
  return [
    { to: '/', label: 'Your supervision', end: true },
    ...(seesPlanner(you.roles) ? [{ to: '/planner', label: 'Planner' }] : []),
    { to: '/families', label: keeps ? 'Families' : 'Your families' },
    { to: '/next-steps', label: 'Next steps' },
    ...(keeps ? [{ to: '/people', label: 'People' }] : []),
    ...(keeps || oversees(you.roles) ? [{ to: '/rules', label: 'Rules' }] : []),
    ...(administers(you.roles)
      ? [
          { to: '/imports', label: 'Imports' },
          { to: '/messages', label: 'Messages' },
        ]
      : []),
  ];
}
