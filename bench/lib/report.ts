/** What a script found: numbers, words, or tables of them. */
export type Figure =
  | number
  | string
  | boolean
  | null
  | readonly Figure[]
  | { readonly [name: string]: Figure };
export type Figures = { readonly [name: string]: Figure };

/** Something that must hold, the value that was found and the limit it was held against. */
export interface Goal {
  name: string;
  value: number;
  limit: number;
  holds: boolean;
}

export interface Report {
  name: string;
  figures: Figures;
  goals: readonly Goal[];
}

/** A value that was not measured (NaN) holds neither way: silence is not success. */
export const atMost = (name: string, value: number, limit: number): Goal => ({
  name: `${name}: at most ${limit}`,
  value: rounded(value),
  limit,
  holds: value <= limit,
});

export const atLeast = (name: string, value: number, limit: number): Goal => ({
  name: `${name}: at least ${limit}`,
  value: rounded(value),
  limit,
  holds: value >= limit,
});

/** Enough digits to compare and no more: three after the point below a hundred, one above. */
export function rounded(value: number): number {
  if (!Number.isFinite(value)) return value;
  const steps = Math.abs(value) < 100 ? 1000 : 10;
  return Math.round(value * steps) / steps;
}

/** Writes the report to standard output: with `json` exactly one object on one line, else tables for a person. */
export function printReport(report: Report, json: boolean): void {
  const tidied = tidy(report) as unknown as Report;
  process.stdout.write(json ? `${JSON.stringify(tidied)}\n` : sayReport(tidied));
}

/** The report as a person reads it. */
export function sayReport(report: Report): string {
  const lines = ['', report.name, '='.repeat(report.name.length)];
  for (const [name, figure] of Object.entries(report.figures)) lines.push('', ...sayFigure(name, figure));
  if (report.goals.length) lines.push('', 'goals');
  for (const goal of report.goals)
    lines.push(`  ${goal.holds ? 'holds ' : 'MISSED'}  ${goal.name}; found ${sayCell(goal.value)}`);
  return `${lines.join('\n')}\n`;
}

function sayFigure(name: string, figure: Figure): string[] {
  if (!isGroup(figure)) return [`${name}: ${sayCell(figure)}`];
  const rows = Object.entries(figure);
  if (rows.length > 0 && rows.every(([, row]) => isGroup(row)))
    return [name, ...sayTable(rows as [string, Figures][])];
  return [
    name,
    ...rows.flatMap(([label, value]) =>
      isGroup(value) ? sayFigure(label, value).map((line) => `  ${line}`) : [`  ${label}: ${sayCell(value)}`],
    ),
  ];
}

function sayTable(rows: readonly [string, Figures][]): string[] {
  const heads = [...new Set(rows.flatMap(([, row]) => Object.keys(row)))];
  const cells = rows.map(([label, row]) => [label, ...heads.map((head) => sayCell(row[head] ?? null))]);
  const table = [['', ...heads], ...cells];
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return table.map((row) =>
    row
      .map((cell, column) =>
        column ? cell.padStart((widths[column] ?? 0) + 2) : `  ${cell.padEnd(widths[0] ?? 0)}`,
      )
      .join('')
      .trimEnd(),
  );
}

function sayCell(figure: Figure): string {
  if (figure === null || (typeof figure === 'number' && !Number.isFinite(figure))) return '–';
  if (Array.isArray(figure)) return figure.map(sayCell).join(', ');
  return typeof figure === 'object' ? JSON.stringify(figure) : String(figure);
}

const isGroup = (figure: Figure): figure is Figures =>
  typeof figure === 'object' && figure !== null && !Array.isArray(figure);

// JSON has no NaN; what was not measured is null, which no reader can take for a number.
function tidy(figure: unknown): unknown {
  if (typeof figure === 'number') return Number.isFinite(figure) ? rounded(figure) : null;
  if (Array.isArray(figure)) return figure.map(tidy);
  if (typeof figure !== 'object' || figure === null) return figure;
  return Object.fromEntries(Object.entries(figure).map(([name, value]) => [name, tidy(value)]));
}
