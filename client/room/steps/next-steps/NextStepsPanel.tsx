import { useContext, useState } from 'react';
import { Button } from '../../../ui/actions/Button.js';
import { Icon } from '../../../ui/icons.js';
import { Card } from '../../../ui/surfaces/Card.js';
import { Empty } from '../../../ui/surfaces/Waiting.js';
import { ProseBox } from '../../fields/ProseBox.js';
import { useDiscussion, useMay } from '../../in-discussion.js';
import { WritingContext } from '../../writing.js';
import type { PanelProps } from '../panels.js';
import { NextStepRow } from './NextStepRow.js';
import { StepEditor } from './StepEditor.js';
import './next-steps.css';

/** Who will do what, by when, and how we will know. */
export function NextStepsPanel({ step, headingRef }: PanelProps) {
  const { state, you } = useDiscussion();
  const writing = useContext(WritingContext);
  const [editing, setEditing] = useState('');
  const open = state.status !== 'signed';
  const may = useMay('step.set', { stepId: 'new', ownerId: you.personId }) === null && open;
  const mayExplain = useMay('decision.set', {}) === null && open;
  // What is being written on top of the sheet is not drawn twice.
  const rows = state.steps.filter((s) => writing.open !== 'step' || s.stepId !== writing.stepId);
  return (
    <>
      <Card
        heading={step.prompt}
        headingRef={headingRef}
        aside={
          may && (
            <Button size="small" icon={<Icon name="plus" />} onClick={() => writing.openStep()}>
              Add a next step
            </Button>
          )
        }
      >
        {rows.length === 0 ? (
          <Empty fact="No next step yet.">Start with what a person will do: agree, see, ask, plan.</Empty>
        ) : (
          <ol className="next-steps">
            {rows.map((nextStep) => (
              <li key={nextStep.stepId}>
                {editing === nextStep.stepId ? (
                  <StepEditor
                    stepId={nextStep.stepId}
                    onDone={() => setEditing('')}
                    onAnother={() => {
                      setEditing('');
                      writing.openStep();
                    }}
                  />
                ) : (
                  <NextStepRow step={nextStep} onEdit={() => setEditing(nextStep.stepId)} />
                )}
              </li>
            ))}
          </ol>
        )}
      </Card>
      {state.steps.length === 0 && mayExplain && (
        <Card>
          <ProseBox field="no-step-because" label="If there is no next step, because" rows={2} />
        </Card>
      )}
    </>
  );
}
