import { useState } from 'react';
import type { NextDue } from '../../../shared/cadence/http.js';
import { qualifies } from '../../../shared/minutes/qualifies.js';
import { Button } from '../../ui/actions/Button.js';
import { countOf, listed } from '../../ui/format.js';
import { Icon } from '../../ui/icons.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Note } from '../../ui/surfaces/Note.js';
import { Tag } from '../../ui/surfaces/Tag.js';
import { useAsked } from '../../use-asked.js';
import { useDiscussion, useMay } from '../in-discussion.js';
import { QuorumNote } from '../side/QuorumNote.js';
import { GapInHand, type KeyedGap } from './GapInHand.js';
import { gapsFor } from './gaps.js';
import { Signed } from './Signed.js';
import { ticks } from './ticks.js';
import './sign-panel.css';

/** What is left before signing, mended in place; what is in order; and who will read it. */
export function SignPanel() {
  const { state, you } = useDiscussion();
  const no = useMay('minutes.sign', { readSeq: 1 });
  const [chosen, setChosen] = useState('');
  const { familyId, heldOn } = state;
  const nextDue = useAsked<NextDue>(heldOn && `families/${familyId}/next-due?heldOn=${heldOn}`);
  const [held, setHeld] = useState<KeyedGap | null>(null);
  if (state.signed) return <Signed />;
  const gaps = gapsFor(state, you);
  const keyed = gaps.map(
    (gap): KeyedGap => ({
      gap,
      key: [gap.code, gap.field, gap.childId, gap.discipline, gap.challengeId, gap.stepId].join(' '),
    }),
  );
  const left = new Set(keyed.map(({ key }) => key));
  // What somebody is writing in stays under their hands, though its first letter already mends it.
  const now = held ?? keyed.find(({ key }) => key === chosen) ?? keyed[0];
  const next = () => {
    setHeld(null);
    setChosen('');
  };
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
          <GapInHand key={now.key} keyed={now} mended={!left.has(now.key)} onHold={setHeld} onNext={next} />
        )}
        {keyed.some(({ key }) => key !== now?.key) && (
          <ul className="gap-list">
            {keyed
              .filter(({ key }) => key !== now?.key)
              .map(({ gap, key }) => (
                <li key={key}>
                  <Icon name="warning" size="small" />
                  <Button
                    kind="quiet"
                    size="small"
                    onClick={() => {
                      setHeld(null);
                      setChosen(key);
                    }}
                  >
                    {gap.says}
                  </Button>
                </li>
              ))}
          </ul>
        )}
        <ul className="ticks">
          {ticks(state, nextDue.data?.dueBy ?? null).map((tick) => (
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
            <b>Signed like this it is a case discussion.</b> {because.join(' ')} It is kept, and the clock
            keeps running.
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
