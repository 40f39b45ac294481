import { attendanceTitles } from '../../../../shared/discussion/attendance.js';
import { outcomeTitles } from '../../../../shared/discussion/challenge.js';
import { challengeAbouts } from '../../../../shared/discussion/state.js';
import { lastTitles } from '../../../../shared/discussion/steps.js';
import type { ChildSection, Minutes, ReviewSection } from '../../../../shared/minutes/minutes.js';
import { longDate } from '../../../ui/format.js';
import { DirectionTag, restsOn } from '../../steps/progress/review-words.js';
import { Words } from './MinutesDecision.js';

/** The rest of the minutes, as the agenda went: who, last time, the children, progress, scale, challenge. */
export function MinutesTalk({ minutes }: { minutes: Minutes }) {
  return (
    <>
      <section>
        <h2>The children</h2>
        {minutes.children
          .filter((child) => child.discussed)
          .map((child) => (
            <Child key={child.childId} child={child} />
          ))}
      </section>
      <section>
        <h2>Progress</h2>
        {minutes.reviews.map((review) => (
          <Review key={review.discipline} review={review} />
        ))}
      </section>
      <section>
        <h2>Scale and challenge</h2>
        {minutes.scale.revealed ? (
          <ul>
            {minutes.scale.scores.map((score) => (
              <li key={score.personId}>
                <b>{score.score}</b> {score.name}
                {score.reason && `: ${score.reason}`}
              </li>
            ))}
            {minutes.scale.group !== null && (
              <li>
                <b>{minutes.scale.group}</b> together
                {minutes.scale.last !== null && `, last month ${minutes.scale.last}`}
              </li>
            )}
          </ul>
        ) : (
          <p className="muted">Not scored.</p>
        )}
        {minutes.challenges.map((challenge) => (
          <div key={challenge.challengeId} className="minutes-challenge">
            <p>
              <b>{challenge.raisedBy?.name ?? 'Somebody'}</b>,{' '}
              {challengeAbouts[challenge.about].toLowerCase()}: {challenge.text}
            </p>
            {challenge.answers.map((answer) => (
              <p key={answer.by.personId + answer.text}>
                <b>{answer.by.name}</b>: {answer.text}
              </p>
            ))}
            <p>
              {challenge.outcome ? outcomeTitles[challenge.outcome.outcome] : 'No outcome yet'}
              {challenge.outcome?.reason && `: ${challenge.outcome.reason}`}
              {challenge.outcome?.person &&
                challenge.outcome.byOn &&
                ` (${challenge.outcome.person.name}, by ${longDate(challenge.outcome.byOn)})`}
              .
            </p>
          </div>
        ))}
        {minutes.wrongAbout && (
          <p>
            <b>What we could be wrong about.</b> {minutes.wrongAbout}
          </p>
        )}
      </section>
      <section>
        <h2>Last time</h2>
        {minutes.lastSteps.length === 0 && <p className="muted">No next steps from last time.</p>}
        <ul>
          {minutes.lastSteps.map((step) => (
            <li key={step.stepId}>
              {step.text || 'Protected'}, {step.owner?.name ?? 'nobody'}:{' '}
              {lastTitles[step.status].toLowerCase()}
              {step.note && `. ${step.note}`}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>Who was part of it</h2>
        <ul>
          {minutes.attendance.map((line) => (
            <li key={`${line.discipline} ${line.person?.personId ?? ''}`}>
              {line.person ? `${line.person.name}, ${line.label.toLowerCase()}` : line.label}:{' '}
              {attendanceTitles[line.way].toLowerCase()}
              {line.inPlaceOf && ` for ${line.inPlaceOf.name}`}
            </li>
          ))}
        </ul>
        <p className="small muted">
          {minutes.chair && `Chaired by ${minutes.chair.name}. `}
          {minutes.quorate ? 'Quorate.' : minutes.quorumSays}
          {minutes.override &&
            ` Counted all the same by ${minutes.override.by.name}: ${minutes.override.reason}`}
        </p>
      </section>
    </>
  );
}

function Child({ child }: { child: ChildSection }) {
  return (
    <div className="minutes-child">
      <h3>{child.firstName}</h3>
      {child.voice ? (
        <blockquote className="voice in-line">{child.voice}</blockquote>
      ) : (
        <p className="muted">{child.notAskedBecause && `Not asked: ${child.notAskedBecause}`}</p>
      )}
      {child.life && <p className="written">{child.life}</p>}
      {child.meaning ? (
        <p className="written">
          <b>This means</b> {child.meaning}
        </p>
      ) : (
        <Words text="" none="What it means is not written yet." />
      )}
    </div>
  );
}

function Review({ review }: { review: ReviewSection }) {
  return (
    <div className="minutes-child">
      <h3 className="row wraps">
        {review.label} <DirectionTag direction={review.direction} />
        {review.evidence.length > 0 && (
          <span className="small muted">rests on {restsOn(review.evidence)}</span>
        )}
      </h3>
      <Words text={review.text} none={review.nothingNew ? 'Nothing new.' : 'Nothing written.'} />
      {review.notes.length > 0 && (
        <p className="small muted">
          {review.notes.length === 1 ? '1 protected note' : `${review.notes.length} protected notes`}
        </p>
      )}
    </div>
  );
}
