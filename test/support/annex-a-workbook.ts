import { utils, write } from '@e965/xlsx';
import type { RawCell, RawTable } from '../../server/families/imports/reading/table.js';

export type Cell =
  | string
  | number
  | boolean
  | null
  | { error: string }
  | { formula: string; value: string | number };

export const LIST_6_HEADINGS = [
  'Child Unique ID',
  'Gender',
  'Ethnicity',
  'Date of Birth',
  'Age',
  'Does the Child have a Disability',
  'CIN Start Date',
  'Primary Need Code',
  'Date Child Was Last Seen',
  'CIN Closure Date',
  'Reason for Closure',
  'Case Status',
  'Allocated Team',
  'Allocated Worker',
];
export const LIST_7_HEADINGS = [
  'Child Unique ID',
  'Gender',
  'Ethnicity',
  'Date of Birth',
  'Age',
  'Does the Child have a Disability',
  'Child Protection Plan Start Date',
  'Initial Category of Abuse',
  'Latest Category of Abuse',
  'Date of the Last Statutory Visit',
  'Was the Child Seen Alone?',
  'Date of latest review conference',
  'Child Protection Plan End Date',
  'Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)',
  'Number of Previous Child Protection Plans',
  'Allocated Team',
  'Allocated Worker',
];

/** A child of list 6 as most extracts write one; a test names only what it is about. */
export function list6Row(over: Partial<Record<string, Cell>> & { id: Cell }): Cell[] {
  const usual: Record<string, Cell> = {
    gender: 'b) Female',
    ethnicity: 'a) WBRI',
    born: '12/05/2015',
    age: 10,
    disability: 'b) No',
    start: '09/01/2026',
    need: 'N1 - Abuse or neglect',
    seen: '20/02/2026',
    closed: null,
    reason: null,
    status: 'c) Child in need plan',
    team: 'Northgate',
    worker: 'Priya Raman',
  };
  const row = { ...usual, ...over };
  return [
    'id',
    'gender',
    'ethnicity',
    'born',
    'age',
    'disability',
    'start',
    'need',
    'seen',
    'closed',
    'reason',
    'status',
    'team',
    'worker',
  ].map((f) => row[f] ?? null);
}

/** A plan of list 7, likewise. */
export function list7Row(over: Partial<Record<string, Cell>> & { id: Cell }): Cell[] {
  const usual: Record<string, Cell> = {
    gender: 'b) Female',
    ethnicity: 'a) WBRI',
    born: '12/05/2015',
    age: 10,
    disability: 'b) No',
    start: '14/01/2026',
    initial: 'Neglect',
    latest: 'Neglect',
    visit: '20/02/2026',
    alone: 'a) Yes',
    review: '01/02/2026',
    end: null,
    police: 'b) No',
    before: 0,
    team: 'Northgate',
    worker: 'Priya Raman',
  };
  const row = { ...usual, ...over };
  return [
    'id',
    'gender',
    'ethnicity',
    'born',
    'age',
    'disability',
    'start',
    'initial',
    'latest',
    'visit',
    'alone',
    'review',
    'end',
    'police',
    'before',
    'team',
    'worker',
  ].map((f) => row[f] ?? null);
}

/** An Annex A workbook written by a spreadsheet library that the product does not read with. */
export function workbookOf(sheets: Record<string, Cell[][]>, options: { from1904?: boolean } = {}): Buffer {
  const book = utils.book_new();
  book.Workbook = { WBProps: { date1904: options.from1904 ?? false } };
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(
      rows.map((r) => r.map((c) => (c !== null && typeof c === 'object' ? null : c))),
    );
    for (const [r, row] of rows.entries()) {
      for (const [c, cell] of row.entries()) {
        if (cell === null || typeof cell !== 'object') continue;
        sheet[utils.encode_cell({ r, c })] =
          'error' in cell
            ? { t: 'e', v: 0x2a, w: cell.error }
            : { t: typeof cell.value === 'number' ? 'n' : 's', v: cell.value, f: cell.formula };
      }
    }
    utils.book_append_sheet(book, sheet, name);
  }
  return write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }) as Buffer;
}

/** Lists 6 and 7 with their headings in the first row. */
export const annexAOf = (list6: Cell[][], list7: Cell[][] = []) =>
  workbookOf({ 'List 6': [LIST_6_HEADINGS, ...list6], 'List 7': [LIST_7_HEADINGS, ...list7] });

/** A table as the reading process hands it over, for what comes after the reading. */
export function tableOf(name: string, rows: Cell[][]): RawTable {
  return { name, from1904: false, rows: rows.map((cells, i) => ({ row: i + 1, cells: cells as RawCell[] })) };
}
