import { csvCell } from '../exports/csv-file.js';
import type { Cell } from '../exports/sheet.js';

/**
 * A table as CSV that a spreadsheet program opens: a mark that says it is UTF-8, CRLF, quotes where they are needed,
 * and nothing that such a program would take for a formula.
 */
export function csvOf(headings: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${[headings, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}
