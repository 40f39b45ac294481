import { useEffect, useRef } from 'react';
import { type DisciplineCode, disciplineOf } from '../../../../shared/disciplines.js';
import type { NextStep } from '../../../../shared/discussion/state.js';
import type { Hint } from '../../../../shared/next-steps/hints.js';
import { PersonMark } from '../../../marks/PersonMark.js';
import { Button } from '../../../ui/actions/Button.js';
import { Disclosure } from '../../../ui/actions/Disclosure.js';
import { ChipChecks } from '../../../ui/fields/Chips.js';
import { Combobox } from '../../../ui/fields/Combobox.js';
import { DateField } from '../../../ui/fields/DateField.js';
import { TextField } from '../../../ui/fields/TextField.js';
import { usePendingSays } from '../../fields/PendingMark.js';
import { Refused } from '../../fields/Refused.js';
import { useDraft } from '../../fields/use-draft.js';
import { useAct, useDiscussion, useMay } from '../../in-discussion.js';
import { roleOf } from '../../people/people.js';
import { hintsFor } from './hints.js';

interface Props {
  stepId: string;
  onDone: () => void;
  /** Leaves this one as it is and begins the next. */
  onAnother: () => void;
  /** For a step that is only now being written. */
  from?: 'decision' | 'challenge';
}

/** A next step being written: sent as it is typed, with hints that never stand in the way. Ctrl+Enter begins another. */
export function StepEditor({ stepId, onDone, onAnother, from }: Props) {
  const { state, you, people, today } = useDiscussion();
  const { act, refused } = useAct();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const step = state.steps.find((s) => s.stepId === stepId);
  const anyOwner = useMay('step.set', { stepId, ownerId: 'anybody' }) === null;
  const set = (part: Partial<NextStep>) =>
    void act('step.set', {
      stepId,
      ...(!step && { from: from ?? 'decision', ...(!anyOwner && { ownerId: you.personId }) }),
      ...part,
    });
  const text = useDraft(step?.text ?? '', (value) => set({ text: value }));
  const evidence = useDraft(step?.evidence ?? '', (value) => set({ evidence: value }));
  const withWhom = useDraft(step?.withWhom ?? '', (value) => set({ withWhom: value }));
  const different = useDraft(step?.different ?? '', (value) => set({ different: value }));
  const openEnded = useDraft(step?.openEndedBecause ?? '', (value) => set({ openEndedBecause: value }));
  const waits = usePendingSays((kind, payload) => kind === 'step.set' && payload['stepId'] === stepId);
  const hints = step
    ? hintsFor(
        { ...step, text: text.value, different: different.value, openEndedBecause: openEnded.value },
        people,
        state,
      )
    : [];
  const advice = (field: Hint['field']) =>
    hints
      .filter((h) => h.field === field)
      .map((h) => h.says)
      .join(' ') || undefined;
  const another = () => {
    text.onBlur();
    evidence.onBlur();
    onAnother();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter belongs to every field inside
    <div
      className="step-editor stack close"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !event.ctrlKey) return;
        event.preventDefault();
        another();
      }}
    >
      <Protection step={step} onChange={set} />
      <TextField
        ref={first}
        label="What will someone do?"
        advice={advice('text')}
        state={waits}
        maxLength={400}
        {...text}
      />
      <div className="step-fields">
        {anyOwner ? (
          <Combobox
            label="Who"
            hint="Type the start of a name"
            value={step?.ownerId ?? ''}
            options={people.all.map((p) => ({
              value: p.personId,
              label: p.name,
              detail: roleOf(p),
              mark: <PersonMark discipline={p.discipline} />,
            }))}
            onChange={(personId) => set({ ownerId: personId || null })}
          />
        ) : (
          <div>
            <p className="field-label">Who</p>
            <p>You, {you.name}</p>
          </div>
        )}
        <DateField
          label="By"
          today={today}
          value={step?.dueOn ?? ''}
          advice={advice('dueOn')}
          onChange={(date) => set({ dueOn: date || null })}
        />
      </div>
      <TextField label="How we will know" maxLength={400} {...evidence} />
      {step && step.carried >= 2 && (
        <TextField
          label="What will be different this time?"
          advice={advice('different')}
          maxLength={400}
          {...different}
        />
      )}
      <Disclosure
        summary="More about this step"
        startsOpen={Boolean(step?.withWhom || step?.openEndedBecause)}
      >
        <div className="stack close">
          <TextField label="Together with somebody of the family or outside" maxLength={200} {...withWhom} />
          <TextField label="If it cannot have an end, why?" maxLength={400} {...openEnded} />
        </div>
      </Disclosure>
      <div className="row wraps">
        <Button onClick={onDone}>Done with this step</Button>
        <Button kind="quiet" onClick={another}>
          Add another
        </Button>
        <span className="small muted">Ctrl+Enter adds another</span>
      </div>
      <Refused says={refused} />
    </div>
  );
}

function Protection({
  step,
  onChange,
}: {
  step: NextStep | undefined;
  onChange: (part: Partial<NextStep>) => void;
}) {
  const { state } = useDiscussion();
  const audience = [...new Set(state.expected.map((e) => e.discipline))];
  const isProtected = step?.protected ?? false;
  return (
    <>
      <label className="tick-line">
        <input type="checkbox" checked={isProtected} onChange={() => onChange({ protected: !isProtected })} />
        <span>
          Protected{' '}
          <span className="small muted">
            others see only whose it is and by when; tick it before you write
          </span>
        </span>
      </label>
      {isProtected && (
        <ChipChecks
          legend="Who else may read it, besides its owner and the managers?"
          size="small"
          options={audience.map((code: DisciplineCode) => ({ value: code, label: disciplineOf(code).label }))}
          values={step?.audience ?? []}
          onChange={(chosen) => onChange({ audience: chosen })}
        />
      )}
    </>
  );
}
