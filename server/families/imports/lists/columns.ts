import { Refused } from '../../../../shared/refusals.js';
import type { RawCell, RawRow, RawTable } from '../reading/table.js';
import { squash } from './codes.js';
import type { Problems } from './problems.js';

/** A column we look for: the ways its heading is written (compared without case, spaces and marks). */
export interface Column {
  headings: readonly string[];
  /** What the list cannot do without, and what is said when a lesser column is missing. */
  missing: 'refuse' | 'say' | 'silent';
}

export interface Headed {
  /** Where each field stands, with its heading as the file writes it. */
  places: Map<string, { at: number; heading: string }>;
  rows: RawRow[];
}

/** A title above the headings, a note, an empty line: Ofsted's template has one row of it, extracts up to a few. */
const ROWS_BEFORE_HEADINGS = 8;

/** Finds the row of headings and where each column stands; the rows below it are the list. */
export function findColumns<Field extends string>(
  table: RawTable,
  columns: Record<Field, Column>,
  problems: Problems,
): Headed {
  const fields = Object.entries(columns) as [Field, Column][];
  const byHeading = new Map(
    fields.flatMap(([field, c]) => c.headings.map((h) => [squash(h), field] as const)),
  );
  let best = { at: -1, found: 0 };
  for (const [i, row] of table.rows.slice(0, ROWS_BEFORE_HEADINGS).entries()) {
    const found = new Set(row.cells.map((c) => byHeading.get(headingOf(c))).filter((f) => f !== undefined))
      .size;
    if (found > best.found) best = { at: i, found };
  }
  const headings = table.rows[best.at];
  const places: Headed['places'] = new Map();
  for (const [at, cell] of (headings?.cells ?? []).entries()) {
    const field = byHeading.get(headingOf(cell));
    if (field === undefined) continue;
    const heading = String(cell).replace(/\s+/g, ' ').trim();
    if (places.has(field))
      problems.notice(
        table.name,
        headings?.row ?? null,
        heading,
        'This column is there twice. The first is used.',
      );
    else places.set(field, { at, heading });
  }
  for (const [field, column] of fields) {
    if (places.has(field)) continue;
    if (column.missing === 'refuse') {
      throw new Refused(
        'file-refused',
        `${table.name} has no column “${column.headings[0]}”, and cannot be read without it.`,
      );
    }
    if (column.missing === 'say') {
      problems.notice(
        table.name,
        null,
        column.headings[0] ?? null,
        'This column is missing, so nothing was taken from it.',
      );
    }
  }
  return { places, rows: table.rows.slice(best.at + 1) };
}

const headingOf = (cell: RawCell) => (typeof cell === 'string' ? squash(cell) : '');
