import { Button } from '../ui/actions/Button.js';
import { Note } from '../ui/surfaces/Note.js';
import { Fetching } from '../ui/surfaces/Waiting.js';
import { Report } from './Report.js';
import type { Importing } from './use-import.js';

/** What was found in a file, and the one press that brings it in. */
export function Outcome({ importing, act }: { importing: Importing; act: string }) {
  const { report, refused, busy, run } = importing;
  if (busy === 'checking') return <Fetching>Reading the file. Nothing is changed yet</Fetching>;
  return (
    <>
      {refused && (
        <Note tone="bad" role="alert">
          {refused}
        </Note>
      )}
      {report && (
        <div className="stack close import-outcome">
          {report.checked ? (
            <Note role="status">
              {report.changed
                ? 'This is what would change. Nothing has been changed yet.'
                : 'Everything in this file is already so. There is nothing to import.'}
            </Note>
          ) : (
            <Note tone="good" role="status">
              {report.changed
                ? 'Imported, the whole file at once.'
                : 'Everything was already so. Nothing was changed.'}
            </Note>
          )}
          {report.checked && report.changed && (
            <div>
              <Button
                kind="primary"
                busy={busy === 'importing' ? 'Importing' : undefined}
                onClick={() => void run()}
              >
                {act}
              </Button>
            </div>
          )}
          <Report report={report} />
        </div>
      )}
    </>
  );
}
