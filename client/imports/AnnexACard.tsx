import { useId, useState } from 'react';
import { Button } from '../ui/actions/Button.js';
import { Card } from '../ui/surfaces/Card.js';
import { FileField } from './FileField.js';
import { Outcome } from './Outcome.js';
import { useImport } from './use-import.js';
import './imports.css';

/** Children, plans, teams and workers, from the workbook that every authority makes for Ofsted. */
export function AnnexACard() {
  const [files, setFiles] = useState<File[]>([]);
  const [map, setMap] = useState<File | null>(null);
  const [missing, setMissing] = useState(false);
  const importing = useImport('annex-a');
  const fileId = useId();
  const check = () => {
    if (files.length > 0) return void importing.check(files, map);
    setMissing(true);
    document.getElementById(fileId)?.focus();
  };
  return (
    <Card
      heading="Children and plans, from Annex A"
      about="Lists 6 and 7: the workbook, or List_6.csv and List_7.csv."
    >
      <div className="stack">
        <FileField
          id={fileId}
          label="Annex A"
          hint="An .xlsx workbook, or up to two .csv files"
          accept=".xlsx,.csv"
          multiple
          error={
            missing && files.length === 0 ? 'Choose the workbook, or List_6.csv and List_7.csv' : undefined
          }
          onChoose={(chosen) => {
            setFiles(chosen);
            importing.forget();
          }}
        />
        <FileField
          label="Which children are one family"
          hint="A .csv with child_id and family_ref, and if you have them family_name, allocated_on and child_first_name. Without it every child is a family of one"
          accept=".csv"
          onChoose={([chosen]) => {
            setMap(chosen ?? null);
            importing.forget();
          }}
        />
        <div>
          <Button
            kind={importing.report ? 'plain' : 'primary'}
            busy={importing.busy === 'checking' ? 'Looking at it' : undefined}
            onClick={check}
          >
            Check the file first
          </Button>
        </div>
        <Outcome importing={importing} act="Import Annex A" />
      </div>
    </Card>
  );
}
