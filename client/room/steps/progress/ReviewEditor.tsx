import { type DisciplineCode, disciplineOf } from '../../../../shared/disciplines.js';
import { lacksEvidence, reviewUnsaid } from '../../../../shared/discussion/review.js';
import {
  type Direction,
  type EvidenceKind,
  evidenceKinds,
  type Review,
} from '../../../../shared/discussion/state.js';
import { Button } from '../../../ui/actions/Button.js';
import { ChipChecks, ChipChoice } from '../../../ui/fields/Chips.js';
import { usePendingSays } from '../../fields/PendingMark.js';
import { ProseBox } from '../../fields/ProseBox.js';
import { Refused } from '../../fields/Refused.js';
import { useAct, useDiscussion } from '../../in-discussion.js';
import { LastMonth } from './LastMonth.js';
import { ProtectedNotes } from './ProtectedNotes.js';
import { directions } from './review-words.js';
import { StagesEditor } from './StagesEditor.js';

const directionOptions = Object.entries(directions).map(([value, { label }]) => ({
  value: value as Direction,
  label,
}));
const evidenceOptions = Object.entries(evidenceKinds).map(([value, label]) => ({
  value: value as EvidenceKind,
  label,
}));

interface Props {
  discipline: DisciplineCode;
  /** Whose words they are, when whoever holds the pen writes them down. */
  forPersonId?: string;
}

/** One discipline's review of the month: words, direction, what it rests on, stages of change, ready. */
export function ReviewEditor({ discipline, forPersonId }: Props) {
  const { state, people } = useDiscussion();
  const { act, refused } = useAct();
  const review = state.reviews[discipline] ?? reviewUnsaid;
  const set = (part: Partial<Review>) =>
    void act('review.set', { discipline, ...part, ...(forPersonId && { forPersonId }) });
  const waits = usePendingSays(
    (kind, payload) => kind === 'review.set' && payload['discipline'] === discipline,
  );
  const label = forPersonId
    ? `${people.firstName(forPersonId)}’s progress since last time`
    : 'Progress since last time';
  const unproved = lacksEvidence(review)
    ? 'Say what “better” rests on, besides what we were told'
    : undefined;
  return (
    <div className="stack review-editor">
      <div className="review-prose">
        <ProseBox field={`review/${discipline}`} label={label} labelHidden rows={4} />
        <LastMonth field={`review/${discipline}`} />
      </div>
      <div className="review-choices">
        <ChipChoice
          legend="Since last month"
          options={directionOptions}
          value={review.direction ?? undefined}
          onChange={(direction) => set({ direction })}
          state={waits}
        />
        <ChipChecks
          legend="What it rests on"
          size="small"
          options={evidenceOptions}
          values={review.evidence}
          onChange={(evidence) => set({ evidence })}
        />
      </div>
      <div className="review-extras">
        <StagesEditor stages={review.stages} onChange={(stages) => set({ stages })} />
        <ProtectedNotes discipline={discipline} />
      </div>
      <div className="row wraps">
        <label className="tick-line">
          <input
            type="checkbox"
            checked={review.nothingNew}
            onChange={() => set({ nothingNew: !review.nothingNew })}
          />
          Nothing new this month
        </label>
        {review.ready ? (
          <Button kind="quiet" onClick={() => set({ ready: false })}>
            Not ready after all
          </Button>
        ) : (
          <Button unavailable={unproved} onClick={() => set({ ready: true })}>
            Ready to be read
          </Button>
        )}
        {review.ready && (
          <span className="small muted">{disciplineOf(discipline).label} is ready to be read.</span>
        )}
      </div>
      <Refused says={refused} />
    </div>
  );
}
