import { actsFor } from '../../../shared/discussion/rights.js';
import { Combobox } from '../../ui/fields/Combobox.js';
import { useDiscussion } from '../in-discussion.js';
import { roleOf } from '../people/people.js';

interface Props {
  /** '' for oneself. */
  value: string;
  onChange: (forPersonId: string) => void;
  label?: string;
}

/** Whose words these are: shown only to whoever holds the pen, who may write for somebody without a device before them. */
export function CaptureFor({ value, onChange, label = 'Whose words are these?' }: Props) {
  const { state, you, people } = useDiscussion();
  const others = [
    ...new Set([
      state.chairId,
      ...state.expected.map((e) => e.personId),
      ...Object.values(state.attendance).map((a) => a.personId),
    ]),
  ]
    .flatMap((id) => people.find(id) ?? [])
    .filter((person) => person.personId !== you.personId);
  const [anybody] = others;
  if (!anybody || actsFor(you, state, anybody.personId) !== null) return null;
  return (
    <Combobox
      label={label}
      hint="The words stay theirs; that you wrote them down is kept beside them."
      value={value || you.personId}
      options={[
        { value: you.personId, label: 'Mine' },
        ...others.map((p) => ({ value: p.personId, label: p.name, detail: roleOf(p) })),
      ]}
      onChange={(personId) => onChange(personId === you.personId ? '' : personId)}
    />
  );
}
