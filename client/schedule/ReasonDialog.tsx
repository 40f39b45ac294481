import type { ReactNode } from 'react';
import { FormDialog } from '../FormDialog.js';
import { TextArea } from '../ui/fields/TextField.js';

interface Props {
  title: string;
  /** What would be done, and by how much it is late. */
  children: ReactNode;
  act: string;
  busy: string;
  send: (lateReason: string) => Promise<unknown>;
  done: (answer: unknown) => void;
  onClose: () => void;
}

/** A manager's reason for a day after the limit. */
export function ReasonDialog({ title, children, act, busy, send, done, onClose }: Props) {
  return (
    <FormDialog
      title={title}
      onClose={onClose}
      act={act}
      busy={busy}
      initial={{ lateReason: '' }}
      check={({ lateReason }) => ({
        lateReason: lateReason.trim() ? undefined : 'Give the reason for a day after the limit',
      })}
      send={({ lateReason }) => send(lateReason.trim())}
      done={done}
    >
      {(form) => (
        <>
          <p>{children}</p>
          <p className="muted">Only a manager can allow that, in their own name and with the reason.</p>
          <TextArea
            label="Why it may be later than its limit"
            hint="Kept with your name, and counted in the frequency audit"
            rows={2}
            maxLength={300}
            {...form.field('lateReason')}
          />
        </>
      )}
    </FormDialog>
  );
}
