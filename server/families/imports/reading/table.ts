/** A cell as the file holds it: nothing, a text, a number (a date is one too), or an Excel error such as #N/A. */
export type RawCell = null | string | number | { error: string };

export interface RawRow {
  /** The row's number as a spreadsheet program shows it. */
  row: number;
  cells: RawCell[];
}

/** One list of the workbook, or one CSV file. */
export interface RawTable {
  name: string;
  rows: RawRow[];
  /** Numbers that are dates count from 1904, as some workbooks made on a Mac do. */
  from1904: boolean;
}

export type TellRow = (table: string, row: number, cells: RawCell[]) => void;
