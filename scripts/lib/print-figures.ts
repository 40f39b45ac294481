import type { Report } from './report-from.js';

interface Counted {
  numerator: number;
  denominator: number;
  rate: number | null;
  provisional: number;
  apart: number;
}

/** Prints a report for a person: every count with its numerator and denominator, a line each. */
export function printFigures(report: Report): void {
  const { asAt, teamName, limitSays } = report;
  console.log(`${teamName ?? 'All teams'}, as at ${asAt}, ${limitSays}`);
  for (const [name, value] of Object.entries(report)) print(name, value, 1);
}

const told = new Set(['asAt', 'teamId', 'teamName', 'limit', 'limitSays', 'small']);

function print(name: string, value: unknown, depth: number): void {
  if (told.has(name) || value === null || value === undefined) return;
  const indent = '  '.repeat(depth);
  if (isCounted(value)) {
    const { numerator, denominator, rate, provisional, apart, ...rest } = value;
    const percent = rate === null ? '' : ` = ${rate.toFixed(1)}%`;
    const more = [
      provisional > 0 ? `${provisional} provisional` : '',
      apart > 0 ? `${apart} not counted` : '',
    ];
    const aside = more.filter(Boolean).join(', ');
    console.log(`${indent}${name}: ${numerator} of ${denominator}${percent}${aside ? ` (${aside})` : ''}`);
    for (const [key, part] of Object.entries(rest))
      if (key !== 'group' && key !== 'name') print(key, part, depth + 1);
  } else if (Array.isArray(value)) {
    for (const [i, part] of value.entries()) print(nameOf(part, `${name} ${i + 1}`), part, depth);
  } else if (typeof value === 'object') {
    console.log(`${indent}${name}`);
    for (const [key, part] of Object.entries(value)) print(key, part, depth + 1);
  } else {
    console.log(`${indent}${name}: ${String(value)}`);
  }
}

function nameOf(part: unknown, otherwise: string): string {
  if (typeof part !== 'object' || part === null) return otherwise;
  const { name, month, discipline } = part as Record<string, unknown>;
  return String(month ?? discipline ?? name ?? otherwise);
}

function isCounted(value: unknown): value is Counted {
  return (
    typeof value === 'object' &&
    value !== null &&
    'numerator' in value &&
    'provisional' in value &&
    'apart' in value
  );
}
