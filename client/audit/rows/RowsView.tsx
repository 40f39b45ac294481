import { useState } from 'react';
import { rowWords } from '../../../shared/audit/row-words.js';
import type { RowsPage } from '../../../shared/audit/rows-http.js';
import { spelled } from '../../../shared/audit/spelled.js';
import { Asked } from '../../Asked.js';
import { ChipChoice } from '../../ui/fields/Chips.js';
import type { AuditQuestion } from '../asking.js';
import { TakeFile } from '../TakeFile.js';
import { RowsTable } from './RowsTable.js';
import { type RowsOf, rowsQuery, useRows } from './row-asking.js';

type Lands = NonNullable<RowsOf['lands']>;
const landings: readonly Lands[] = ['met', 'not-met', 'apart'];

/** The rows of a number, and of what it was counted beside: each choice says how many there are. */
export function RowsView({ question, today, of }: { question: AuditQuestion; today: string; of: RowsOf }) {
  const [lands, setLands] = useState(of.lands);
  const asked = { ...of, lands };
  const query = useRows(question, asked);
  return (
    <Asked query={query} fetching="Fetching the rows">
      {(page) => (
        <div className="stack">
          {of.reason === undefined && of.provisional === undefined ? (
            <ChipChoice
              legend="Which rows"
              legendHidden
              size="small"
              value={lands}
              options={landings
                .map((value) => ({ value, rows: rowsOf(page, value) }))
                .filter(({ value, rows }) => rows > 0 || value === lands)
                .map(({ value, rows }) => ({
                  value,
                  label: `${rowWords[page.measure].lands[value]}: ${rows.toLocaleString('en-GB')}`,
                }))}
              onChange={setLands}
            />
          ) : (
            <p className="medium">{fixedSays(page, of)}</p>
          )}
          <RowsTable page={page} question={question} today={today} />
          {page.matching > page.rows.length && (
            <p className="small">
              The first {page.rows.length} of {page.matching.toLocaleString('en-GB')}. All of them:{' '}
              <TakeFile file={`rows.csv?${rowsQuery(question, asked)}`} title="These rows" />,{' '}
              <TakeFile file={`rows.xlsx?${rowsQuery(question, asked)}`} title="These rows" />
            </p>
          )}
        </div>
      )}
    </Asked>
  );
}

function rowsOf({ count }: RowsPage, lands: Lands): number {
  if (lands === 'apart') return count.apart;
  return lands === 'met' ? count.numerator : count.denominator - count.numerator;
}

/** "Late: 3"; "Not signed yet: 2". */
function fixedSays({ matching }: RowsPage, { reason, provisional }: RowsOf): string {
  const what = provisional ? 'Not signed yet' : spelled(reason ?? '');
  return `${what}: ${matching.toLocaleString('en-GB')}`;
}
