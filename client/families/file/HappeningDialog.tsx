import type { FamilyPage } from '../../../shared/families/family.js';
import { ask } from '../../api.js';
import { FormDialog } from '../../FormDialog.js';
import { ChipChoice } from '../../ui/fields/Chips.js';
import { DateField } from '../../ui/fields/DateField.js';
import { SelectField, TextArea } from '../../ui/fields/TextField.js';
import { localDate } from '../../ui/format.js';
import { childrenNow } from '../family-words.js';

const kinds = [
  { value: 'visit', label: 'Visit' },
  { value: 'move', label: 'Move' },
  { value: 'meeting', label: 'Meeting' },
  { value: 'conference', label: 'Conference' },
  { value: 'legal', label: 'Legal' },
  { value: 'school', label: 'School' },
  { value: 'health', label: 'Health' },
  { value: 'police', label: 'Police' },
  { value: 'other', label: 'Something else' },
];
const whose = [
  { value: 'ours', label: 'Our words' },
  { value: 'child', label: 'A child’s own words' },
] as const;

/** Adds to the story so far, between supervisions. A child’s own words are kept apart from everybody else’s. */
export function HappeningDialog({ family, onClose }: { family: FamilyPage; onClose: () => void }) {
  const today = localDate(new Date());
  const children = childrenNow(family.children, today);
  return (
    <FormDialog
      title="Add to the story"
      onClose={onClose}
      act="Add to the story"
      busy="Adding"
      initial={{
        on: today,
        kind: 'visit',
        whose: 'ours' as (typeof whose)[number]['value'],
        childId: '',
        words: '',
      }}
      check={({ on, whose: from, childId, words }) => ({
        on: !on
          ? 'Give the day'
          : on > today
            ? 'The story holds what has happened. Give today or earlier'
            : undefined,
        childId: from === 'child' && !childId ? 'Choose the child who said it' : undefined,
        words: words.trim()
          ? undefined
          : from === 'child'
            ? 'Write what the child said'
            : 'Write what happened',
      })}
      send={({ on, kind, whose: from, childId, words }) =>
        ask('POST', `families/${family.familyId}/happenings`, {
          on,
          kind,
          words,
          childId: childId || null,
          voice: from === 'child',
        })
      }
      done={onClose}
    >
      {(form) => (
        <>
          <DateField label="Day" today={today} lean="past" {...form.field('on')} />
          <SelectField label="What kind" options={kinds} {...form.field('kind')} />
          <ChipChoice legend="Whose words" options={whose} {...form.field('whose')} />
          <SelectField
            label={form.values.whose === 'child' ? 'Who said it' : 'Which child it is about'}
            nothingChosen={form.values.whose === 'child' ? 'Choose a child' : 'The whole family'}
            options={children.map((child) => ({ value: child.childId, label: child.firstName }))}
            {...form.field('childId')}
          />
          <TextArea
            label={form.values.whose === 'child' ? 'In their own words' : 'What happened'}
            hint={
              form.values.whose === 'child'
                ? 'Only what the child said or showed, as they did'
                : 'One or two sentences'
            }
            maxLength={1000}
            {...form.field('words')}
          />
        </>
      )}
    </FormDialog>
  );
}
