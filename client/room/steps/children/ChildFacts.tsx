import {
  type ChildHere,
  type ChildNow,
  type VoiceMethod,
  voiceMethods,
} from '../../../../shared/discussion/state.js';
import { ChipChoice } from '../../../ui/fields/Chips.js';
import { Combobox } from '../../../ui/fields/Combobox.js';
import { DateField } from '../../../ui/fields/DateField.js';
import { TextField } from '../../../ui/fields/TextField.js';
import { Refused } from '../../fields/Refused.js';
import { useDraft } from '../../fields/use-draft.js';
import { useAct, useDiscussion, useMay } from '../../in-discussion.js';
import { roleOf } from '../../people/people.js';

const methods = Object.entries(voiceMethods).map(([value, label]) => ({
  value: value as VoiceMethod,
  label,
}));
const alone: { value: ChildNow['seenAlone']; label: string }[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'unknown', label: 'Not known' },
];

/** When and how a child was seen and heard. */
export function ChildFacts({ child }: { child: ChildHere }) {
  const { state, people, today } = useDiscussion();
  const { act, refused } = useAct();
  const { childId, firstName } = child;
  const now = state.now[childId];
  const set = (part: Partial<ChildNow>) => void act('child.now', { childId, ...part });
  const reason = useDraft(now?.notAskedBecause ?? '', (notAskedBecause) => set({ notAskedBecause }));
  const no = useMay('child.now', { childId }) ?? (state.status === 'signed' ? 'signed' : null);
  if (no) return <ReadFacts now={now} name={firstName} />;
  return (
    <div className="child-facts">
      <ChipChoice
        legend={`How did ${firstName}’s view reach us?`}
        size="small"
        options={methods}
        value={now?.method ?? undefined}
        onChange={(method) => set({ method })}
      />
      {now?.method === 'none' ? (
        <TextField label={`Why was ${firstName} not asked?`} maxLength={300} {...reason} />
      ) : (
        <DateField
          label="On which day?"
          lean="past"
          today={today}
          max={today}
          value={now?.gatheredOn ?? ''}
          onChange={(date) => set({ gatheredOn: date || null })}
        />
      )}
      <DateField
        label={`When was ${firstName} last seen?`}
        lean="past"
        today={today}
        max={today}
        value={now?.lastSeenOn ?? ''}
        onChange={(date) => set({ lastSeenOn: date || null })}
      />
      <Combobox
        label="Who saw them?"
        value={now?.seenBy ?? ''}
        options={people.all.map((person) => ({
          value: person.personId,
          label: person.name,
          detail: roleOf(person),
        }))}
        onChange={(personId) => set({ seenBy: personId || null })}
      />
      <ChipChoice
        legend="Seen alone?"
        size="small"
        options={alone}
        value={now?.seenAlone}
        onChange={(seenAlone) => set({ seenAlone })}
      />
      <Refused says={refused} />
    </div>
  );
}

function ReadFacts({ now, name }: { now: ChildNow | undefined; name: string }) {
  if (!now?.method && !now?.notAskedBecause)
    return <p className="muted">Nobody has said yet how {name}’s view reached us.</p>;
  return (
    <p className="muted">
      {now.method && `${voiceMethods[now.method]}. `}
      {now.notAskedBecause && `Not asked: ${now.notAskedBecause}.`}
    </p>
  );
}
