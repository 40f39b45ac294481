import { useContext } from 'react';
import { escalationFrom } from '../../../../shared/discussion/escalation.js';
import type { Challenge, ChallengeOutcome } from '../../../../shared/discussion/state.js';
import { PersonMark } from '../../../marks/PersonMark.js';
import { Button } from '../../../ui/actions/Button.js';
import { ChipChoice } from '../../../ui/fields/Chips.js';
import { Combobox } from '../../../ui/fields/Combobox.js';
import { DateField } from '../../../ui/fields/DateField.js';
import { TextField } from '../../../ui/fields/TextField.js';
import { Icon } from '../../../ui/icons.js';
import { Refused } from '../../fields/Refused.js';
import { useKept } from '../../fields/use-kept.js';
import { useAct, useDiscussion } from '../../in-discussion.js';
import { roleOf } from '../../people/people.js';
import { WritingContext } from '../../writing.js';
import { KeepDisagreement } from './KeepDisagreement.js';

const outcomes: { value: ChallengeOutcome; label: string }[] = [
  { value: 'accepted', label: 'Accepted' },
  { value: 'partly', label: 'Partly' },
  { value: 'not-accepted', label: 'Not accepted' },
  { value: 'evidence-needed', label: 'Evidence needed' },
  { value: 'escalated', label: 'Escalate' },
];

interface Form {
  outcome: ChallengeOutcome | '';
  reason: string;
  personId: string;
  byOn: string;
}

/** What came of a challenge, for the chair to record; once recorded it can be opened again for another answer. */
export function OutcomeForm({ challenge }: { challenge: Challenge }) {
  const { you, people, today } = useDiscussion();
  const { openStep } = useContext(WritingContext);
  const { act, handIn, refused } = useAct();
  const { challengeId } = challenge;
  const empty: Form = { outcome: '', reason: '', personId: '', byOn: '' };
  const [form, change, clear] = useKept('challenge.settle', empty, challengeId);
  if (challenge.outcome) {
    return (
      <li className="turn-more row wraps">
        <Button
          kind="quiet"
          size="small"
          onClick={() => void act('challenge.settle', { challengeId, outcome: null })}
        >
          Open it again
        </Button>
        <Refused says={refused} />
      </li>
    );
  }
  const { outcome, reason, personId, byOn } = form;
  const needsReason = outcome === 'partly' || outcome === 'not-accepted';
  const needsWho = outcome === 'evidence-needed' || outcome === 'escalated';
  const send = () => {
    clear();
    const payload = {
      challengeId,
      outcome,
      reason: reason.trim(),
      ...(needsWho && { personId, byOn }),
    };
    void handIn('challenge.settle', payload, () => change(form));
  };
  return (
    <li className="turn">
      <PersonMark discipline={you.discipline} size="large" />
      <div className="stack close">
        <ChipChoice
          legend={
            <>
              Outcome <span className="small muted">yours to record, {you.name.split(' ')[0]}</span>
            </>
          }
          options={outcomes}
          value={outcome || undefined}
          onChange={(value) =>
            change({
              outcome: value,
              ...(value === 'escalated' && !byOn && { byOn: escalationFrom(today).byOn }),
            })
          }
        />
        {outcome && (needsReason || needsWho) && (
          <TextField
            label={
              needsReason ? 'Because' : outcome === 'escalated' ? 'What is asked of them' : 'What evidence'
            }
            maxLength={400}
            value={reason}
            onChange={(text) => change({ reason: text })}
          />
        )}
        {needsWho && (
          <div className="child-facts">
            <Combobox
              label={outcome === 'escalated' ? 'Who answers?' : 'Who brings it?'}
              value={personId}
              options={people.all.map((person) => ({
                value: person.personId,
                label: person.name,
                detail: roleOf(person),
              }))}
              onChange={(value) => change({ personId: value })}
            />
            <DateField
              label="By when?"
              today={today}
              value={byOn}
              onChange={(value) => change({ byOn: value })}
            />
          </div>
        )}
        {outcome === 'escalated' && (
          <p className="small muted">
            A service manager answers within 5 working days; a child at immediate risk, the same day. The next
            steps stand meanwhile.
          </p>
        )}
        <div className="row wraps">
          <Button kind="primary" unavailable={missingIn(form, challenge)} onClick={send}>
            Record outcome
          </Button>
          <Button kind="quiet" icon={<Icon name="plus" />} onClick={() => openStep('challenge')}>
            Next step from this
          </Button>
          <KeepDisagreement />
        </div>
        <Refused says={refused} />
      </div>
    </li>
  );
}

function missingIn({ outcome, reason, personId, byOn }: Form, { answers }: Challenge): string | undefined {
  if (answers.length === 0) return 'A challenge needs an answer first';
  if (!outcome) return 'Choose the outcome';
  if ((outcome === 'partly' || outcome === 'not-accepted') && !reason.trim())
    return 'Give the reason in a few words';
  if ((outcome === 'evidence-needed' || outcome === 'escalated') && !(personId && byOn))
    return 'Say who, and by when';
  return undefined;
}
