import type { Connection } from '../../../core/connection.js';
import { type PastSupervision, THE_HISTORY } from '../lists/history-file.js';
import type { Problems } from '../lists/problems.js';
import type { NewRow } from './rows.js';

/** Families by their reference, and the supervisions they have had. */
export interface KnownHistory {
  families: Map<string, string>;
  held: Map<string, { counts: boolean; chair: string | null; note: string | null }>;
}

const heldKey = (familyId: string, heldOn: string) => `${familyId} ${heldOn}`;

export async function readKnownHistory(at: Connection): Promise<KnownHistory> {
  const families = await at.query<{ id: string; ref: string }>('SELECT id, ref FROM family');
  const held = await at.query<{
    family_id: string;
    held_on: string;
    counts: number;
    chair_name: string | null;
    note: string | null;
  }>('SELECT family_id, held_on, counts, chair_name, note FROM supervision');
  return {
    families: new Map(families.map((f) => [f.ref, f.id])),
    held: new Map(
      held.map((h) => [
        heldKey(h.family_id, h.held_on),
        { counts: h.counts === 1, chair: h.chair_name, note: h.note },
      ]),
    ),
  };
}

export interface PlannedHistory {
  rows: NewRow[];
  familyIds: string[];
  counts: { supervisions: number; supervisionsAdded: number; supervisionsKnown: number };
}

/** Adds what is new. What is there is never changed by a file: signed minutes may stand behind it. */
export function planHistory(
  past: readonly PastSupervision[],
  known: KnownHistory,
  { at, newId, problems }: { at: string; newId: () => string; problems: Problems },
): PlannedHistory {
  const rows: NewRow[] = [];
  const familyIds = new Set<string>();
  let same = 0;
  for (const one of past) {
    const familyId = known.families.get(one.familyRef);
    if (familyId === undefined) {
      problems.leaveOut(THE_HISTORY, one.row, 'family_ref', `There is no family ${one.familyRef}.`);
      continue;
    }
    const before = known.held.get(heldKey(familyId, one.heldOn));
    if (before && before.counts === one.counts && before.chair === one.chair && before.note === one.note) {
      same++;
      continue;
    }
    if (before) {
      problems.leaveOut(
        THE_HISTORY,
        one.row,
        'held_on',
        `Family ${one.familyRef} already has a supervision on this date, with something else about it. It was left as it is.`,
      );
      continue;
    }
    familyIds.add(familyId);
    rows.push({
      id: newId(),
      family_id: familyId,
      held_on: one.heldOn,
      kind: one.counts ? 'supervision' : 'case-discussion',
      counts: one.counts ? 1 : 0,
      chair_name: one.chair,
      // Who was discussed that day nobody wrote down for us.
      children: '[]',
      source: 'history',
      note: one.note,
      made_at: at,
    });
  }
  return {
    rows,
    familyIds: [...familyIds],
    counts: { supervisions: past.length, supervisionsAdded: rows.length, supervisionsKnown: same },
  };
}
