import { useState } from 'react';
import { FormDialog } from '../FormDialog.js';
import { DateField } from '../ui/fields/DateField.js';
import type { AuditChange } from './asking.js';

/** Asks for another day: the audit as it stood then. */
export function AsAtDialog({
  asAt,
  today,
  change,
}: {
  asAt: string;
  today: string;
  change: (asked: AuditChange) => void;
}) {
  const [asks, setAsks] = useState(false);
  return (
    <>
      <button type="button" className="audit-open small" onClick={() => setAsks(true)}>
        Another day
      </button>
      {asks && (
        <FormDialog
          title="As at another day"
          act="Show that day"
          busy="Showing"
          onClose={() => setAsks(false)}
          initial={{ asAt }}
          check={(values) => ({ asAt: values.asAt ? undefined : 'Give the day' })}
          send={async (values) => change({ asAt: values.asAt === today ? null : values.asAt })}
          done={() => setAsks(false)}
        >
          {(form) => <DateField label="Day" today={today} {...form.field('asAt')} />}
        </FormDialog>
      )}
    </>
  );
}
