import { Icon } from '../../ui/icons.js';
import { Card } from '../../ui/surfaces/Card.js';
import './while-offline.css';

/** What can be done without a connection, and what waits. */
export function WhileOffline() {
  return (
    <Card padding="room" heading="While you’re offline" headingSize="m">
      <ul className="offline-can small">
        {[
          'Write, and change your own words',
          'Raise a challenge or a next step',
          'Give your hidden score',
        ].map((words) => (
          <li key={words} className="yes">
            <Icon name="check" size="small" />
            {words}
          </li>
        ))}
        <li className="muted">
          <Icon name="lock" size="small" />
          Seeing others’ words and scores, and signing, wait until you’re back
        </li>
      </ul>
    </Card>
  );
}
