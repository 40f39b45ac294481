import { Link } from 'react-router';
import type { Home } from '../../../../shared/home/home.js';
import { Card } from '../../../ui/surfaces/Card.js';
import { packsUntil, packsWait } from './pack-words.js';

/** For a manager: that a colleague’s inspection pack is ready, and is opened only when they have agreed. */
export function PacksCard({ packs, today }: { packs: Home['packs']; today: string }) {
  if (packs.length === 0) return null;
  return (
    <Card heading={packsWait(packs)} headingSize="l">
      <p>
        {packsUntil(packs, today)}{' '}
        <Link to="/audit/packs">{packs.length === 1 ? 'See the pack' : 'See the packs'}</Link>
      </p>
    </Card>
  );
}
