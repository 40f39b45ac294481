import { Link } from 'react-router';
import type { StepLine } from '../../../shared/families/family.js';
import { weekdayShortDate } from '../../ui/format.js';
import { Tag } from '../../ui/surfaces/Tag.js';
import { dueSays } from './times.js';

/** Next steps as lines: what, for which family, by when. What became of each is said when the family is next discussed. */
export function StepList({ steps, now }: { steps: readonly StepLine[]; now: Date }) {
  return (
    <ul className="home-list">
      {steps.map((step) => {
        const due = dueSays(step.dueOn, now, (date) => weekdayShortDate(date, now));
        return (
          <li key={`${step.discussionId} ${step.stepId}`}>
            <div className="grow">
              <p>{step.text || 'A protected next step'}</p>
              <p className="small muted row wraps">
                <span>
                  <Link to={`/families/${step.familyId}`}>{step.familyName}</Link> ·{' '}
                  <span className={due.late ? 'bad-words' : undefined}>{due.words}</span>
                </span>
                {step.carried > 0 && (
                  <Tag tone="warn" icon="again">
                    {step.carried === 1
                      ? 'Carried once'
                      : step.carried === 2
                        ? 'Carried twice'
                        : `Carried ${step.carried} times`}
                  </Tag>
                )}
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
