import { attendanceTitles } from '../../../../shared/discussion/attendance.js';
import { outcomeTitles } from '../../../../shared/discussion/challenge.js';
import { challengeAbouts } from '../../../../shared/discussion/state.js';
import { lastTitles } from '../../../../shared/discussion/steps.js';
import type { ChallengeSection, LastStepLine, Minutes } from '../../../../shared/minutes/minutes.js';
import { longDate } from '../../../ui/format.js';
import { MinutesChildren } from './MinutesChildren.js';
import { MinutesProgress } from './MinutesProgress.js';

/** The rest of the minutes, as the agenda went: who, last time, the children, progress, scale, challenge. */
export function MinutesTalk({ minutes }: { minutes: Minutes }) {
  const wrote = [...new Set(minutes.pens.map((pen) => pen.name))].join(', ');
  return (
    <>
      <MinutesChildren minutes={minutes} />
      <MinutesProgress minutes={minutes} />
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
            {minutes.scale.spread !== null && <li>Spread {minutes.scale.spread}</li>}
          </ul>
        ) : (
          <p className="muted">Not scored.</p>
        )}
        {minutes.challenges.map((challenge) => (
          <Challenge key={challenge.challengeId} challenge={challenge} />
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
              <LastStep step={step} />
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
          {minutes.chair &&
            `Chaired by ${minutes.chair.name}${minutes.inPlaceOf ? `, in place of ${minutes.inPlaceOf.name}` : ''}. `}
          {wrote && `Written down by ${wrote}. `}
          {minutes.quorate ? 'Quorate.' : minutes.quorumSays}
          {minutes.override &&
            ` Counted all the same by ${minutes.override.by.name}: ${minutes.override.reason}`}
          {minutes.because.length > 0 && ` ${minutes.because.join(' ')}`}
          {minutes.lastHeldOn && ` Last held on ${longDate(minutes.lastHeldOn)}.`}
        </p>
      </section>
    </>
  );
}

function Challenge({
  challenge: { raisedBy, about, carried, quote, text, answers, outcome },
}: {
  challenge: ChallengeSection;
}) {
  const until = outcome?.byOn ? `, by ${longDate(outcome.byOn)}` : '';
  return (
    <div className="minutes-challenge">
      <p>
        <b>{raisedBy?.name ?? 'Somebody'}</b>, {challengeAbouts[about].toLowerCase()}
        {carried && ' (carried from last time)'}: {text}
      </p>
      {quote && <p className="small muted">On “{quote}”</p>}
      {answers.map((answer) => (
        <p key={answer.by.personId + answer.text}>
          <b>{answer.by.name}</b>: {answer.text}
        </p>
      ))}
      <p>
        {outcome ? outcomeTitles[outcome.outcome] : 'No outcome yet'}
        {outcome?.reason && `: ${outcome.reason}`}
        {outcome?.person && ` (${outcome.person.name}${until})`}.
      </p>
    </div>
  );
}

/** “Book the dentist, Priya Raman with Lee, by 24 February 2026: done on 23 February 2026. Kept” */
function LastStep({ step }: { step: LastStepLine }) {
  if (!step.protected || !step.text) return lastStepSays(step);
  return (
    <>
      <span className="not-printed">{lastStepSays(step)}</span>
      <span className="only-print">{lastStepSays({ ...step, text: null, withWhom: '', note: '' })}</span>
    </>
  );
}

function lastStepSays({ text, owner, withWhom, dueOn, status, doneOn, note }: LastStepLine): string {
  const who = `${owner?.name ?? 'nobody'}${withWhom && ` with ${withWhom}`}`;
  const by = dueOn ? `, by ${longDate(dueOn)}` : '';
  const on = doneOn ? ` on ${longDate(doneOn)}` : '';
  return `${text || 'Protected'}, ${who}${by}: ${lastTitles[status].toLowerCase()}${on}${note && `. ${note}`}`;
}
