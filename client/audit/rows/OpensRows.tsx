import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/actions/Button.js';
import { Dialog } from '../../ui/actions/Dialog.js';
import type { AuditQuestion } from '../asking.js';
import { RowsView } from './RowsView.js';
import type { RowsOf } from './row-asking.js';

interface Props {
  question: AuditQuestion;
  today: string;
  of: RowsOf;
  /** What the number is of: it names the button, and heads what opens. */
  title: string;
  /** The number. */
  children: ReactNode;
}

/** A number that opens to the rows it was counted from. */
export function OpensRows({ question, today, of, title, children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="audit-open" onClick={() => setOpen(true)}>
        {children}
        <span className="visually-hidden">: {title}</span>
      </button>
      {open && (
        <Dialog
          open
          title={title}
          onClose={() => setOpen(false)}
          width="wide"
          actions={<Button onClick={() => setOpen(false)}>Close</Button>}
        >
          <RowsView question={question} today={today} of={of} />
        </Dialog>
      )}
    </>
  );
}
