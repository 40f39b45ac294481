import { ApiRefused } from '../api.js';
import { FormDialog } from '../FormDialog.js';
import { useLog } from '../live/use-log.js';
import { TextArea } from '../ui/fields/TextField.js';

/** Words added to signed minutes, through the discussion’s own log: they wait on this device when there is no connection. */
export function AddAddendum({ discussionId, onClose }: { discussionId: string; onClose: () => void }) {
  const log = useLog(`discussion/${discussionId}`);
  return (
    <FormDialog
      title="Add an addendum"
      onClose={onClose}
      act="Add the addendum"
      busy="Adding"
      initial={{ text: '' }}
      check={({ text }) => ({
        text: !text.trim()
          ? 'Write what came to light'
          : log.status === 'joining'
            ? 'Still fetching the record. Try again in a moment; your words stay here'
            : undefined,
      })}
      send={async ({ text }) => {
        const addendum = { addendumId: crypto.randomUUID(), text: text.trim() };
        const outcome = await log.change('addendum.add', addendum, true);
        if ('refusal' in outcome) throw new ApiRefused(outcome.refusal, 409);
      }}
      done={onClose}
    >
      {(form) => (
        <TextArea
          label="What came to light after signing"
          hint="It is added in your name, with today’s date, and cannot be changed afterwards"
          rows={5}
          {...form.field('text')}
        />
      )}
    </FormDialog>
  );
}
