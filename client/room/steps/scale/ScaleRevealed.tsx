import type { ReactNode, Ref } from 'react';
import { PersonMark } from '../../../marks/PersonMark.js';
import { Ruler } from '../../../ui/charts/Ruler.js';
import { ScaleInput } from '../../../ui/charts/ScaleInput.js';
import { Icon } from '../../../ui/icons.js';
import { Card } from '../../../ui/surfaces/Card.js';
import { Refused } from '../../fields/Refused.js';
import { useAct, useDiscussion, useMay } from '../../in-discussion.js';
import { scoresLowestFirst, scoresSay } from './scores.js';
import { useJustRevealed } from './use-just-revealed.js';

interface Props {
  heading: ReactNode;
  headingRef: Ref<HTMLHeadingElement>;
  tag: ReactNode;
}

/** All scores together: the ruler, who said what and why, and the score that stands for the family. */
export function ScaleRevealed({ heading, headingRef, tag }: Props) {
  const { state, people } = useDiscussion();
  const { act, refused } = useAct();
  const { scale } = state;
  const lines = scoresLowestFirst(scale, people);
  const before = Object.values(scale.last.scores);
  const revealing = useJustRevealed(scale.revealedAt);
  const mayGroup = useMay('scale.group', { score: 5 }) === null && state.status !== 'signed';
  const sentence = scoresSay(scale, people);
  return (
    <>
      <Card heading={heading} headingRef={headingRef} aside={tag}>
        <Ruler
          sentence={sentence}
          points={lines.map((line) => ({
            key: line.personId,
            value: line.score,
            mark: <PersonMark discipline={line.discipline} size="large" />,
          }))}
          before={before}
          beforeLabel="last month"
          low="harm is happening or certain"
          high="safe enough to close"
          revealing={revealing}
        />
      </Card>
      <ol className="score-cards" aria-label="Reasons, lowest score first">
        {lines.map((line) => (
          <li key={line.personId} className={line.furthest ? 'score-card furthest' : 'score-card'}>
            <p className="row apart">
              <span className="score-number">{line.score}</span>
              <PersonMark discipline={line.discipline} />
            </p>
            <p>
              <b>{line.name}</b>
              {line.recordedBy && (
                <span className="small muted"> typed by {people.firstName(line.recordedBy)}</span>
              )}
            </p>
            <p className="small muted">{line.reason || 'No reason given.'}</p>
          </li>
        ))}
      </ol>
      <Card>
        <div className="group-score">
          {mayGroup ? (
            <ScaleInput
              legend={
                <>
                  Group score{' '}
                  {scale.last.group !== null && (
                    <span className="small muted">last month {scale.last.group}</span>
                  )}
                </>
              }
              value={scale.group ?? undefined}
              onChange={(score) => void act('scale.group', { score })}
            />
          ) : (
            <p>
              <b>Group score</b> {scale.group ?? 'not set yet'}
              {scale.last.group !== null && (
                <span className="small muted"> last month {scale.last.group}</span>
              )}
            </p>
          )}
          <p className="row small muted">
            <Icon name="lock" size="small" />
            Scores can’t be changed now
          </p>
        </div>
        <Refused says={refused} />
      </Card>
    </>
  );
}
