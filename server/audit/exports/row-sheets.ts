import { rowWords } from '../../../shared/audit/row-words.js';
import type { RowsPage } from '../../../shared/audit/rows-http.js';
import { spelled } from '../../../shared/audit/spelled.js';
import { disciplineCodes, disciplineOf } from '../../../shared/disciplines.js';
import type { Sheet } from './sheet.js';

/** Every row behind one number, with how it was counted. */
export function rowSheets({ measure, rows, month, groupName }: RowsPage): Sheet[] {
  const words = rowWords[measure];
  const about = [month, groupName].filter((part) => part !== null).join(', ');
  return [
    {
      name: 'Rows',
      headings: [
        ...['Family', 'Child', 'Discipline', 'Landed', 'Counted as'],
        ...[words.on ?? 'On', words.days ?? 'Days', 'Record', 'Of'],
      ],
      rows: rows.map((row) => [
        row.name,
        row.child,
        row.discipline && labelOf(row.discipline),
        words.lands[row.lands],
        spelled(row.reason),
        row.on,
        row.days,
        row.provisional ? 'Not signed yet' : null,
        about || null,
      ]),
    },
  ];
}

function labelOf(code: string): string {
  const discipline = disciplineCodes.find((one) => one === code);
  return discipline ? disciplineOf(discipline).label : code;
}
