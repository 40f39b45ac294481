import { decisionTitles } from '../../../../shared/discussion/decision.js';
import type { DecisionType } from '../../../../shared/discussion/state.js';
import { ChipChecks, ChipChoice } from '../../../ui/fields/Chips.js';
import { DateField } from '../../../ui/fields/DateField.js';
import { longDate } from '../../../ui/format.js';
import { Card } from '../../../ui/surfaces/Card.js';
import { usePendingSays } from '../../fields/PendingMark.js';
import { ProseBox } from '../../fields/ProseBox.js';
import { Refused } from '../../fields/Refused.js';
import { useAct, useDiscussion, useMay } from '../../in-discussion.js';
import { KeepDisagreement } from '../challenge/KeepDisagreement.js';
import { peopleHere } from '../check-in/attendance-rows.js';
import type { PanelProps } from '../panels.js';

const types = Object.entries(decisionTitles).map(([value, label]) => ({
  value: value as DecisionType,
  label,
}));

/** What was decided and why, what happens if it does not work, who agreed and who did not. */
export function DecisionPanel({ step, headingRef }: PanelProps) {
  const { state, people, today } = useDiscussion();
  const { act, refused } = useAct();
  const { decision } = state;
  const may = useMay('decision.set', {}) === null && state.status !== 'signed';
  const waits = usePendingSays((kind) => kind === 'decision.set');
  const agreed = [...new Set([...peopleHere(state).map((p) => p.personId), ...decision.whoAgreed])];
  return (
    <>
      <Card heading={step.prompt} headingRef={headingRef}>
        <div className="stack">
          <ProseBox field="decision" label="What we decided" rows={2} />
          <ProseBox field="rationale" label="Why" rows={2} />
          <ProseBox
            field="contingency"
            label="If this does not work"
            hint="What we will do, and what the family has been told."
            rows={2}
          />
        </div>
      </Card>
      <Card heading="About the plan" level={3} headingSize="m">
        {may ? (
          <div className="stack">
            <ChipChoice
              legend="What this means for the plan"
              size="small"
              options={types}
              value={decision.type ?? undefined}
              onChange={(type) => void act('decision.set', { type })}
              state={waits}
            />
            <DateField
              label="When do we look at it again?"
              today={today}
              value={decision.reviewOn ?? ''}
              onChange={(date) => void act('decision.set', { reviewOn: date || null })}
            />
            {agreed.length > 0 && (
              <ChipChecks
                legend="Who agreed?"
                size="small"
                options={agreed.map((personId) => ({ value: personId, label: people.firstName(personId) }))}
                values={decision.whoAgreed}
                onChange={(whoAgreed) => void act('decision.set', { whoAgreed })}
              />
            )}
            <Refused says={refused} />
          </div>
        ) : (
          <p>
            {decision.type ? decisionTitles[decision.type] : 'Not said yet'}
            {decision.reviewOn && `. We look at it again on ${longDate(decision.reviewOn)}`}.
          </p>
        )}
      </Card>
      <Disagreements />
    </>
  );
}

function Disagreements() {
  const { state, people } = useDiscussion();
  const all = Object.entries(state.dissents);
  return (
    <Card heading="Disagreements kept" level={3} headingSize="m">
      {all.length === 0 && (
        <p className="muted">
          None. Anyone may keep theirs, in their own words; it prints beside the decision.
        </p>
      )}
      <ul className="stack tight">
        {all.map(([personId, { text }]) => (
          <li key={personId}>
            <b>{people.firstName(personId)}</b> <span className="written">{text}</span>
          </li>
        ))}
      </ul>
      <KeepDisagreement />
    </Card>
  );
}
