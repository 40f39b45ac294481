import { useState } from 'react';
import type { Refusal } from '../../../shared/refusals.js';
import type { KeptGroup } from '../../live/connection.js';
import { type UsedConnection, useConnection } from '../../live/use-connection.js';
import { Button } from '../../ui/actions/Button.js';
import { clockTime } from '../../ui/format.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Note } from '../../ui/surfaces/Note.js';
import './connection-bar.css';

/** As a card of a page; nothing when everything was accepted. */
export function KeptChanges() {
  if (useConnection().kept.length === 0) return null;
  return (
    <Card heading="Not accepted: the words are kept">
      <KeptList />
    </Card>
  );
}

/** Every refused change, with why and its words in full. It stays until the person has dealt with it. */
export function KeptList() {
  const connection = useConnection();
  return (
    <ul className="kept-list">
      {connection.kept.map((group) => (
        <li key={group.key}>
          <KeptOne group={group} connection={connection} />
        </li>
      ))}
    </ul>
  );
}

function KeptOne({ group, connection }: { group: KeptGroup; connection: UsedConnection }) {
  const [copied, setCopied] = useState(false);
  const [sure, setSure] = useState(false);
  const [raising, setRaising] = useState(false);
  const [no, setNo] = useState<Refusal | null>(null);
  const { words, refusal, walled } = group;
  const late = words !== '' && refusal.code === 'signed';
  const raise = async () => {
    setRaising(true);
    setNo(await connection.raiseAsAddendum(group));
    setRaising(false);
  };
  const copy = () => {
    navigator.clipboard.writeText(words).then(
      () => setCopied(true),
      // Where copying is not allowed, the words can still be selected by hand.
      () => setCopied(false),
    );
  };
  return (
    <div className="stack">
      <Note tone="bad">
        <p>
          <b>You {group.says}</b> at {clockTime(group.until)}. {refusal.says}
        </p>
      </Note>
      {words && <p className="kept-words">{words}</p>}
      {late && walled && (
        <p className="small muted">
          An addendum is read by everybody who may see this discussion, and this may not be for all of them.
          Copy it, and put it where only the right people read it.
        </p>
      )}
      {no && <p className="bad-words">{no.says}</p>}
      <div className="row wraps">
        {late && !walled && (
          <Button
            kind="primary"
            size="small"
            busy={raising ? 'Adding' : undefined}
            onClick={() => void raise()}
          >
            Add as an addendum
          </Button>
        )}
        {words && (
          <Button size="small" onClick={copy}>
            {copied ? 'Copied' : 'Copy'}
          </Button>
        )}
        {words && !sure ? (
          <Button kind="quiet" size="small" onClick={() => setSure(true)}>
            Discard
          </Button>
        ) : (
          <Button kind="quiet" size="small" onClick={() => void connection.discard(group)}>
            {words ? 'Discard for good' : 'I have seen this'}
          </Button>
        )}
      </div>
    </div>
  );
}
