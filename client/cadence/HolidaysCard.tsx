import { useState } from 'react';
import type { CadencePage } from '../../shared/cadence/http.js';
import { ask } from '../api.js';
import { FormDialog } from '../FormDialog.js';
import { Button } from '../ui/actions/Button.js';
import { Disclosure } from '../ui/actions/Disclosure.js';
import { Field } from '../ui/fields/Field.js';
import { dateAndTime, weekdayDate } from '../ui/format.js';
import { Card } from '../ui/surfaces/Card.js';

/** The bank holidays that are counted with, and the newer file of them. */
export function HolidaysCard({ cadence }: { cadence: CadencePage }) {
  const [asked, setAsked] = useState(false);
  const { holidays, holidaysFrom, today } = cadence;
  const next = holidays.find(({ day }) => day >= today);
  return (
    <Card
      heading="Bank holidays"
      headingSize="l"
      about="England and Wales. They never move a limit; what is suggested moves earlier."
    >
      <div className="stack close">
        {next && (
          <p>
            Next: {next.title}, {weekdayDate(next.day)}
          </p>
        )}
        <Disclosure summary="All from this year on">
          <ul className="small">
            {holidays.map(({ day, title }) => (
              <li key={day}>
                {weekdayDate(day)}: {title}
              </li>
            ))}
          </ul>
        </Disclosure>
        <p className="small muted">
          {holidaysFrom
            ? `From the file brought in on ${dateAndTime(holidaysFrom)}.`
            : 'As they came with the product, to 2028; by rule after that.'}
        </p>
        {cadence.bringsInHolidays && (
          <div>
            <Button size="small" onClick={() => setAsked(true)}>
              Bring in a newer file
            </Button>
          </div>
        )}
      </div>
      {asked && <BringIn onClose={() => setAsked(false)} />}
    </Card>
  );
}

function BringIn({ onClose }: { onClose: () => void }) {
  return (
    <FormDialog
      title="Bring in bank holidays"
      onClose={onClose}
      act="Bring in the file"
      busy="Reading it"
      initial={{ file: '' }}
      check={({ file }) => ({ file: file ? undefined : 'Choose the file' })}
      send={({ file }) => ask('PUT', 'cadence/holidays', { file })}
      done={onClose}
    >
      {(form) => (
        <>
          <p>It is taken whole or not at all. Days that are past stay as they were.</p>
          <Field
            label="The file"
            hint="As saved from www.gov.uk/bank-holidays.json"
            id={form.field('file').id}
            error={form.field('file').error}
          >
            {(links) => (
              <input
                {...links}
                type="file"
                className="field cadence-file"
                accept=".json,application/json"
                onChange={(event) => {
                  const [chosen] = event.target.files ?? [];
                  if (!chosen) form.set({ file: '' });
                  else void chosen.text().then((file) => form.set({ file }));
                }}
              />
            )}
          </Field>
        </>
      )}
    </FormDialog>
  );
}
