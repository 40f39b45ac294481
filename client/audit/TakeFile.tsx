import { useState } from 'react';
import { ReasonDialog } from './reason/ReasonDialog.js';
import { withReason } from './reason/reason.js';
import { useReason, useReasonKept } from './reason/reason-provider.js';

/** Takes one file away. Why is asked before it leaves, if nobody said. */
export function TakeFile({ file, title }: { file: string; title: string }) {
  const { why } = useReason();
  const reason = useReasonKept();
  const [asks, setAsks] = useState(false);
  // The answer is a file, so the page stays.
  const take = () => window.location.assign(withReason(`/api/audit/export/${file}`, reason.given()));
  return (
    <>
      <button type="button" className="audit-open" onClick={() => (why ? take() : setAsks(true))}>
        <span className="visually-hidden">{title} as </span>
        {/\.csv\b/.test(file) ? 'CSV' : 'XLSX'}
      </button>
      {asks && (
        <ReasonDialog
          act="Take the file"
          onSaid={() => {
            take();
            setAsks(false);
          }}
          onLeft={() => setAsks(false)}
        >
          <p>The file leaves the product, and says why it was taken.</p>
        </ReasonDialog>
      )}
    </>
  );
}
