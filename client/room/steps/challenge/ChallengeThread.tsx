import type { ReactNode, Ref } from 'react';
import { outcomeTitles } from '../../../../shared/discussion/challenge.js';
import { type Challenge, challengeAbouts } from '../../../../shared/discussion/state.js';
import { PersonMark } from '../../../marks/PersonMark.js';
import { clockTime, longDate } from '../../../ui/format.js';
import { Card } from '../../../ui/surfaces/Card.js';
import { Tag } from '../../../ui/surfaces/Tag.js';
import { useDiscussion, useMay } from '../../in-discussion.js';
import { AnswerForm } from './AnswerForm.js';
import { OutcomeForm } from './OutcomeForm.js';

interface Props {
  challenge: Challenge;
  headingRef?: Ref<HTMLHeadingElement> | undefined;
}

/** One challenge as a conversation: asked, answered, outcome. */
export function ChallengeThread({ challenge, headingRef }: Props) {
  const { state, people } = useDiscussion();
  const { challengeId, outcome, answers, quote, about } = challenge;
  const open = state.status !== 'signed';
  const mayAnswer = useMay('challenge.answer', { challengeId, text: 'words' }) === null && open && !outcome;
  const maySettle = useMay('challenge.settle', { challengeId, outcome: 'accepted' }) === null && open;
  return (
    <Card
      heading="Constructive challenge"
      headingRef={headingRef}
      aside={
        outcome ? (
          <Tag tone="good" icon="check">
            Settled
          </Tag>
        ) : (
          <Tag tone="warn">{answers.length === 0 ? 'Needs an answer' : 'Needs an outcome'}</Tag>
        )
      }
    >
      <p className="muted thread-about">
        {challengeAbouts[about]}
        {quote && `, about “${quote}”`}
        {challenge.carriedFrom && ' · still open from last time'}
      </p>
      <ol className="thread">
        <Turn personId={challenge.raisedBy} recordedBy={challenge.recordedBy} did="asked" at={challenge.at}>
          <p className="said">{challenge.text}</p>
        </Turn>
        {answers.map((answer) => (
          <Turn
            key={answer.at}
            personId={answer.by}
            recordedBy={answer.recordedBy}
            did="answered"
            at={answer.at}
          >
            <p className="said">{answer.text}</p>
          </Turn>
        ))}
        {mayAnswer && <AnswerForm challengeId={challengeId} first={answers.length === 0} />}
        {outcome && (
          <Turn personId={outcome.by} recordedBy={null} did="recorded the outcome" at={outcome.at}>
            <p className="said">
              {outcomeTitles[outcome.outcome]}
              {outcome.reason && `: ${outcome.reason}`}
            </p>
            {outcome.personId && outcome.byOn && (
              <p className="small muted">
                {people.fullName(outcome.personId)}, by {longDate(outcome.byOn)}
                {outcome.outcome === 'escalated' && '. The next steps stand meanwhile.'}
              </p>
            )}
          </Turn>
        )}
        {maySettle && <OutcomeForm challenge={challenge} />}
        {!maySettle && !outcome && answers.length > 0 && (
          <li className="small muted thread-wait">
            {state.chairId ? people.firstName(state.chairId) : 'The chair'} records the outcome. If it stays
            open, it comes first next month.
          </li>
        )}
      </ol>
    </Card>
  );
}

interface TurnProps {
  personId: string | null;
  recordedBy: string | null;
  did: string;
  at: string;
  children: ReactNode;
}

function Turn({ personId, recordedBy, did, at, children }: TurnProps) {
  const { state, people } = useDiscussion();
  const score = state.scale.revealedAt && personId ? state.scale.scores[personId] : undefined;
  const person = people.find(personId);
  return (
    <li className="turn">
      <PersonMark discipline={person?.discipline ?? 'management'} size="large" />
      <div>
        <p className="turn-who small muted">
          <b>{people.firstName(personId)}</b> {did}, {clockTime(at)}
          {score && ` · scored ${score.score}`}
          {recordedBy && ` · written down by ${people.firstName(recordedBy)}`}
        </p>
        {children}
      </div>
    </li>
  );
}
