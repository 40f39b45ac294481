import { useState } from 'react';
import { disciplineOf } from '../../../../shared/disciplines.js';
import type { Expected } from '../../../../shared/discussion/state.js';
import { proseText } from '../../../../shared/live/prose.js';
import { PersonMark } from '../../../marks/PersonMark.js';
import { Button } from '../../../ui/actions/Button.js';
import { shortDate } from '../../../ui/format.js';
import { NewWords } from '../../brief/NewWords.js';
import { useDiscussion, useMay } from '../../in-discussion.js';
import { ProtectedNotes } from './ProtectedNotes.js';
import { ReviewEditor } from './ReviewEditor.js';
import { DirectionTag, restsOn, stageSays } from './review-words.js';

/** One discipline's review to read; whoever holds the pen may write it for somebody without a device. */
export function OthersReview({ expected, level }: { expected: Expected; level: 3 | 4 }) {
  const { state, people, today } = useDiscussion();
  const [capturing, setCapturing] = useState(false);
  const { discipline, personId, about, vacantSince } = expected;
  const { label } = disciplineOf(discipline);
  const Heading = level === 3 ? 'h3' : 'h4';
  const review = state.reviews[discipline];
  const text = proseText(state.prose[`review/${discipline}`]);
  const mayCapture =
    useMay('review.set', { discipline, ...(personId && { forPersonId: personId }) }) === null &&
    state.status !== 'signed';
  const name = personId ? people.firstName(personId) : label;
  const inWriting = Object.values(state.attendance).some(
    (a) => a.discipline === discipline && a.way === 'in-writing',
  );
  return (
    <li className="review">
      <PersonMark discipline={discipline} size="large" state={personId ? 'here' : 'vacant'} />
      <div className="review-words">
        <Heading className="row wraps">
          {name}
          {inWriting && <span className="small muted">in writing</span>}
          <DirectionTag direction={review?.direction ?? null} />
          {review?.ready === false && text !== '' && <span className="small muted">still writing</span>}
        </Heading>
        {capturing ? (
          <ReviewEditor discipline={discipline} {...(personId && { forPersonId: personId })} />
        ) : text.trim() ? (
          <NewWords
            before={state.lastProse[`review/${discipline}`] ?? ''}
            now={text}
            since={state.lastHeldOn}
          />
        ) : (
          <p className="muted">
            {!personId
              ? `The post is vacant${vacantSince ? ` since ${shortDate(vacantSince, today)}` : ''}.`
              : review?.nothingNew
                ? 'Nothing new this month.'
                : 'Nothing written yet.'}
          </p>
        )}
        {review && review.stages.length > 0 && (
          <p className="small muted">{stageSays(review.stages, state.adults)}</p>
        )}
        {!capturing && <ProtectedNotes discipline={discipline} reading />}
        {mayCapture && (
          <p>
            <Button kind="quiet" size="small" onClick={() => setCapturing(!capturing)}>
              {capturing ? `Close ${name}’s review` : `Write for ${name}`}
            </Button>
          </p>
        )}
      </div>
      <p className="review-rests small muted">
        {review && review.evidence.length > 0 ? (
          <>
            Rests on <br />
            {restsOn(review.evidence)}
          </>
        ) : (
          about
        )}
      </p>
    </li>
  );
}
