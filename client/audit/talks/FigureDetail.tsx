import type { FigurePart } from '../../../shared/audit/http.js';
import type { MeasureCode } from '../../../shared/audit/measures/titles.js';
import { rowWords } from '../../../shared/audit/row-words.js';
import { spelled } from '../../../shared/audit/spelled.js';
import { Table } from '../../ui/surfaces/Table.js';
import type { AuditQuestion } from '../asking.js';
import { countSays } from '../count-words.js';
import { GroupsTable } from '../rows/GroupsTable.js';
import { OpensRows } from '../rows/OpensRows.js';

interface Props {
  figure: FigurePart;
  question: AuditQuestion;
  today: string;
  /** False where which is which is not theirs to know: the numbers stay. */
  opens: boolean;
}

/** One measure with what belongs beside it, where its rows landed, and how it falls by group. */
export function FigureDetail({ figure, question, today, opens }: Props) {
  const beside = Object.entries(figure.beside);
  const measure = figure.measure as MeasureCode;
  const words = rowWords[measure].lands;
  const landed = (['met', 'not-met', 'apart'] as const).flatMap((lands) =>
    Object.entries(figure.reasons[lands]).map(([reason, rows]) => ({ lands, reason, rows })),
  );
  const asked = { question, today };
  const lands = figure.numerator > 0 ? 'met' : 'not-met';
  return (
    <div className="stack">
      <p className="large">
        {opens && figure.denominator > 0 ? (
          <OpensRows {...asked} title={figure.title} of={{ measure, lands }}>
            {countSays(figure)}
          </OpensRows>
        ) : (
          countSays(figure)
        )}
      </p>
      {figure.provisional > 0 && (
        <p>
          <OpensRows
            {...asked}
            title={`${figure.title}: not signed yet`}
            of={{ measure, lands: 'met', provisional: 'yes' }}
          >
            {figure.provisional} of these
          </OpensRows>{' '}
          {figure.provisional === 1 ? 'is' : 'are'} not signed yet.
        </p>
      )}
      {landed.length > 0 && (
        <Table
          caption="Where they landed"
          captionShown
          size="small"
          rows={landed}
          rowKey={({ lands: part, reason }) => `${part} ${reason}`}
          columns={[
            { key: 'reason', heading: 'Reason', names: true, cell: ({ reason }) => spelled(reason) },
            { key: 'lands', heading: 'Landed', cell: ({ lands: part }) => words[part] },
            {
              key: 'rows',
              heading: 'Count',
              figure: true,
              cell: ({ lands: part, reason, rows }) =>
                opens ? (
                  <OpensRows
                    {...asked}
                    title={`${figure.title}: ${spelled(reason).toLowerCase()}`}
                    of={{ measure, lands: part, reason }}
                  >
                    {rows.toLocaleString('en-GB')}
                  </OpensRows>
                ) : (
                  rows.toLocaleString('en-GB')
                ),
            },
          ]}
        />
      )}
      {beside.length > 0 && (
        <Table
          caption="To be read with it"
          captionShown
          size="small"
          rows={beside}
          rowKey={([name]) => name}
          columns={[
            { key: 'name', heading: 'Figure', names: true, cell: ([name]) => spelled(name) },
            {
              key: 'value',
              heading: 'Value',
              figure: true,
              cell: ([name, value]) => {
                const reason = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
                const these = landed.filter((one) => one.reason === reason);
                const sum = these.reduce((n, { rows }) => n + rows, 0);
                // A figure that counts the rows of one reason opens to them; others are reckoned.
                if (!opens || !value || sum !== value) return value ?? 'nothing to reckon';
                return (
                  <OpensRows
                    {...asked}
                    title={`${figure.title}: all ${spelled(name).toLowerCase()}`}
                    of={{ measure, reason }}
                  >
                    {value}
                  </OpensRows>
                );
              },
            },
          ]}
        />
      )}
      {question.by && (
        <GroupsTable
          {...asked}
          cut={question.by}
          opens={opens}
          figures={[{ measure, title: figure.title, groups: figure.groups }]}
        />
      )}
    </div>
  );
}
