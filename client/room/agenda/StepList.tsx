import { agenda } from '../../../shared/agenda.js';
import type { DiscussionState } from '../../../shared/discussion/state.js';
import { Icon } from '../../ui/icons.js';
import { useRoom } from '../in-room.js';
import { truthOf } from '../steps/truths.js';

const standsWords = { empty: '', part: 'partly done', done: 'done' } as const;

/** The ten steps of the family in view, each with how far it is. */
export function StepList({ slotId, discussion }: { slotId: string; discussion: DiscussionState }) {
  const { view, goTo } = useRoom();
  const roomStep = view.room?.slotId === slotId ? view.room.step : null;
  return (
    <ol className="rail-steps" aria-label="Steps for this family">
      {agenda.map((step, at) => {
        const truth = truthOf(step.code, discussion);
        const current = view.place?.step === step.code;
        const roomIsHere = roomStep === step.code && !current;
        return (
          <li key={step.code}>
            <button
              type="button"
              className={`rail-step ${truth.stands}`}
              aria-current={current ? 'step' : undefined}
              onClick={() => goTo({ slotId, step: step.code })}
            >
              <span className="rail-step-mark" aria-hidden="true">
                {truth.stands === 'done' && !current ? <Icon name="check" size="small" /> : at + 1}
              </span>
              <span>
                {step.title}
                {standsWords[truth.stands] && (
                  <span className="visually-hidden">, {standsWords[truth.stands]}</span>
                )}
              </span>
              <span className="rail-step-truth">{roomIsHere ? 'room is here' : truth.words}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
