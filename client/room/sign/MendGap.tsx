import { useContext } from 'react';
import { agenda } from '../../../shared/agenda.js';
import { decisionTitles } from '../../../shared/discussion/decision.js';
import { reviewUnsaid } from '../../../shared/discussion/review.js';
import { type DecisionType, type EvidenceKind, evidenceKinds } from '../../../shared/discussion/state.js';
import type { Gap } from '../../../shared/minutes/what-is-missing.js';
import { Button } from '../../ui/actions/Button.js';
import { ChipChecks, ChipChoice } from '../../ui/fields/Chips.js';
import { ProseBox } from '../fields/ProseBox.js';
import { Refused } from '../fields/Refused.js';
import { useAct, useDiscussion } from '../in-discussion.js';
import { ChildVoice } from '../people/ChildVoice.js';
import { AnswerForm } from '../steps/challenge/AnswerForm.js';
import { OutcomeForm } from '../steps/challenge/OutcomeForm.js';
import { AttendanceRow } from '../steps/check-in/AttendanceRow.js';
import { attendanceRows } from '../steps/check-in/attendance-rows.js';
import { LastStepRow } from '../steps/last-time/LastTimePanel.js';
import { StepEditor } from '../steps/next-steps/StepEditor.js';
import { WaysContext } from '../ways.js';

/** The very thing that is missing, to be put right where one stands; what needs more room leads to its step. */
export function MendGap({ gap, onDone }: { gap: Gap; onDone: () => void }) {
  const { state } = useDiscussion();
  const { act, refused } = useAct();
  const child = state.children.find((c) => c.childId === gap.childId);
  const challenge = state.challenges.find((c) => c.challengeId === gap.challengeId);

  if (gap.field) {
    return (
      <div className="stack tight">
        <ProseBox
          field={gap.field}
          label={gap.says}
          labelHidden
          rows={2}
          placeholder={placeholderFor(gap, child?.firstName)}
        />
        {child && gap.code === 'meaning' && <ChildVoice child={child} inLine />}
        {gap.code === 'progress' && gap.discipline && (
          <p>
            <Button
              size="small"
              onClick={() => void act('review.set', { discipline: gap.discipline, nothingNew: true })}
            >
              There is nothing new
            </Button>
          </p>
        )}
        <Refused says={refused} />
      </div>
    );
  }
  if (gap.code === 'attendance' || gap.code === 'chair-attendance') {
    const row = attendanceRows(state).find((r) =>
      gap.discipline ? r.discipline === gap.discipline : r.personId === state.chairId,
    );
    return row ? (
      <ul>
        <AttendanceRow row={row} />
      </ul>
    ) : (
      <ToStep step={gap.step} />
    );
  }
  const last = state.lastSteps.find((s) => s.stepId === gap.stepId);
  if (gap.code === 'last-step' && last) {
    return (
      <ul>
        <LastStepRow last={last} />
      </ul>
    );
  }
  if (gap.code === 'evidence' && gap.discipline) {
    const { discipline } = gap;
    const review = state.reviews[discipline] ?? reviewUnsaid;
    return (
      <ChipChecks
        legend="What it rests on"
        size="small"
        options={Object.entries(evidenceKinds).map(([value, label]) => ({
          value: value as EvidenceKind,
          label,
        }))}
        values={review.evidence}
        onChange={(evidence) => void act('review.set', { discipline, evidence })}
      />
    );
  }
  if (gap.code === 'decision-type') {
    return (
      <ChipChoice
        legend="What this means for the plan"
        size="small"
        options={Object.entries(decisionTitles).map(([value, label]) => ({
          value: value as DecisionType,
          label,
        }))}
        value={state.decision.type ?? undefined}
        onChange={(type) => void act('decision.set', { type })}
      />
    );
  }
  if (gap.code === 'no-child') {
    return (
      <ChipChecks
        legend="Who was talked about?"
        size="small"
        options={state.children.map((c) => ({ value: c.childId, label: c.firstName }))}
        values={state.children.filter((c) => c.discussed).map((c) => c.childId)}
        onChange={(ids) => {
          for (const { childId, discussed } of state.children) {
            if (ids.includes(childId) !== discussed)
              void act('child.discussed', { childId, discussed: !discussed });
          }
        }}
      />
    );
  }
  if (gap.stepId) return <StepEditor stepId={gap.stepId} onDone={onDone} onAnother={onDone} />;
  if (gap.code === 'challenge-answer' && challenge) {
    return (
      <ul className="stack tight">
        <li>“{challenge.text}”</li>
        <AnswerForm challengeId={challenge.challengeId} first />
      </ul>
    );
  }
  if (gap.code === 'challenge-outcome' && challenge) {
    return (
      <ul className="stack tight">
        <li>“{challenge.text}”</li>
        <OutcomeForm challenge={challenge} />
      </ul>
    );
  }
  return <ToStep step={gap.step} />;
}

/** What cannot be mended in a narrow place: the way to its step. */
function ToStep({ step }: { step: string }) {
  const { goToStep } = useContext(WaysContext);
  const title = agenda.find((s) => s.code === step)?.title;
  return goToStep ? (
    <Button size="small" onClick={() => goToStep(step)}>
      Go to {title?.toLowerCase()}
    </Button>
  ) : null;
}

function placeholderFor({ code }: Gap, firstName: string | undefined): string | undefined {
  if (code === 'meaning') return `For ${firstName}, this month means…`;
  if (code === 'voice') return `What ${firstName} says, or shows…`;
  return undefined;
}
