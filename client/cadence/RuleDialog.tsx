import type { CadencePage } from '../../shared/cadence/http.js';
import { type CadencePolicy, type Interval, intervalKinds } from '../../shared/cadence/policy.js';
import { planTypeCodes, planTypes } from '../../shared/families/members.js';
import { plusDays } from '../../shared/schedule/working-days.js';
import { ask } from '../api.js';
import { useTeams } from '../directory.js';
import { FormDialog } from '../FormDialog.js';
import { ChipChecks } from '../ui/fields/Chips.js';
import { DateField } from '../ui/fields/DateField.js';
import { SelectField, TextArea, TextField } from '../ui/fields/TextField.js';
import { longDate } from '../ui/format.js';

const kinds: Readonly<Record<Interval['every'], string>> = {
  days: 'Every so many days',
  'working-days': 'Every so many working days',
  'calendar-month': 'Within a calendar month of the last',
  'each-calendar-month': 'Once in each calendar month',
};
const units = { 'working-days': 'working days', days: 'days' } as const;
const counts = (every: Interval['every']) => every === 'days' || every === 'working-days';
const whole = (n: string) => /^\d{1,3}$/.test(n.trim()) && Number(n) >= 1 && Number(n) <= 366;

interface Props {
  cadence: CadencePage;
  /** The version before the one that is made; without it the rule is new. */
  before?: CadencePolicy | undefined;
  onClose: () => void;
}

/** A new rule, or the next version of one. */
export function RuleDialog({ cadence, before, onClose }: Props) {
  const { teams } = useTeams();
  const { today, setsRules, policies } = cadence;
  const mine = teams.filter((team) => setsRules === 'all' || setsRules.includes(team.teamId));
  // The very first rule may say what has long been so; every later one begins today or later, after the one before it.
  const first = policies.length === 0;
  const soonest = before && before.fromOn >= today ? plusDays(before.fromOn, 1) : first ? '' : today;
  return (
    <FormDialog
      title={before ? `The next version of ${before.name}` : 'Make a rule'}
      onClose={onClose}
      act={before ? 'Make the version' : 'Make the rule'}
      busy="Saving"
      initial={{
        name: before?.name ?? '',
        every: before?.interval.every ?? 'days',
        n: String(before?.interval.n ?? 28),
        firstN: String(before?.first.n ?? 10),
        firstUnit: before?.first.unit ?? 'working-days',
        planTypes: [...(before?.planTypes ?? [])],
        teamIds: [...(before?.teamIds ?? [])],
        fromOn: '',
        reason: '',
      }}
      check={({ name, every, n, firstN, teamIds, fromOn, reason }) => ({
        name: name.trim() ? undefined : 'Give the rule a name',
        n: counts(every) && !whole(n) ? 'Give a number of days, 1 to 366' : undefined,
        firstN: whole(firstN) ? undefined : 'Give a number of days, 1 to 366',
        teamIds: setsRules !== 'all' && teamIds.length === 0 ? 'Choose the teams' : undefined,
        fromOn: !fromOn
          ? 'Give the day it begins'
          : fromOn < soonest
            ? `It can begin on ${longDate(soonest)} at the earliest`
            : undefined,
        reason: reason.trim() ? undefined : 'Write why, in a few words',
      })}
      send={({ name, every, n, firstN, firstUnit, planTypes: types, teamIds, fromOn, reason }) =>
        ask('POST', 'cadence/policies', {
          name,
          interval: { every, n: counts(every) ? Number(n) : null },
          first: { n: Number(firstN), unit: firstUnit },
          planTypes: types.length > 0 ? types : null,
          teamIds: teamIds.length > 0 ? teamIds : null,
          fromOn,
          reason,
        })
      }
      done={onClose}
    >
      {(form) => (
        <>
          {!before && <TextField label="Name of the rule" maxLength={120} {...form.field('name')} />}
          <SelectField
            label="How often"
            options={intervalKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
            {...form.field('every')}
            onChange={(every) => form.set({ every: every as Interval['every'] })}
          />
          {counts(form.values.every) && (
            <TextField
              label={form.values.every === 'days' ? 'Days' : 'Working days'}
              inputMode="numeric"
              maxLength={3}
              {...form.field('n')}
            />
          )}
          <div className="row wraps top">
            <TextField
              label="A new family’s first within"
              inputMode="numeric"
              maxLength={3}
              {...form.field('firstN')}
            />
            <SelectField
              label="Counted in"
              options={Object.entries(units).map(([value, label]) => ({ value, label }))}
              {...form.field('firstUnit')}
              onChange={(unit) => form.set({ firstUnit: unit as keyof typeof units })}
            />
          </div>
          <ChipChecks
            legend="Only for children on these plans"
            hint="None chosen: whatever the plan"
            options={planTypeCodes.map((code) => ({ value: code, label: planTypes[code] }))}
            values={form.values.planTypes}
            onChange={(types) => form.set({ planTypes: types })}
          />
          <ChipChecks
            legend="Only in these teams"
            hint={setsRules === 'all' ? 'None chosen: in every team' : undefined}
            options={mine.map((team) => ({ value: team.teamId, label: team.name }))}
            values={form.values.teamIds}
            onChange={(teamIds) => form.set({ teamIds })}
            error={form.field('teamIds').error}
            id={form.field('teamIds').id}
          />
          <DateField
            label="It begins on"
            hint={
              soonest
                ? `${longDate(soonest)} or later: what is past was judged by the rule of its time`
                : 'The first rule may begin in the past'
            }
            today={today}
            lean={first ? 'past' : 'future'}
            {...(soonest ? { min: soonest } : {})}
            {...form.field('fromOn')}
          />
          <TextArea label="Why" rows={2} maxLength={300} {...form.field('reason')} />
        </>
      )}
    </FormDialog>
  );
}
