import type { FormEvent, ReactNode } from 'react';
import { Button } from './ui/actions/Button.js';
import { Dialog, type DialogProps } from './ui/actions/Dialog.js';
import { ErrorSummary } from './ui/fields/ErrorSummary.js';
import { Note } from './ui/surfaces/Note.js';
import { type Form, type FormAsked, useForm } from './use-form.js';

export interface FormDialogProps<V extends object> extends FormAsked<V> {
  title: ReactNode;
  onClose: () => void;
  /** The verb with its object on the filled button, and what it reads while it is sent: "Add the child", "Adding". */
  act: string;
  busy: string;
  /** What the other button reads, where “Cancel” could be taken for the act itself. */
  leave?: string;
  width?: DialogProps['width'];
  children: (form: Form<V>) => ReactNode;
}

/** A short form in a dialog. Rendered only while it is asked for, so that each opening starts afresh. */
export function FormDialog<V extends object>(props: FormDialogProps<V>) {
  const { title, onClose, act, busy, leave = 'Cancel', width, children, ...asked } = props;
  const form = useForm(asked);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.submit();
  };
  return (
    <Dialog open title={title} onClose={onClose} width={width}>
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        {children(form)}
        {form.refused && (
          <Note tone="bad" role="alert">
            {form.refused}
          </Note>
        )}
        <div className="row wraps">
          <Button kind="primary" type="submit" busy={form.busy ? busy : undefined}>
            {act}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {leave}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
