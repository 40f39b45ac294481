import type { SampleLine } from '../../../shared/audit/sample/http.js';
import { ask } from '../../api.js';
import { FormDialog } from '../../FormDialog.js';
import { SelectField, TextArea } from '../../ui/fields/TextField.js';
import { periodSays } from '../samples/sample-words.js';

interface Props {
  samples: readonly SampleLine[];
  /** The sample it begins with, or ''. */
  sampleId: string;
  onClose: () => void;
}

/** Asks for the pack of a sample, with the reason. */
export function AskDialog({ samples, sampleId, onClose }: Props) {
  return (
    <FormDialog
      title="Ask for an inspection pack"
      onClose={onClose}
      act="Ask for the pack"
      busy="Asking"
      initial={{ sampleId, why: '' }}
      check={(values) => ({
        sampleId: values.sampleId ? undefined : 'Choose the sample',
        why: values.why.trim() ? undefined : 'Say what it is for',
      })}
      send={(values) => ask('POST', 'audit/packs', values)}
      done={onClose}
    >
      {(form) => (
        <>
          <SelectField
            label="Sample"
            nothingChosen="Choose a sample"
            options={samples.map((s) => ({
              value: s.sampleId,
              label: `${s.teams}, ${periodSays(s.from, s.to)}, drawn with ${s.seed}`,
            }))}
            {...form.field('sampleId')}
          />
          <TextArea
            label="What it is for"
            hint="The manager who is asked to agree reads this, and it is kept."
            maxLength={300}
            {...form.field('why')}
          />
        </>
      )}
    </FormDialog>
  );
}
