/**
 * A table as CSV that a spreadsheet program opens: a mark that says it is UTF-8, CRLF, quotes where they are needed,
 * and nothing that such a program would take for a formula.
 */
export function csvOf(headings: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${[headings, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

type Cell = string | number | null;

function cell(value: Cell): string {
  if (value === null) return '';
  const text = typeof value === 'number' ? String(value) : value.replace(/^(?=[=+\-@\t\r])/, '’');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
