import { useState } from 'react';
import { qualifies } from '../../../shared/minutes/qualifies.js';
import { Button } from '../../ui/actions/Button.js';
import { countOf, listed } from '../../ui/format.js';
import { Icon } from '../../ui/icons.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Note } from '../../ui/surfaces/Note.js';
import { Tag } from '../../ui/surfaces/Tag.js';
import { useDiscussion, useMay } from '../in-discussion.js';
import { QuorumNote } from '../side/QuorumNote.js';
import { gapsFor } from './gaps.js';
import { MendGap } from './MendGap.js';
import { Signed } from './Signed.js';
import { ticks } from './ticks.js';
import './sign-panel.css';

/** What is left before signing, mended in place; what is in order; and who will read it. */
export function SignPanel() {
  const { state, you } = useDiscussion();
  const no = useMay('minutes.sign', { readSeq: 1 });
  const [chosen, setChosen] = useState('');
  if (state.signed) return <Signed />;
  const gaps = gapsFor(state, you);
  const keyed = gaps.map((gap) => ({
    gap,
    key: [gap.code, gap.field, gap.childId, gap.discipline, gap.challengeId, gap.stepId].join(' '),
  }));
  const now = keyed.find(({ key }) => key === chosen) ?? keyed[0];
  const { counts, because } = qualifies(state);
  const names = state.children.filter((child) => child.discussed).map((child) => `${child.firstName}’s`);
  return (
    <Card
      heading={no === null || no === 'confirm-first' ? 'Ready to sign' : 'Before it is signed'}
      id="to-sign"
      aside={
        gaps.length > 0 ? (
          <Tag tone="warn">{countOf(gaps.length, 'thing')} left</Tag>
        ) : (
          <Tag tone="good" icon="check">
            Nothing left
          </Tag>
        )
      }
    >
      <div className="stack close">
        {now && (
          <div className="gap-now">
            <p className="gap-says">{now.gap.says}</p>
            <MendGap key={now.key} gap={now.gap} onDone={() => setChosen('')} />
          </div>
        )}
        {keyed.length > 1 && (
          <ul className="gap-list">
            {keyed
              .filter(({ key }) => key !== now?.key)
              .map(({ gap, key }) => (
                <li key={key}>
                  <Icon name="warning" size="small" />
                  <Button kind="quiet" size="small" onClick={() => setChosen(key)}>
                    {gap.says}
                  </Button>
                </li>
              ))}
          </ul>
        )}
        <ul className="ticks">
          {ticks(state).map((tick) => (
            <li key={tick.says}>
              <Icon name="check" size="small" />
              <span>{tick.says}</span>
              <span className="small muted">{tick.count}</span>
            </li>
          ))}
        </ul>
        <QuorumNote size="small" />
        {!counts && gaps.length === 0 && (
          <Note tone="warn" size="small">
            <b>Signed like this it is a case discussion.</b> {because.join(' ')} It is kept, and the 28 days
            keep running.
          </Note>
        )}
        <hr className="rule" />
        <p className="small muted">
          <b>Who will read this:</b> {names.length > 0 ? `one entry each on ${listed(names)} file. ` : ''}
          Nothing protected leaves. One day, they may read it.
        </p>
      </div>
    </Card>
  );
}
