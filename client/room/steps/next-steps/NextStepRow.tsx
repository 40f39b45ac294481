import type { NextStep } from '../../../../shared/discussion/state.js';
import { PersonMark } from '../../../marks/PersonMark.js';
import { Button } from '../../../ui/actions/Button.js';
import { weekdayShortDate } from '../../../ui/format.js';
import { Tag } from '../../../ui/surfaces/Tag.js';
import { Refused } from '../../fields/Refused.js';
import { useAct, useDiscussion, useMay } from '../../in-discussion.js';
import { hintsFor } from './hints.js';

/** One next step to read, with what is still wanting and the owner's yes. */
export function NextStepRow({ step, onEdit }: { step: NextStep; onEdit: () => void }) {
  const { state, people, today } = useDiscussion();
  const { act, refused } = useAct();
  const { stepId } = step;
  const open = state.status !== 'signed';
  const mayEdit = useMay('step.set', { stepId }) === null && open;
  const mayRemove = useMay('step.remove', { stepId }) === null && open && step.from !== 'carried';
  const maySayYes = useMay('step.accept', { stepId }) === null && open;
  const mayRecordYes =
    useMay('step.accept', { stepId, ...(step.ownerId && { forPersonId: step.ownerId }) }) === null && open;
  const owner = people.find(step.ownerId);
  const hidden = step.protected && step.text === '';
  const hints = hidden || !mayEdit ? [] : hintsFor(step, people, state);
  return (
    <div className="next-step">
      {owner ? <PersonMark discipline={owner.discipline} /> : <span />}
      <div className="stack tight">
        <p className="row wraps">
          <b>{hidden ? '1 protected next step' : step.text || 'Not worded yet'}</b>
          {step.protected && !hidden && (
            <Tag icon="lock" outline>
              Protected
            </Tag>
          )}
          {step.carried >= 2 && (
            <Tag tone="warn" icon="again">
              Carried {step.carried} times
            </Tag>
          )}
        </p>
        <p className="small muted">
          {[
            owner ? owner.firstName + (step.withWhom && `, with ${step.withWhom}`) : 'Nobody yet',
            step.dueOn ? weekdayShortDate(step.dueOn, today) : 'no date yet',
            step.evidence,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {step.different && <p className="small">Different this time: {step.different}</p>}
        {hints.map((hint) => (
          <p key={hint.code} className="small warn-words">
            {hint.says}
          </p>
        ))}
        <div className="row wraps">
          {step.accepted ? (
            <Tag tone="good" icon="check">
              {people.firstName(step.accepted.by)} said yes
              {step.accepted.recordedBy && `, written down by ${people.firstName(step.accepted.recordedBy)}`}
            </Tag>
          ) : maySayYes ? (
            <Button size="small" onClick={() => void act('step.accept', { stepId })}>
              Yes, I will do this
            </Button>
          ) : (
            mayRecordYes &&
            owner && (
              <Button
                size="small"
                onClick={() => void act('step.accept', { stepId, forPersonId: owner.personId })}
              >
                {owner.firstName} says yes
              </Button>
            )
          )}
          {mayEdit && (
            <Button kind="quiet" size="small" onClick={onEdit}>
              Change
            </Button>
          )}
          {mayRemove && (
            <Button kind="quiet" size="small" onClick={() => void act('step.remove', { stepId })}>
              Remove
            </Button>
          )}
        </div>
        <Refused says={refused} />
      </div>
    </div>
  );
}
