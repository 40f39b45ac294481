import type { LastStep } from '../../../shared/discussion/state.js';
import { Disclosure } from '../../ui/actions/Disclosure.js';
import { shortDate } from '../../ui/format.js';
import { Icon, type IconName } from '../../ui/icons.js';
import { Card } from '../../ui/surfaces/Card.js';
import { useDiscussion, useMay } from '../in-discussion.js';
import { LastStepRow } from '../steps/last-time/LastTimePanel.js';

const icons: Record<LastStep['status'], IconName> = {
  open: 'clock',
  done: 'check',
  'not-yet': 'again',
  'no-longer-needed': 'close',
};

/** Last time's next steps in short, and one's own to say what became of them before the meeting. */
export function LastTimeShort() {
  const { state, you, people, today } = useDiscussion();
  const done = state.lastSteps.filter((step) => step.status === 'done').length;
  const mine = state.lastSteps.filter((step) => step.ownerId === you.personId);
  const may =
    useMay('step.last', { stepId: mine[0]?.stepId, status: 'done' }) === null && state.status !== 'signed';
  return (
    <Card
      heading="Last time"
      headingSize="l"
      padding="room"
      aside={
        state.lastSteps.length > 0 && (
          <span className="small muted">
            {done} of {state.lastSteps.length} done
          </span>
        )
      }
    >
      {state.lastSteps.length === 0 && <p className="small muted">No next steps from last time.</p>}
      <ul className="brief-lines small">
        {state.lastSteps.map((step) => (
          <li key={step.stepId} className={step.status}>
            <Icon name={icons[step.status]} size="small" />
            <span>
              {step.text || 'Protected next step'}, {people.firstName(step.ownerId)}{' '}
              {step.status !== 'done' && step.dueOn && (
                <b className={step.dueOn < today ? 'warn-words' : undefined}>
                  Due {shortDate(step.dueOn, today)}
                </b>
              )}
            </span>
          </li>
        ))}
      </ul>
      {may && mine.length > 0 && (
        <Disclosure
          summary={mine.length === 1 ? 'Say what became of yours' : 'Say what became of your steps'}
        >
          <ol className="last-steps">
            {mine.map((step) => (
              <LastStepRow key={step.stepId} last={step} />
            ))}
          </ol>
        </Disclosure>
      )}
    </Card>
  );
}
