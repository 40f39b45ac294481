import { useId, useState } from 'react';
import { Button } from '../ui/actions/Button.js';
import { Card } from '../ui/surfaces/Card.js';
import { FileField } from './FileField.js';
import { Outcome } from './Outcome.js';
import { useImport } from './use-import.js';
import './imports.css';

/** When each family was supervised before, so that nobody looks overdue on the first day. */
export function HistoryCard() {
  const [files, setFiles] = useState<File[]>([]);
  const [missing, setMissing] = useState(false);
  const importing = useImport('history');
  const fileId = useId();
  const check = () => {
    if (files.length > 0) return void importing.check(files);
    setMissing(true);
    document.getElementById(fileId)?.focus();
  };
  return (
    <Card heading="Supervisions of the past" about="So that no family looks overdue on the first day.">
      <div className="stack">
        <FileField
          id={fileId}
          label="History"
          hint="A .csv with family_ref, held_on, counts (yes or no), chair and note"
          accept=".csv"
          error={missing && files.length === 0 ? 'Choose the .csv with the past supervisions' : undefined}
          onChoose={(chosen) => {
            setFiles(chosen);
            importing.forget();
          }}
        />
        <div>
          <Button busy={importing.busy === 'checking' ? 'Looking at it' : undefined} onClick={check}>
            Check the file first
          </Button>
        </div>
        <Outcome importing={importing} act="Import the history" />
      </div>
    </Card>
  );
}
