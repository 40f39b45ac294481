import {
  type ExemptionReason,
  exemptionReasonCodes,
  exemptionReasons,
  mostDaysExempt,
} from '../../../shared/cadence/exemptions.js';
import { plusDays } from '../../../shared/schedule/working-days.js';
import { ask } from '../../api.js';
import { FormDialog } from '../../FormDialog.js';
import { DateField } from '../../ui/fields/DateField.js';
import { SelectField, TextArea } from '../../ui/fields/TextField.js';
import { localDate, longDate } from '../../ui/format.js';

interface Props {
  familyId: string;
  onClose: () => void;
}

/** Takes the family out of the count until a day. It is done in the manager's own name, and every audit lists it. */
export function ExemptDialog({ familyId, onClose }: Props) {
  const today = localDate(new Date());
  const last = (reason: ExemptionReason | '') => (reason ? plusDays(today, mostDaysExempt(reason)) : '');
  return (
    <FormDialog
      title="Exempt this family for a time"
      onClose={onClose}
      act="Exempt the family"
      busy="Saving"
      initial={{ reason: '' as ExemptionReason | '', words: '', untilOn: '' }}
      check={({ reason, untilOn }) => ({
        reason: reason ? undefined : 'Choose the reason',
        untilOn: !untilOn
          ? 'Give the last day of it'
          : untilOn < today
            ? 'That day is over'
            : reason && untilOn > last(reason)
              ? `For this reason it ends on ${longDate(last(reason))} at the latest`
              : undefined,
      })}
      send={(values) => ask('POST', `families/${familyId}/exemption`, values)}
      done={onClose}
    >
      {(form) => (
        <>
          <p>
            The family is not counted until that day, and every audit lists it with your name. Its clock keeps
            running. Leave, a vacancy and “no change” are not reasons.
          </p>
          <SelectField
            label="Reason"
            nothingChosen="Choose a reason"
            options={exemptionReasonCodes.map((code) => ({ value: code, label: exemptionReasons[code] }))}
            {...form.field('reason')}
            onChange={(reason) => form.set({ reason: reason as ExemptionReason })}
          />
          <TextArea
            label="In a few words (if more is to be said)"
            hint="Everybody who reads the family’s record can read this"
            rows={2}
            maxLength={300}
            {...form.field('words')}
          />
          <DateField label="Last day" today={today} min={today} {...form.field('untilOn')} />
        </>
      )}
    </FormDialog>
  );
}

/** The family is counted again from today. */
export function EndExemptionDialog({ familyId, onClose }: Props) {
  return (
    <FormDialog
      title="End the exemption"
      onClose={onClose}
      act="End the exemption"
      busy="Ending"
      initial={{}}
      send={() => ask('DELETE', `families/${familyId}/exemption`)}
      done={onClose}
    >
      {() => (
        <p>
          The family is counted again from today. Its clock kept running, so it may be past its limit at once.
        </p>
      )}
    </FormDialog>
  );
}
