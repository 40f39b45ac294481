import { type ComponentType, useContext, useEffect, useEffectEvent, useRef } from 'react';
import { agenda } from '../../../shared/agenda.js';
import { Button } from '../../ui/actions/Button.js';
import { clockTime } from '../../ui/format.js';
import { Icon } from '../../ui/icons.js';
import { Card } from '../../ui/surfaces/Card.js';
import { useDiscussion } from '../in-discussion.js';
import { useRoom } from '../in-room.js';
import { ReadBack } from '../sign/ReadBack.js';
import { ChallengePanel } from '../steps/challenge/ChallengePanel.js';
import { RaiseChallenge } from '../steps/challenge/RaiseChallenge.js';
import { CheckInPanel } from '../steps/check-in/CheckInPanel.js';
import { ChildrenPanel } from '../steps/children/ChildrenPanel.js';
import { MeaningPanel } from '../steps/children/MeaningPanel.js';
import { DecisionPanel } from '../steps/decision/DecisionPanel.js';
import { LastTimePanel } from '../steps/last-time/LastTimePanel.js';
import { NextStepsPanel } from '../steps/next-steps/NextStepsPanel.js';
import { StepEditor } from '../steps/next-steps/StepEditor.js';
import type { PanelProps } from '../steps/panels.js';
import { ProgressPanel } from '../steps/progress/ProgressPanel.js';
import { ScalePanel } from '../steps/scale/ScalePanel.js';
import { WritingContext } from '../writing.js';
import { Band } from './Band.js';
import { RoomIsThere } from './RoomIsThere.js';
import { UndoMove } from './UndoMove.js';

const panels: Record<(typeof agenda)[number]['panel'], ComponentType<PanelProps>> = {
  'check-in': CheckInPanel,
  'last-time': LastTimePanel,
  children: ChildrenPanel,
  progress: ProgressPanel,
  meaning: MeaningPanel,
  scale: ScalePanel,
  challenge: ChallengePanel,
  decision: DecisionPanel,
  'next-steps': NextStepsPanel,
  'read-back': ReadBack,
};

/** The sheet in the middle of the room: one family, one question at a time, and what is being written on top. */
export function FamilySheet() {
  const { view, session } = useRoom();
  const { state } = useDiscussion();
  const writing = useContext(WritingContext);
  const place = view.place;
  const family = useRef<HTMLHeadingElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const slotId = place?.slotId;
  const stepCode = place?.step;
  const came = useEffectEvent(() => {
    // A new question begins at its top; in one column the page stays where the person has it.
    document.getElementById('main')?.scrollTo({ top: 0 });
    // On to another family its name is heard first; within one, the question.
    const own = view.tookOwnStep();
    if (own) (own === 'family' ? family : heading).current?.focus();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: coming to another place is what it is about
  useEffect(() => came(), [slotId, stepCode]);
  const step = agenda.find((s) => s.code === place?.step);
  if (!place || !step) return null;
  const Panel = panels[step.panel];
  const pattern = session.slots.find((slot) => slot.slotId === place.slotId)?.pattern ?? 1;
  const revealed = step.panel === 'scale' && state.scale.revealedAt;
  return (
    <>
      <RoomIsThere />
      <UndoMove />
      {step.panel !== 'read-back' && (
        <Band
          headingRef={family}
          pattern={pattern}
          aside={
            revealed && (
              <span className="small muted">
                Scored hidden by {Object.keys(state.scale.scores).length} people, revealed together{' '}
                {clockTime(revealed)}
              </span>
            )
          }
          short={Boolean(revealed)}
        />
      )}
      {writing.open === 'challenge' && <RaiseChallenge />}
      {writing.open === 'step' && (
        <Card
          heading="A new next step"
          aside={
            <Button kind="quiet" size="small" icon={<Icon name="close" />} onClick={writing.close}>
              Close
            </Button>
          }
        >
          <StepEditor
            key={writing.stepId}
            stepId={writing.stepId}
            from={writing.from}
            onDone={writing.close}
            onAnother={() => writing.openStep(writing.from)}
          />
        </Card>
      )}
      <Panel key={`${place.slotId} ${step.code}`} step={step} headingRef={heading} />
    </>
  );
}
