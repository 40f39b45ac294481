import { type Review, type StageOfChange, stagesOfChange } from '../../../../shared/discussion/state.js';
import { Button } from '../../../ui/actions/Button.js';
import { SelectField, TextField } from '../../../ui/fields/TextField.js';
import { Icon } from '../../../ui/icons.js';
import { useDraft } from '../../fields/use-draft.js';
import { useDiscussion } from '../../in-discussion.js';
import { stageNames } from './review-words.js';

type Stage = Review['stages'][number];

interface Props {
  stages: Review['stages'];
  onChange: (stages: Stage[]) => void;
}

/** Where each adult is with each thing they want to change. Empty until somebody adds one. */
export function StagesEditor({ stages, onChange }: Props) {
  const { state } = useDiscussion();
  const first = state.adults[0];
  if (!first) return null;
  const replace = (at: number, part: Partial<Stage>) =>
    onChange(stages.map((s, i) => (i === at ? { ...s, ...part } : s)));
  return (
    <fieldset className="stack tight">
      <legend className={stages.length > 0 ? 'field-label' : 'visually-hidden'}>Stage of change</legend>
      {stages.map((stage, at) => (
        <StageRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a stage has no name of its own, and rows are only added at the end
          key={at}
          stage={stage}
          onChange={(part) => replace(at, part)}
          onRemove={() => onChange(stages.filter((_, i) => i !== at))}
        />
      ))}
      <p>
        <Button
          kind="quiet"
          size="small"
          icon={<Icon name="plus" />}
          onClick={() => onChange([...stages, { adultId: first.adultId, issue: '', stage: 'contemplation' }])}
        >
          Add a stage of change
        </Button>
      </p>
    </fieldset>
  );
}

function StageRow({
  stage,
  onChange,
  onRemove,
}: {
  stage: Stage;
  onChange: (part: Partial<Stage>) => void;
  onRemove: () => void;
}) {
  const { state } = useDiscussion();
  const issue = useDraft(stage.issue, (text) => onChange({ issue: text }));
  return (
    <div className="stage-row">
      <SelectField
        label="Who"
        value={stage.adultId}
        options={state.adults.map((adult) => ({ value: adult.adultId, label: adult.name }))}
        onChange={(adultId) => onChange({ adultId })}
      />
      <TextField label="With what" maxLength={300} {...issue} />
      <SelectField
        label="Stage"
        value={stage.stage}
        options={stagesOfChange.map((value) => ({ value, label: stageNames[value] }))}
        onChange={(value) => onChange({ stage: value as StageOfChange })}
      />
      <Button kind="quiet" size="small" onClick={onRemove}>
        Remove
      </Button>
    </div>
  );
}
