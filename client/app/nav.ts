import type { You } from '../../shared/people/sign-in.js';
import type { NavEntry } from '../ui/frames/AppFrame.js';

/** The pages a person is offered at the top. What they may do there is the server's to say. */
export function navFor(you: You): NavEntry[] {
  const keeps = you.roles.some((held) => held.role === 'administrator' || held.role === 'business-support');
  return [
    { to: '/', label: 'Your supervision', end: true },
    { to: '/families', label: 'Your families' },
    { to: '/next-steps', label: 'Next steps' },
    ...(keeps ? [{ to: '/admin', label: 'Keeping' }] : []),
  ];
}
