import type { Count } from '../../../shared/audit/figure.js';

/** What a cell holds: a value, never a formula. Null is an empty cell. */
export type Cell = string | number | null;

/** One table of a file; in a workbook a sheet of its own, which anybody can see. */
export interface Sheet {
  /** At most 31 characters, none of []:*?/\ : a workbook takes no other name. */
  name: string;
  headings: readonly string[];
  rows: readonly (readonly Cell[])[];
}

/** A whole file: what it is and whose, then its tables. */
export interface Book {
  /** Each a name and what it says: "As at", "30 March 2026". They head every table, so that none goes about without them. */
  head: readonly (readonly [name: string, says: string])[];
  sheets: readonly Sheet[];
}

export const countHeadings = ['Numerator', 'Denominator', 'Rate %', 'Provisional', 'Not counted'] as const;

/** A count under these headings: its rate never stands without its numerator and denominator. */
export function countCells(count: Omit<Count, 'small'>): Cell[] {
  return [count.numerator, count.denominator, count.rate, count.provisional, count.apart];
}

/** The rows of the file, heads and headings with them, all of one width. */
export function* rowsOf({ head }: Book, { headings, rows }: Sheet): Generator<readonly Cell[]> {
  const width = Math.max(2, headings.length);
  const wide = (cells: readonly Cell[]) => [...cells, ...Array<null>(width - cells.length).fill(null)];
  for (const line of head) yield wide(line);
  yield wide([]);
  yield wide(headings);
  for (const row of rows) yield wide(row);
}
