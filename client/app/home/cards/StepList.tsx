import { useId, useState } from 'react';
import { Link } from 'react-router';
import type { HomeStep } from '../../../../shared/home/home.js';
import { useLive } from '../../../live/live-provider.js';
import { weekdayShortDate } from '../../../ui/format.js';
import { Tag } from '../../../ui/surfaces/Tag.js';
import { useHomeAnew } from '../asking.js';
import { dueSays } from '../times.js';

/**
 * Next steps as lines: what, for which family, by when. Its owner says that one is done by ticking it; it stands so in
 * the discussion in preparation, where the others read it when the family is next discussed.
 */
export function StepList({ steps, now }: { steps: readonly HomeStep[]; now: Date }) {
  return (
    <ul className="home-steps">
      {steps.map((step) => (
        <StepLine key={`${step.discussionId} ${step.stepId}`} step={step} now={now} />
      ))}
    </ul>
  );
}

function StepLine({ step, now }: { step: HomeStep; now: Date }) {
  const id = useId();
  const live = useLive();
  const anew = useHomeAnew();
  const [ticked, setTicked] = useState<boolean | null>(null);
  const [refused, setRefused] = useState('');
  const { said } = step;
  const done = ticked ?? said?.status === 'done';
  const due = dueSays(step.dueOn, now, (date) => weekdayShortDate(date, now));
  const words = step.text || 'A protected next step';
  const tick = async (yes: boolean) => {
    if (!said) return;
    setTicked(yes);
    setRefused('');
    const payload = { stepId: step.stepId, status: yes ? 'done' : 'open' };
    const outcome = await live.change(`discussion/${said.discussionId}`, 'step.last', payload);
    if ('refusal' in outcome) {
      setTicked(null);
      setRefused(outcome.refusal.says);
    }
    anew();
  };
  return (
    <li>
      {said ? (
        <input
          type="checkbox"
          id={id}
          checked={done}
          aria-describedby={`${id}-due`}
          onChange={(event) => void tick(event.target.checked)}
        />
      ) : (
        <span />
      )}
      <div>
        {said ? <label htmlFor={id}>{words}</label> : <p>{words}</p>}
        <p className="small muted row wraps" id={`${id}-due`}>
          <span>
            <Link to={`/families/${step.familyId}`}>{step.familyName}</Link> ·{' '}
            {done ? 'done' : <span className={due.late ? 'bad-words' : undefined}>{due.words}</span>}
          </span>
          {step.carried > 0 && (
            <Tag tone="warn" icon="again">
              {carriedSays(step.carried)}
            </Tag>
          )}
        </p>
        {refused && (
          <p className="small bad-words" role="alert">
            {refused}
          </p>
        )}
      </div>
    </li>
  );
}

function carriedSays(times: number): string {
  if (times === 1) return 'Carried once';
  return times === 2 ? 'Carried twice' : `Carried ${times} times`;
}
