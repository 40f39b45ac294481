import type { CadencePolicy } from '../../shared/cadence/policy.js';
import { plusDays } from '../../shared/schedule/working-days.js';
import { ask } from '../api.js';
import { FormDialog } from '../FormDialog.js';
import { DateField } from '../ui/fields/DateField.js';
import { TextArea } from '../ui/fields/TextField.js';
import { longDate } from '../ui/format.js';

/** From a day on the rule holds for nobody, and the next most particular one does. */
export function EndRuleDialog({
  policy,
  today,
  onClose,
}: {
  policy: CadencePolicy;
  today: string;
  onClose: () => void;
}) {
  const soonest = policy.fromOn >= today ? plusDays(policy.fromOn, 1) : today;
  const { name, interval, first, planTypes, teamIds } = policy;
  return (
    <FormDialog
      title={`End the rule ${name}`}
      onClose={onClose}
      act="End the rule"
      busy="Ending"
      initial={{ fromOn: '', reason: '' }}
      check={({ fromOn, reason }) => ({
        fromOn: !fromOn
          ? 'Give the first day on which it no longer holds'
          : fromOn < soonest
            ? `It can end on ${longDate(soonest)} at the earliest`
            : undefined,
        reason: reason.trim() ? undefined : 'Write why, in a few words',
      })}
      send={({ fromOn, reason }) =>
        ask('POST', 'cadence/policies', {
          name,
          interval,
          first,
          planTypes,
          teamIds,
          fromOn,
          reason,
          ended: true,
        })
      }
      done={onClose}
    >
      {(form) => (
        <>
          <p>Its families then go by the next rule that fits them. Dates before that day stay as they are.</p>
          <DateField
            label="The first day on which it no longer holds"
            today={today}
            min={soonest}
            {...form.field('fromOn')}
          />
          <TextArea label="Why" rows={2} maxLength={300} {...form.field('reason')} />
        </>
      )}
    </FormDialog>
  );
}
