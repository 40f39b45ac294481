import { useState } from 'react';
import { Link } from 'react-router';
import { Menu } from '../../ui/actions/Menu.js';
import { ReasonDialog } from './ReasonDialog.js';
import { ownWords, reasonSays, usualReasons } from './reason.js';
import { useReason } from './reason-provider.js';
import './looking.css';

/** Why one is looking, in the way of nothing: it can be said at any time, and that looks are written down is said beside it. */
export function Looking({ seesLooks }: { seesLooks: boolean }) {
  const { why, say } = useReason();
  const [asks, setAsks] = useState(false);
  return (
    <div className="row wraps small looking">
      <Menu
        size="small"
        label={reasonSays(why)}
        entries={[
          ...usualReasons.map((reason) => ({ label: reason, onPick: () => say(reason) })),
          { label: ownWords, onPick: () => setAsks(true) },
        ]}
      />
      <span className="muted">
        Who looks is written down, with when and why.{' '}
        {seesLooks && <Link to="/audit/looks">See who has looked</Link>}
      </span>
      {asks && (
        <ReasonDialog act="Keep the reason" own onSaid={() => setAsks(false)} onLeft={() => setAsks(false)} />
      )}
    </div>
  );
}
