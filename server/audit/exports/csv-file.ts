import { setImmediate } from 'node:timers/promises';
import { inert } from './inert.js';
import type { Book, Cell } from './sheet.js';

const atOnce = 500;

/**
 * The tables one under another, as RFC 4180 has it: CRLF, every line of one width. The mark at the front tells
 * spreadsheet programs that it is UTF-8. Between pieces others have their turn.
 */
export async function* csvFile(book: Book): AsyncGenerator<string> {
  const width = Math.max(2, ...book.sheets.map(({ headings }) => headings.length));
  const lineOf = (cells: readonly Cell[]) =>
    `${Array.from({ length: width }, (_, i) => csvCell(cells[i] ?? null)).join(',')}\r\n`;
  let piece = `\uFEFF${book.head.map(lineOf).join('')}`;
  let lines = 0;
  for (const { name, headings, rows } of book.sheets) {
    // One file has one head; each table is told from the last by its name.
    piece += [[], [name], headings].map(lineOf).join('');
    for (const row of rows) {
      piece += lineOf(row);
      lines += 1;
      if (lines % atOnce > 0) continue;
      yield piece;
      piece = '';
      await setImmediate();
    }
  }
  yield piece;
}

/** One cell of any CSV that leaves the audit: in quotes where it needs them, and never a formula. */
export function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = inert(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
