import { type SlotReason, slotReasons } from '../../shared/session/state.js';
import { SelectField, TextArea } from '../ui/fields/TextField.js';
import type { Form } from '../use-form.js';
import { AllowedBy } from './AllowedBy.js';

/** What is asked of whoever lets a family’s turn come to nothing (practice 3.7). */
export interface Why {
  reason: SlotReason | '';
  words: string;
  allowedBy: string;
}

/** Nothing chosen yet; a manager allows it in their own name. */
export function whyFor(personId: string, mayAllow: boolean): Why {
  return { reason: '', words: '', allowedBy: mayAllow ? personId : '' };
}

export function whyWrong({ reason, allowedBy }: Why) {
  return {
    reason: reason ? undefined : 'Choose the reason',
    allowedBy: allowedBy ? undefined : 'Name the manager who allowed it',
  };
}

interface Props {
  form: Pick<Form<Why>, 'set' | 'field'>;
}

/** The reason, and who allowed it. */
export function WhyFields({ form, reasons }: Props & { reasons?: readonly SlotReason[] }) {
  const offered = reasons ?? (Object.keys(slotReasons) as SlotReason[]);
  return (
    <>
      <SelectField
        label="Reason"
        nothingChosen="Choose the reason"
        options={offered.map((value) => ({ value, label: slotReasons[value] }))}
        {...form.field('reason')}
        onChange={(reason) => form.set({ reason: reason as SlotReason })}
      />
      <AllowedBy {...form.field('allowedBy')} />
    </>
  );
}

export function MoreWords({ form }: Props) {
  return (
    <TextArea
      label="More about it"
      hint="If it needs saying"
      rows={2}
      maxLength={300}
      {...form.field('words')}
    />
  );
}
