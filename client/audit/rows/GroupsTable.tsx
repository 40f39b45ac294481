import type { Cut } from '../../../shared/audit/figure.js';
import type { FigurePart } from '../../../shared/audit/http.js';
import type { RowsAsked } from '../../../shared/audit/rows-http.js';
import { Table } from '../../ui/surfaces/Table.js';
import type { AuditQuestion } from '../asking.js';
import { countSays, cutLabels, cutSays } from '../count-words.js';
import { OpensRows } from './OpensRows.js';

interface Cutted {
  measure: RowsAsked['measure'];
  month?: string;
  title: string;
  groups: FigurePart['groups'];
}

interface Props {
  question: AuditQuestion;
  today: string;
  cut: Cut;
  /** Each a column. */
  figures: readonly Cutted[];
  /** False where which is which is not theirs to know. */
  opens?: boolean;
}

/** Figures by group, each count beside the others and each opening to its rows. By name, never by how a group does. */
export function GroupsTable({ question, today, cut, figures, opens = true }: Props) {
  const names = new Map(figures.flatMap(({ groups }) => groups.map((one) => [one.group, one.name])));
  const rows = [...names].sort(([, a], [, b]) => a.localeCompare(b, 'en-GB'));
  if (rows.length === 0) return null;
  return (
    <div className="audit-groups">
      <Table
        caption={cutSays(cut)}
        captionShown
        size="small"
        rows={rows}
        rowKey={([group]) => group}
        columns={[
          { key: 'group', heading: cutLabels[cut], names: true, cell: ([, name]) => name },
          ...figures.map(({ measure, month, title, groups }) => ({
            key: measure,
            heading: title,
            figure: true,
            cell: ([group, name]: [string, string]) => {
              const count = groups.find((one) => one.group === group);
              if (!count) return '';
              if (!opens || count.denominator + count.apart === 0) return countSays(count);
              const lands = count.numerator > 0 ? 'met' : count.denominator > 0 ? 'not-met' : 'apart';
              return (
                <OpensRows
                  question={question}
                  today={today}
                  title={`${title}: ${name}`}
                  of={{ measure, by: cut, group, lands, ...(month ? { month } : {}) }}
                >
                  {countSays(count)}
                </OpensRows>
              );
            },
          })),
        ]}
      />
    </div>
  );
}
