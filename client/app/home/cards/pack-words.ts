import type { Home } from '../../../../shared/home/home.js';
import { countOf, shortDate } from '../../../ui/format.js';

/** "An inspection pack waits for you to agree" */
export function packsWait(packs: Home['packs']): string {
  if (packs.length === 1) return 'An inspection pack waits for you to agree';
  return `${countOf(packs.length, 'inspection pack')} wait for you to agree`;
}

/** "It ends on 24 March." Of several, the one that ends soonest. */
export function packsUntil([first, ...more]: Home['packs'], today: string): string {
  if (!first) return '';
  const day = first.until === today ? 'today' : `on ${shortDate(first.until, today)}`;
  return more.length === 0 ? `It ends ${day}.` : `The first ends ${day}.`;
}
