import { Icon } from '../../ui/icons.js';
import { Card } from '../../ui/surfaces/Card.js';
import type { Asking } from './worth-asking.js';

/** Questions that follow from what was written; by rules, and nobody's judgement. */
export function WorthAsking({ asking }: { asking: readonly Asking[] }) {
  return (
    <Card heading="Worth asking" headingSize="l" padding="room">
      {asking.length === 0 ? (
        <p className="small muted">
          Nothing stands out from what is written. What would worry us if we were wrong?
        </p>
      ) : (
        <ul className="brief-lines small">
          {asking.map((one) => (
            <li key={one.key}>
              <Icon name="talk" size="small" />
              {one.words}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
