import type { Connection } from '../../../core/connection.js';
import { type PastSupervision, THE_HISTORY } from '../lists/history-file.js';
import type { Problems } from '../lists/problems.js';
import type { NewRow } from './rows.js';

/** Stands on the beginning of a family of which the lists do not say since when it is with its team. */
export const START_UNKNOWN = 'The lists do not say since when.';

/** Families by their reference, and the supervisions they have had. */
export interface KnownHistory {
  families: Map<string, string>;
  held: Map<string, { counts: boolean; chair: string | null; note: string | null }>;
  /** Of families of which nobody said since when they are with their team: the beginning that stands in for it. */
  unknownStarts: Map<string, { id: string; on: string; teamId: string | null }>;
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
  const starts = await at.query<{ id: string; family_id: string; on_day: string; team_id: string | null }>(
    `SELECT id, family_id, on_day, team_id FROM family_event e WHERE kind = 'allocated' AND reason = $1
       AND NOT EXISTS (SELECT 1 FROM family_event x WHERE x.replaces = e.id)`,
    [START_UNKNOWN],
  );
  return {
    unknownStarts: new Map(starts.map((s) => [s.family_id, { id: s.id, on: s.on_day, teamId: s.team_id }])),
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
  /** Families that are known by it to have been with their team earlier: events, and the day on the family itself. */
  events: NewRow[];
  starts: { familyId: string; on: string }[];
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
  const starts = earlierStarts(rows, known);
  return {
    rows,
    events: starts.map(({ familyId, on, teamId, replaces }) => ({
      id: newId(),
      family_id: familyId,
      on_day: on,
      kind: 'allocated',
      team_id: teamId,
      reason: START_UNKNOWN,
      known_at: at,
      replaces,
    })),
    starts,
    familyIds: [...familyIds],
    counts: { supervisions: past.length, supervisionsAdded: rows.length, supervisionsKnown: same },
  };
}

/** Where nobody said since when a family is with its team, its first supervision shows that it was by then. */
function earlierStarts(rows: readonly NewRow[], { unknownStarts }: KnownHistory) {
  return [...unknownStarts].flatMap(([familyId, { id: replaces, on: stood, teamId }]) => {
    const own = rows.filter((row) => row['family_id'] === familyId && row['counts'] === 1);
    const on = own.map((row) => String(row['held_on'])).sort()[0];
    return on !== undefined && on < stood ? [{ familyId, on, teamId, replaces }] : [];
  });
}
