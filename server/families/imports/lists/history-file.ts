import type { RawTable } from '../reading/table.js';
import { readCode, yesNo } from './codes.js';
import { findColumns } from './columns.js';
import type { Problems } from './problems.js';
import { Row } from './row.js';

/** One supervision of the past, as the authority's own records have it. */
export interface PastSupervision {
  row: number;
  familyRef: string;
  heldOn: string;
  /** Whether it was a qualifying supervision; a talk that was not restarts no clock. */
  counts: boolean;
  chair: string | null;
  note: string | null;
}

const HISTORY = {
  familyRef: { missing: 'refuse', headings: ['family_ref', 'Family reference'] },
  heldOn: { missing: 'refuse', headings: ['held_on', 'Date held'] },
  counts: { missing: 'refuse', headings: ['counts', 'counts (yes/no)'] },
  chair: { missing: 'silent', headings: ['chair'] },
  note: { missing: 'silent', headings: ['note', 'notes'] },
} as const;

export const THE_HISTORY = 'The history';

/**
 * Reads past supervisions. A date is what this file is for, so a row whose date or yes/no cannot be read, or whose
 * date is still to come, is left out; so is a row that repeats another's family and date.
 */
export function readHistory(table: RawTable, today: string, problems: Problems): PastSupervision[] {
  const headed = findColumns({ ...table, name: THE_HISTORY }, HISTORY, problems);
  const past = new Map<string, PastSupervision>();
  for (const raw of headed.rows) {
    const row = new Row<keyof typeof HISTORY>(THE_HISTORY, headed, raw, problems, table.from1904);
    const familyRef = row.identifier('familyRef');
    const heldOn = row.date('heldOn');
    const text = row.text('counts');
    const counts = text === null ? undefined : readCode(yesNo, text);
    if (familyRef === null) row.leaveOut('familyRef', 'The family’s reference is missing.');
    else if (heldOn === null) row.leaveOut('heldOn', 'There is no date that can be read.');
    else if (heldOn > today) row.leaveOut('heldOn', 'This date is in the future.');
    else if (counts !== 'yes' && counts !== 'no')
      row.leaveOut('counts', 'Say yes or no: does it count as a supervision?');
    else {
      const key = JSON.stringify([familyRef, heldOn]);
      const before = past.get(key);
      if (before) {
        row.leaveOut(
          'heldOn',
          `The supervision of family ${familyRef} on this date is already in row ${before.row}.`,
        );
        continue;
      }
      past.set(key, {
        row: raw.row,
        familyRef,
        heldOn,
        counts: counts === 'yes',
        chair: row.text('chair'),
        note: row.text('note', 2_000),
      });
    }
  }
  return [...past.values()];
}
