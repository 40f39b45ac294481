import type { MapLine } from '../../../../shared/families/children-in-need.js';
import type { RawTable } from '../reading/table.js';
import { findColumns } from './columns.js';
import type { Problems } from './problems.js';
import { Row } from './row.js';

const MAP = {
  childRef: { missing: 'refuse', headings: ['child_id', 'Child Unique ID', 'child_ref'] },
  familyRef: { missing: 'refuse', headings: ['family_ref', 'Family reference', 'family_id'] },
  familyName: { missing: 'silent', headings: ['family_name'] },
  allocatedOn: { missing: 'silent', headings: ['allocated_on'] },
  childFirstName: { missing: 'silent', headings: ['child_first_name', 'first_name'] },
} as const;

export const THE_MAP = 'The map';

/** Which child belongs to which family. A line without either is left out; the same line twice is used once. */
export function readMap(table: RawTable, today: string, problems: Problems): MapLine[] {
  const headed = findColumns({ ...table, name: THE_MAP }, MAP, problems);
  const lines = new Map<string, MapLine>();
  for (const raw of headed.rows) {
    const row = new Row<keyof typeof MAP>(THE_MAP, headed, raw, problems, table.from1904);
    const childRef = row.identifier('childRef');
    const familyRef = row.identifier('familyRef');
    if (childRef === null || familyRef === null) {
      row.leaveOut(
        childRef === null ? 'childRef' : 'familyRef',
        `The ${childRef === null ? 'child’s number' : 'family’s reference'} is missing.`,
      );
      continue;
    }
    const key = JSON.stringify([childRef, familyRef]);
    const before = lines.get(key);
    if (before) {
      row.leaveOut('childRef', `Child ${childRef} is already in family ${familyRef}, by row ${before.row}.`);
      continue;
    }
    const allocatedOn = row.date('allocatedOn');
    const future = allocatedOn !== null && allocatedOn > today;
    if (future) row.notice('allocatedOn', 'This date is in the future. It was not used.');
    lines.set(key, {
      row: raw.row,
      childRef,
      familyRef,
      familyName: row.text('familyName'),
      allocatedOn: future ? null : allocatedOn,
      childFirstName: row.text('childFirstName', 80),
    });
  }
  return [...lines.values()];
}
