import { useState } from 'react';
import { useConnection } from '../../live/use-connection.js';
import { Button } from '../../ui/actions/Button.js';
import { clockTime, countOf, wordCount } from '../../ui/format.js';
import { Icon } from '../../ui/icons.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Tag } from '../../ui/surfaces/Tag.js';
import './connection-bar.css';

/** While offline: what waits, piece by piece, and a way to take it along. */
export function WaitingToSend() {
  const { state, toSend, waiting } = useConnection();
  const [copied, setCopied] = useState(false);
  if (state !== 'offline' || toSend.length === 0) return null;
  const copy = () => {
    const all = toSend.map((group) => group.words).filter(Boolean);
    navigator.clipboard.writeText(all.join('\n\n')).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Card heading="Waiting to send" aside={<Tag tone="warn">{waiting}</Tag>}>
      <ul className="to-send">
        {toSend.map((group) => (
          <li key={group.key}>
            <Icon name="clock" />
            <div>
              <p>You {group.says}</p>
              <p className="small muted">
                {clockTime(group.from)}
                {group.words && `, ${countOf(wordCount(group.words), 'word')}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {toSend.some((group) => group.words) && (
        <Button wide onClick={copy}>
          {copied ? 'Copied' : toSend.length === 1 ? 'Copy it' : `Copy all ${toSend.length}`}
        </Button>
      )}
    </Card>
  );
}
